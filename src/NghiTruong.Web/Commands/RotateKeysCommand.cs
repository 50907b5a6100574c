using NghiTruong.Web.Security;

namespace NghiTruong.Web.Commands;

/// <summary><c>keys rotate</c>: a new master key; everything sealed is sealed again under it. Killed in the middle, it is run again.</summary>
internal sealed class RotateKeysCommand : ICommand
{
    public string Name => "keys rotate";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var count = await services.GetRequiredService<KeyRotation>().RunAsync(KeyRotation.Settling, ct);
        services.GetRequiredService<CommandScreen>().Say("command.keys.rotate.done", count);

        return ExitCode.Done;
    }
}

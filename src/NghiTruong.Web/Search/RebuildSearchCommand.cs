using NghiTruong.Search;
using NghiTruong.Web.Commands;

namespace NghiTruong.Web.Search;

/// <summary><c>search rebuild</c>: writes the index anew from the records, while people go on searching.</summary>
internal sealed class RebuildSearchCommand : ICommand
{
    public string Name => "search rebuild";

    public IReadOnlyList<string> Options => [];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var written = await services.GetRequiredService<SearchIndexing>().RebuildAsync(kind: null, screen.Bar("command.search.rebuild.bar"), ct);
        screen.Say("command.search.rebuild.done", written);

        return ExitCode.Done;
    }
}

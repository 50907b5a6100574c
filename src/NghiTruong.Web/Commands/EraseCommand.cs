using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Petitions;

namespace NghiTruong.Web.Commands;

/// <summary><c>erase PETITION_CODE --basis TEXT</c>: lawful erasure, listed at once so that a restore does it again.</summary>
internal sealed class EraseCommand : ICommand
{
    public string Name => "erase";

    public IReadOnlyList<string> Options => ["--basis"];

    public IReadOnlyList<string> Flags => [];

    public async Task<int> RunAsync(IServiceProvider services, CommandArguments args, CancellationToken ct)
    {
        var screen = services.GetRequiredService<CommandScreen>();
        var code = args.Required(0, "PETITION_CODE");
        var basis = args["--basis"] ?? throw new WrongUseException("command.valueMissing", "--basis");
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
        if (await db.Set<Petition>().AsNoTracking().FirstOrDefaultAsync(p => p.Code == code, ct) is not { } petition)
        {
            return screen.Refuse("erasure.notFound");
        }

        var subject = new Subject("petition", petition.Id, petition.Code, petition.CouncilId);
        var erased = await services.GetRequiredService<Erasure>().EraseAsync(subject, petition.ProvinceId, basis, Acting.System, ct);
        if (erased.IsRefused)
        {
            return screen.Refuse(erased.Refusals);
        }

        await services.GetRequiredService<ErasureList>().BringUpToDateAsync(ct);
        screen.Say("command.erase.done", petition.Code);

        return ExitCode.Done;
    }
}

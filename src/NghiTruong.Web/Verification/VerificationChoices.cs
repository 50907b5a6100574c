using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Web.Verification;

/// <summary>Sessions, agencies and committees that forms offer.</summary>
public sealed class VerificationChoices(CouncilDirectory directory, IDbContextFactory<Db> contexts)
{
    public async Task<List<SelectListItem>> SessionsAsync(Guid council, CancellationToken ct) =>
        [.. (await directory.SessionsOfAsync(council, ct)).Select(s => new SelectListItem($"{s.Name} ({Shell.Parts.Ui.Date(s.OpensOn)})", s.Id.ToString("D")))];

    public async Task<List<SelectListItem>> AgenciesAsync(Guid council, CancellationToken ct) =>
        [.. (await directory.AgenciesOfAsync(council, ct)).Where(a => a.IsPresent).Select(a => new SelectListItem(a.Name, a.Id.ToString("D")))];

    public async Task<List<SelectListItem>> CommitteesAsync(Guid council, CancellationToken ct) =>
        [.. (await BodiesAsync(council, ct)).Select(b => new SelectListItem(b.Value, b.Key.ToString("D")))];

    /// <summary>Names of the committees of a council.</summary>
    public async Task<Dictionary<Guid, string>> BodiesAsync(Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == council && b.Kind == BodyKind.Committee && b.Until == null).OrderBy(b => b.Code).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
    }
}

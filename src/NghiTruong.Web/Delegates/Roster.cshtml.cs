using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Refusals;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>Who held a mandate on a day, and the base of majorities on it.</summary>
[Requires<ReadDelegates>]
public sealed class RosterModel(IDbContextFactory<Db> contexts, DelegatePageTools tools) : PageModel
{
    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public CouncilName? Council { get; private set; }

    public string? Asked { get; private set; }

    public DateOnly On { get; private set; }

    public Roster? Roster { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Councils, Bodies, On) = (await tools.Desks.SeenAsync<ReadDelegates>(ct), await tools.Directory.BodiesAsync(ct), tools.Clock.Today);
        var asked = await RosterQuery.ReadAsync(Request.Query, tools, ct);
        Asked = AddressReader.Text(Request.Query, "council");
        if (Asked is null && Councils.Count > 0)
        {
            asked = RosterQuery.Of(Councils[0], AddressReader.Text(Request.Query, "on"), On);
        }
        else if (Asked is null)
        {
            return;
        }

        if (ModelState.Refuse(asked, tools.Texts, ""))
        {
            return;
        }

        (Council, On) = asked.Value;
        Asked = Council.Code;
        await using var db = await contexts.CreateDbContextAsync(ct);
        Roster = await DelegateRoster.OnAsync(db, Council.Id, On, ct);
    }
}

/// <summary>Whose roster of which day, the same for page and API; a council one may not read is not found.</summary>
internal static class RosterQuery
{
    /// <returns>Refusals <c>council.notFound</c>, <c>delegates.filterUnreadable</c>.</returns>
    public static async ValueTask<Result<(CouncilName Council, DateOnly On)>> ReadAsync(IQueryCollection query, DelegatePageTools tools, CancellationToken ct) =>
        await tools.Desks.FindAsync(AddressReader.Text(query, "council"), ct) is { } council && tools.Acting.CapacityFor<ReadDelegates>(council.Id, council.ProvinceId) is not null
            ? Of(council, AddressReader.Text(query, "on"), tools.Clock.Today)
            : new Refusal("council.notFound", "council");

    public static Result<(CouncilName Council, DateOnly On)> Of(CouncilName council, string? on, DateOnly today)
    {
        var day = today;

        return on is null || NghiTruong.Language.OfficialDate.TryParse(on, out day) ? (council, on is null ? today : day) : new Refusal("delegates.filterUnreadable", "on", on);
    }
}

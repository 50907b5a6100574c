using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

/// <summary>A unit: its names and parents by day, what it went over into and took in, what lies below it, its council.</summary>
[Requires<ReadCouncils>]
public sealed class UnitModel(UnitBook book, Db db, Acting acting, TimeProvider clock) : PageModel
{
    public IReadOnlyList<UnitLine> History { get; private set; } = [];

    public IReadOnlyList<(UnitSuccession Succession, UnitLine Other, bool IsInto)> Successions { get; private set; } = [];

    public IReadOnlyList<UnitLine> Children { get; private set; } = [];

    public Council? Council { get; private set; }

    public UnitLine Latest => History[0];

    public bool HasEnded => Latest.Until < clock.Today;

    public bool MayMerge => !HasEnded && acting.CapacityFor<ManageUnits>(Guid.Empty, Guid.Empty) is not null;

    public bool MayHandOver => HasEnded && Council is { } council && acting.CapacityFor<HandOverMatters>(council.Id, council.ProvinceId) is not null;

    public bool MayReadCouncil => Council is { } council && acting.CapacityFor<ReadCouncils>(council.Id, council.ProvinceId) is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        History = await book.HistoryAsync(id, ct);
        if (History.Count == 0)
        {
            return NotFound();
        }

        Council = await db.Set<Council>().AsNoTracking().Include(c => c.Terms).FirstOrDefaultAsync(c => c.UnitId == id, ct);
        Children = await book.ChildrenAsync(id, Latest.Until ?? clock.Today, ct);
        List<(UnitSuccession, UnitLine, bool)> successions = [];
        foreach (var succession in await book.SuccessionsAsync(id, ct))
        {
            var isInto = succession.FromUnitId == id;
            successions.Add((succession, (await book.HistoryAsync(isInto ? succession.ToUnitId : succession.FromUnitId, ct))[0], isInto));
        }

        Successions = successions;

        return Page();
    }
}

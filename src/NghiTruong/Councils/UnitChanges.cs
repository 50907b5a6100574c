using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Language;
using NghiTruong.Operations;

namespace NghiTruong.Councils;

/// <summary>Gives standing units another name, kind, code or parent from a day on; the same day again corrects what that day brought.</summary>
internal sealed class UnitChanges(Work work, Capacity capacity, IReadOnlyDictionary<string, Guid> unitIds, MatterMover mover)
{
    public async Task ApplyAsync(IReadOnlyList<(StandingUnit Unit, UnitRow Row)> changed, DateOnly from, CancellationToken ct)
    {
        foreach (var (unit, row) in changed)
        {
            await ReplaceVersionAsync(unit, row, from, ct);
            var council = await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.UnitId == unit.UnitId, ct);
            if (council is not null)
            {
                await RenameAsync(council, row, ct);
            }

            work.Record(
                new UnitChanged(UnitEvent.About(unit.UnitId, row.Code, council?.Id ?? Guid.Empty), unit.FullName, row.FullName, from), capacity);
        }
    }

    private async Task ReplaceVersionAsync(StandingUnit unit, UnitRow row, DateOnly from, CancellationToken ct)
    {
        var version = await work.Db.Set<UnitVersion>().SingleAsync(v => v.UnitId == unit.UnitId && v.Until == null, ct);
        if (version.From == from)
        {
            work.Db.Remove(version);
        }
        else
        {
            version.Until = from.AddDays(-1);
        }

        work.Db.Add(UnitFounding.Version(unit.UnitId, row, unitIds, from));
    }

    private async Task RenameAsync(Council council, UnitRow row, CancellationToken ct)
    {
        council.Name = UnitNames.Council(row.FullName);
        council.Folded = VietnameseText.Fold(council.Name);
        council.SortKey = SortKeys.Of(row.Name);
        var province = unitIds[row.ParentCode ?? row.Code];
        if (council.ProvinceId != province)
        {
            await mover.ChangeProvinceAsync(work.Db, council, province, ct);
        }
    }
}

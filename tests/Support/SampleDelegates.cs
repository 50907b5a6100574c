using NghiTruong.Councils;
using NghiTruong.Delegates;

namespace NghiTruong.Support;

/// <summary>Delegates put into the register as if they had been there since the term began; everybody in it is invented.</summary>
public static class SampleDelegates
{
    public static readonly DateOnly TermStart = new(2026, 3, 15);

    private static int _number;

    /// <summary>A delegate of the commune Nà Mẫu unless another council is named.</summary>
    public static async Task<Delegate> AddDelegateAsync(
        this TestHouse house, string name = "Nguyễn Văn Mẫu", Council? at = null, DateOnly? from = null, DateOnly? until = null, bool fullTime = false, Guid? userId = null, Guid? groupId = null)
    {
        var council = at ?? house.Province.NaMau;
        await using var db = house.Db();
        var first = from ?? TermStart;
        var added = new Delegate
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = DelegateCode.Of(council.Code, first.Year, 500 + Interlocked.Increment(ref _number)),
            Term = "2026-2031",
            FullName = name,
            Entry = first > TermStart ? DelegateEntry.ByElection : DelegateEntry.Election,
            UserId = userId,
            GroupId = groupId,
            IsFullTime = fullTime,
            From = first,
            CreatedAt = house.Clock.GetUtcNow().UtcDateTime,
        };
        if (until is { } last)
        {
            added.End(last, MandateEnd.Released, "1/NQ-HĐND");
        }

        db.Add(added);
        if (fullTime)
        {
            db.Add(new DelegateSpell { Id = Guid.CreateVersion7(), DelegateId = added.Id, CouncilId = council.Id, Kind = SpellKind.FullTime, From = first, Until = until });
        }

        await db.SaveChangesAsync();

        return added;
    }

    public static async Task AddSpellAsync(this TestHouse house, Delegate of, SpellKind kind, DateOnly from, DateOnly? until = null)
    {
        await using var db = house.Db();
        db.Add(new DelegateSpell { Id = Guid.CreateVersion7(), DelegateId = of.Id, CouncilId = of.CouncilId, Kind = kind, From = from, Until = until });
        await db.SaveChangesAsync();
    }
}

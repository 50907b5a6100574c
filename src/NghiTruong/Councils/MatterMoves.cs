using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Councils;

/// <summary>A matter that is still open at a council, as a hand-over lists it.</summary>
/// <param name="Kind"><c>petition</c> ...: the subject's kind in the journal.</param>
public sealed record OpenMatter(string Kind, Guid Id, string Code, string Title, string? Place, DateOnly? DueOn);

/// <summary>Where matters go: the receiving council, its province, and which of its agencies takes the place of which former one.</summary>
public sealed record MatterMove(Guid FromCouncilId, Guid ToCouncilId, Guid ToProvinceId, IReadOnlyDictionary<Guid, Guid> Agencies)
{
    public Guid? Agency(Guid? former) => former is { } id && Agencies.TryGetValue(id, out var successor) ? successor : former;

    public Guid? Holder(Guid? council) => council == FromCouncilId ? ToCouncilId : council;
}

/// <summary>
/// A room whose rows have an owner council registers one: which of its matters are open, and how they move. Rows are loaded tracked and changed, so that the
/// journal and the counting see them; <see cref="ICouncilRecord.OriginCouncilId"/> stays.
/// </summary>
public interface IMovesOnMerge
{
    /// <summary>Matters of a council that are still open; none for a room whose rows only go along with others' matters.</summary>
    Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct);

    /// <summary>Moves this room's rows of the matters, whichever room the matters are of.</summary>
    Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct);

    /// <summary>The council has ended: what other councils passed to it is now held by its successor.</summary>
    Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct);
}

/// <summary>A matter left for another council; in the chain of the one that gave it.</summary>
public sealed record MatterHandedOver(Subject Subject, Guid ToCouncilId, string ToCouncil, DateOnly On, string? Basis) : HouseEvent(Subject)
{
    public override string Code => "matter.handedOver";
}

/// <summary>A matter came from another council; in the chain of the one that took it.</summary>
public sealed record MatterTakenOver(Subject Subject, Guid FromCouncilId, string FromCouncil, DateOnly On, string? Basis) : HouseEvent(Subject)
{
    public override string Code => "matter.takenOver";
}

/// <summary>Moves open matters from one council to another inside an operation, with an event in both chains for each.</summary>
public sealed class MatterMover(IEnumerable<IMovesOnMerge> rooms, IEnumerable<CountSource> counted)
{
    /// <summary>The council goes over to another province with all its rows, open and closed; the counts go along.</summary>
    internal async Task ChangeProvinceAsync(Db db, Council council, Guid provinceId, CancellationToken ct)
    {
        council.ProvinceId = provinceId;
        await CountAsync(db, council.Id, -1, ct);
        await ProvinceOfRows.RewriteAsync(db, council.Id, provinceId, ct);
        await CountAsync(db, council.Id, 1, ct);
    }

    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct)
    {
        List<OpenMatter> open = [];
        foreach (var room in rooms)
        {
            open.AddRange(await room.OpenAsync(db, councilId, ct));
        }

        return open;
    }

    internal async Task MoveAllAsync(Work work, Capacity capacity, Council from, Council to, DateOnly on, string? basis, ICollection<OpenMatter> moved, CancellationToken ct)
    {
        var open = await OpenAsync(work.Db, from.Id, ct);
        var move = await MoveAsync(work, capacity, from, to, open, on, basis, ct);
        foreach (var room in rooms)
        {
            await room.MoveHeldAsync(work.Db, move, ct);
        }

        foreach (var matter in open)
        {
            moved.Add(matter);
        }
    }

    internal async Task<MatterMove> MoveAsync(
        Work work, Capacity capacity, Council from, Council to, IReadOnlyList<OpenMatter> matters, DateOnly on, string? basis, CancellationToken ct)
    {
        var move = new MatterMove(from.Id, to.Id, to.ProvinceId, await AgencySuccession.BetweenAsync(work.Db, from.Id, to.Id, ct));
        var ids = matters.Select(m => m.Id).ToList();
        foreach (var room in rooms)
        {
            await room.MoveAsync(work.Db, ids, move, ct);
        }

        foreach (var matter in matters)
        {
            work.Record(new MatterHandedOver(new Subject(matter.Kind, matter.Id, matter.Code, from.Id), to.Id, to.Name, on, basis), capacity);
            work.Record(new MatterTakenOver(new Subject(matter.Kind, matter.Id, matter.Code, to.Id), from.Id, from.Name, on, basis), capacity);
        }

        return move;
    }

    private async Task CountAsync(Db db, Guid councilId, int sign, CancellationToken ct)
    {
        foreach (var source in counted)
        {
            await CountCheck.AddAsync(db, source, sign, [councilId], ct);
        }
    }
}

/// <summary>Which agency of the receiving council takes the place of which agency of the former one.</summary>
internal static class AgencySuccession
{
    public static async Task<Dictionary<Guid, Guid>> BetweenAsync(Db db, Guid from, Guid to, CancellationToken ct)
    {
        var agencies = await db.Set<Agency>().AsNoTracking().Where(a => a.CouncilId == from || a.CouncilId == to).ToListAsync(ct);
        var receiving = agencies.Where(a => a.CouncilId == to && a.Until is null).ToList();

        return agencies
            .Where(a => a.CouncilId == from)
            .Select(a => (Former: a.Id, Successor: a.SuccessorId ?? SuccessorOf(a, receiving)?.Id))
            .Where(pair => pair.Successor is not null)
            .ToDictionary(pair => pair.Former, pair => pair.Successor!.Value);
    }

    /// <summary>The one of the same name, else the only one of its kind, else the UBND, which named its departments itself. The Party and the Front have one each.</summary>
    private static Agency? SuccessorOf(Agency former, List<Agency> receiving)
    {
        var alike = receiving.Where(a => a.Kind == former.Kind).ToList();

        return alike.Find(a => a.Folded == former.Folded)
            ?? (alike is [var only] ? only : receiving.Find(a => a.Kind == AgencyKind.PeoplesCommittee));
    }
}

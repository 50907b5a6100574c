using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Refusals;

namespace NghiTruong.Operations;

/// <summary>One operation under way: its context, who acts, when, and what has happened so far.</summary>
public sealed class Work
{
    private readonly List<(HouseEvent Event, JournalActor Actor)> _events = [];
    private readonly Dictionary<Guid, JournalHead> _held = [];

    internal Work(Db db, Acting acting, TimeProvider clock)
    {
        Db = db;
        Acting = acting;
        var now = clock.Now;
        // PostgreSQL keeps microseconds; what is hashed must be what is stored.
        Now = now.AddTicks(-(now.Ticks % 10));
        Today = now.VietnamDate;
    }

    public Db Db { get; }

    public Acting Acting { get; }

    /// <summary>UTC.</summary>
    public DateTime Now { get; }

    /// <summary>The civil date in Vietnam.</summary>
    public DateOnly Today { get; }

    public Guid OperationId { get; } = Guid.CreateVersion7();

    public IReadOnlyList<(HouseEvent Event, JournalActor Actor)> Events => _events;

    /// <summary>Heads of the journal that are locked already.</summary>
    internal IReadOnlyDictionary<Guid, JournalHead> Held => _held;

    /// <summary>Records what happened, done in the given capacity.</summary>
    public void Record(HouseEvent happened, Capacity capacity) =>
        Record(happened, capacity.PlaceName.Length == 0 ? capacity.Role.ToString() : $"{capacity.Role} · {capacity.PlaceName}");

    /// <summary>Records what a person did to their own account, for which no permission is asked.</summary>
    public void RecordAsSelf(HouseEvent happened, Capacity? first)
    {
        if (first is null)
        {
            Record(happened, "");
        }
        else
        {
            Record(happened, first);
        }
    }

    private void Record(HouseEvent happened, string capacity) =>
        _events.Add((happened, new JournalActor(Acting.UserId, Acting.UserName, capacity, Acting.Because)));

    /// <summary>
    /// For acts that look whether something is there before they add it: two presses at once, or two clerks, go one after the other from here on, and the second sees what
    /// the first has stored.
    /// </summary>
    public async Task HoldAsync(Guid councilId, CancellationToken ct)
    {
        if (!_held.ContainsKey(councilId))
        {
            _held[councilId] = await JournalChain.LockAsync(Db, councilId, ct);
        }
    }

    /// <summary>The capacity that gives <typeparamref name="T"/> over the record, as its council or one above (by reach); null when there is none.</summary>
    public Capacity? CapacityFor<T>(ICouncilRecord record)
        where T : Permission, new() => Acting.CapacityFor<T>(record.CouncilId, record.ProvinceId);

    /// <summary>
    /// Refuses when the person edited an older version than the one stored; the second of two clerks sees what changed and loses nothing typed.
    /// </summary>
    /// <param name="seen">The version the form was filled from; null where the caller does not say (API without If-Match).</param>
    public static Refusal? ChangedMeanwhile(IVersioned record, int? seen) =>
        seen is { } version && version != record.Version ? new Refusal("record.changedMeanwhile") : null;
}

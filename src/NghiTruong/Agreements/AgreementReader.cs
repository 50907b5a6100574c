using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;

namespace NghiTruong.Agreements;

/// <summary>A duty with its tasks, the newest first.</summary>
public sealed record DutyView(AgreementDuty Duty, string Owner, IReadOnlyList<AgreementTask> Tasks);

/// <summary>Everything about one agreement that its page shows to this person.</summary>
public sealed record AgreementWhole(CoordinationAgreement Agreement)
{
    public IReadOnlyList<AgreementParty> Parties { get; init; } = [];

    public IReadOnlyList<AgreementStep> Steps { get; init; } = [];

    public IReadOnlyList<DutyView> Duties { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    /// <summary>What it renewed and what renewed it: code and number.</summary>
    public (string Code, string Number)? Former { get; init; }

    public (string Code, string Number)? Successor { get; init; }

    public bool MayKeep { get; init; }

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public string? NameOf(Guid? party) => Parties.FirstOrDefault(p => p.Id == party)?.Name;
}

/// <summary>A task with its agreement, its item and its story.</summary>
public sealed record AgreementTaskWhole(AgreementTask Task, CoordinationAgreement Agreement)
{
    public IReadOnlyList<FollowUpItem> Items { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public bool MayFinish { get; init; }

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>Reads one agreement or task whole, within what the person may see; null is "not found".</summary>
public sealed class AgreementReader(IDbContextFactory<Db> contexts)
{
    public async Task<AgreementWhole?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<CoordinationAgreement>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(a => a.Code == code, ct) is not { } agreement)
        {
            return null;
        }

        var parties = await db.Set<AgreementParty>().AsNoTracking().Where(p => p.AgreementId == agreement.Id).OrderBy(p => p.Place).ToListAsync(ct);
        var story = acting.ReadsWhole(agreement) ? await StoryAsync(db, agreement.Id, ct) : [];

        return new AgreementWhole(agreement)
        {
            Parties = parties,
            Steps = await db.Set<AgreementStep>().AsNoTracking().Where(s => s.AgreementId == agreement.Id).OrderBy(s => s.Place).ToListAsync(ct),
            Duties = await DutiesAsync(db, agreement, parties, acting, ct),
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => u.OwnerId == agreement.Id).OrderBy(u => u.Id).ToListAsync(ct),
            Former = await NumberOfAsync(db, agreement.RenewsId, ct),
            Successor = await NumberOfAsync(db, agreement.SuccessorId, ct),
            MayKeep = acting.CapacityFor<KeepAgreements>(agreement.CouncilId, agreement.ProvinceId) is not null,
            Story = story,
            Names = await NamesAsync(db, story, ct),
        };
    }

    public async Task<AgreementTaskWhole?> TaskAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<AgreementTask>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(t => t.Code == code, ct) is not { } task)
        {
            return null;
        }

        var story = await StoryAsync(db, task.Id, ct);

        return new AgreementTaskWhole(task, await db.Set<CoordinationAgreement>().AsNoTracking().FirstAsync(a => a.Id == task.AgreementId, ct))
        {
            Items = await db.Set<FollowUpItem>().AsNoTracking().Where(i => i.SubjectId == task.Id).OrderBy(i => i.Id).ToListAsync(ct),
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => u.OwnerId == task.Id).OrderBy(u => u.Id).ToListAsync(ct),
            MayFinish = task.State == AgreementTaskState.Following
                && (acting.CapacityFor<FinishAgreementTasks>(task.CouncilId, task.ProvinceId) is not null || (task.AgencyId is { } agency && acting.CapacityAtAgency<FinishAgreementTasks>(agency) is not null)),
            Story = story,
            Names = await NamesAsync(db, story, ct),
        };
    }

    /// <summary>A party reads the duties of all: it signed them; the tasks of others are those of the council's readers.</summary>
    private static async Task<IReadOnlyList<DutyView>> DutiesAsync(Db db, CoordinationAgreement agreement, List<AgreementParty> parties, Acting acting, CancellationToken ct)
    {
        var duties = await db.Set<AgreementDuty>().AsNoTracking().Where(d => d.AgreementId == agreement.Id).OrderBy(d => d.EndedOn != null).ThenBy(d => d.Id).ToListAsync(ct);
        var tasks = (await db.Set<AgreementTask>().AsNoTracking().VisibleTo(acting).Where(t => t.AgreementId == agreement.Id).OrderByDescending(t => t.DueOn).ToListAsync(ct)).ToLookup(t => t.DutyId);

        return [.. duties.Select(d => new DutyView(d, parties.Find(p => p.Id == d.PartyId)?.Name ?? "", [.. tasks[d.Id]]))];
    }

    private static async Task<(string Code, string Number)?> NumberOfAsync(Db db, Guid? id, CancellationToken ct) =>
        id is not null && await db.Set<CoordinationAgreement>().Where(a => a.Id == id).Select(a => new { a.Code, a.Number }).FirstOrDefaultAsync(ct) is { } found ? (found.Code, found.Number) : null;

    private static async Task<List<JournalEntry>> StoryAsync(Db db, Guid subject, CancellationToken ct) =>
        await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == subject).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);

    private static async Task<Dictionary<Guid, string>> NamesAsync(Db db, IReadOnlyList<JournalEntry> story, CancellationToken ct)
    {
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Conferences;

/// <summary>What a list of conferences is asked for; it stands in the address.</summary>
public sealed record ConferenceFilter
{
    public Guid? CouncilId { get; init; }

    public ConferenceState? State { get; init; }

    /// <summary>Words of title, theme or code, with or without marks.</summary>
    public string? Words { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record ConferenceRow(Guid Id, string Code, Guid CouncilId, string Title, string? Theme, DateOnly HeldOn, ConferenceState State, string? NoticeNumber, int Sites, int Opinions, int Proposals, int Open);

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record ConferencePage(IReadOnlyList<ConferenceRow> Rows, string? Next);

/// <summary>Everything about one conference that its page shows to this person.</summary>
public sealed record ConferenceWhole(Conference Conference)
{
    /// <summary>In the order of the tree.</summary>
    public IReadOnlyList<ConferenceSite> Sites { get; init; } = [];

    public IReadOnlyList<ConferenceParticipant> Participants { get; init; } = [];

    public IReadOnlyList<ConferencePaper> Papers { get; init; } = [];

    public IReadOnlyList<ConferenceOpinion> Opinions { get; init; } = [];

    public IReadOnlyList<ConferenceProposal> Proposals { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public bool MayKeep { get; init; }

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Persons who were there, each once.</summary>
    public int Present => ConferenceRules.Present(Participants);

    public int Listed => ConferenceRules.Listed(Participants);
}

/// <summary>Lists of conferences and one whole, within what the person may see; null is "not found".</summary>
public sealed class ConferenceReader(IDbContextFactory<Db> contexts)
{
    private const int MostRows = 200;

    public async Task<ConferencePage> ListAsync(ConferenceFilter f, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(f.Size, 1, MostRows);
        var found = db.Set<Conference>().AsNoTracking().VisibleTo(acting, db);
        found = f.CouncilId is { } council ? found.Where(c => c.CouncilId == council) : found;
        found = f.State is { } state ? found.Where(c => c.State == state) : found;
        foreach (var word in VietnameseText.Fold(f.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.Where(c => c.Folded.Contains(word));
        }

        if (ListCursor.Read(f.Cursor) is var (day, id))
        {
            found = found.Where(c => c.HeldOn < day || (c.HeldOn == day && c.Id < id));
        }

        var rows = await found.OrderByDescending(c => c.HeldOn).ThenByDescending(c => c.Id).Take(size + 1)
            .Select(c => new ConferenceRow(
                c.Id, c.Code, c.CouncilId, c.Title, c.Theme, c.HeldOn, c.State, c.NoticeNumber,
                db.Set<ConferenceSite>().Count(s => s.ConferenceId == c.Id),
                db.Set<ConferenceOpinion>().Count(o => o.ConferenceId == c.Id),
                db.Set<ConferenceProposal>().Count(p => p.ConferenceId == c.Id),
                db.Set<ConferenceProposal>().Count(p => p.ConferenceId == c.Id && p.State == ProposalState.Following)))
            .ToListAsync(ct);

        return rows.Count <= size ? new ConferencePage(rows, null) : new ConferencePage(rows[..size], ListCursor.At(rows[size - 1].HeldOn, rows[size - 1].Id));
    }

    public async Task<ConferenceWhole?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Conference>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(c => c.Code == code, ct) is not { } conference)
        {
            return null;
        }

        var papers = await db.Set<ConferencePaper>().AsNoTracking().Where(p => p.ConferenceId == conference.Id).OrderBy(p => p.Place).ToListAsync(ct);
        var owners = papers.ConvertAll(p => p.Id);
        var story = acting.CapacityFor<ReadConferences>(conference.CouncilId, conference.ProvinceId) is null
            ? []
            : await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == conference.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return new ConferenceWhole(conference)
        {
            Sites = await db.Set<ConferenceSite>().AsNoTracking().Where(s => s.ConferenceId == conference.Id).OrderBy(s => s.Place).ToListAsync(ct),
            Participants = await db.Set<ConferenceParticipant>().AsNoTracking().Where(p => p.ConferenceId == conference.Id).OrderBy(p => p.Id).ToListAsync(ct),
            Papers = papers,
            Opinions = await db.Set<ConferenceOpinion>().AsNoTracking().Where(o => o.ConferenceId == conference.Id).OrderBy(o => o.Place).ToListAsync(ct),
            Proposals = await db.Set<ConferenceProposal>().AsNoTracking().Where(p => p.ConferenceId == conference.Id).OrderBy(p => p.Place).ToListAsync(ct),
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => owners.Contains(u.OwnerId)).OrderBy(u => u.Id).ToListAsync(ct),
            MayKeep = acting.MayKeep(conference),
            Story = story,
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }
}

/// <summary>Tells conferences in a thread: held, concluded; their proposals are follow-up items, told for every kind alike.</summary>
internal sealed class ConferenceTeller(TextTable texts) : IThreadTeller
{
    public string Kind => ConferenceEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<Conference>().VisibleTo(acting, db).Where(c => c.Code == code).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var found = await db.Set<Conference>().AsNoTracking().VisibleTo(acting, db).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Code).ToListAsync(ct);

        return [.. found.Select(c => new ToldRecord(Kind, c.Id, c.Code, c.CouncilId, c.Title, texts["conference.state." + TextCode.Of(c.State)])
        {
            IsOpen = c.State != ConferenceState.Concluded,
            Lines = c.State == ConferenceState.Planned
                ? []
                :
                [
                    new ToldLine(c.HeldOn, "conference.held", texts["thread.conference.held"]) { Said = c.Theme },
                    .. c.Conclusion is { } conclusion ? [new ToldLine(c.NoticeOn ?? c.HeldOn, "conference.concluded", texts["thread.conference.concluded"]) { Number = c.NoticeNumber, Said = conclusion }] : Array.Empty<ToldLine>(),
                ],
        })];
    }

    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);
}

/// <summary>Conferences still planned or with proposals that are followed go to the successor when units merge; what is over stays where it was held.</summary>
internal sealed class ConferenceMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
        await db.Set<Conference>().AsNoTracking()
            .Where(c => c.CouncilId == councilId && (c.State != ConferenceState.Concluded || db.Set<ConferenceProposal>().Any(p => p.ConferenceId == c.Id && p.State == ProposalState.Following)))
            .OrderBy(c => c.Code).Select(c => new OpenMatter(ConferenceEvent.SubjectKind, c.Id, c.Code, c.Title, c.Place, null)).ToListAsync(ct);

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        var moved = await db.Set<Conference>().Where(c => c.CouncilId == move.FromCouncilId && matters.Contains(c.Id)).ToListAsync(ct);
        moved.ForEach(c => (c.CouncilId, c.ProvinceId) = (move.ToCouncilId, move.ToProvinceId));
        var ids = moved.ConvertAll(c => c.Id);
        foreach (var proposal in await db.Set<ConferenceProposal>().Where(p => ids.Contains(p.ConferenceId)).ToListAsync(ct))
        {
            proposal.LeadAgencyId = move.Agency(proposal.LeadAgencyId);
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}

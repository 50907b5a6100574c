using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Supervision.Papers;

namespace NghiTruong.Supervision;

/// <summary>Everything about one supervision that its page shows; what is not issued yet is empty for those who may not see it.</summary>
public sealed record SupervisionView(SupervisionCase Supervision, bool MayReadFindings)
{
    public SupervisionProgramme? Programme { get; init; }

    public IReadOnlyList<SupervisedBody> Bodies { get; init; } = [];

    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    public IReadOnlyList<SupervisionPaper> Papers { get; init; } = [];

    /// <summary>Papers that are on their way as letters.</summary>
    public IReadOnlyList<PaperOnItsWay> OnTheWay { get; init; } = [];

    public IReadOnlyList<SupervisionVisit> Visits { get; init; } = [];

    public IReadOnlyList<SupervisionFinding> Findings { get; init; } = [];

    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    public IReadOnlyList<SupervisionDelivery> Deliveries { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    /// <summary>Full names of those who act in the story.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Papers its kind needs and that are not there.</summary>
    public IReadOnlyList<RequiredPaper> Missing => [.. SupervisionKinds.PapersOf(Supervision.Kind).Where(p => !Has(p.Kind))];

    private bool Has(SupervisionPaperKind kind) => Papers.Any(p => p.Kind == kind && p.WithdrawnOn is null) || kind switch
    {
        SupervisionPaperKind.Report => Supervision.ReportedOn is not null,
        SupervisionPaperKind.Conclusion => Supervision.ConcludedOn is not null,
        _ => false,
    };
}

/// <summary>A paper drafted as a letter that has not gone out.</summary>
public sealed record PaperOnItsWay(SupervisionPaperKind Paper, Guid LetterId, LetterState State);

/// <summary>A recommendation with its supervision, its terms and its story.</summary>
public sealed record RecommendationView(Recommendation Recommendation, string SupervisionCode, string Theme)
{
    /// <summary>Code of the field its supervision is about.</summary>
    public string? Field { get; init; }

    public IReadOnlyList<FollowUpItem> Items { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}

/// <summary>Reads one supervision or recommendation whole, within what the person may see; null is "not found".</summary>
public sealed class SupervisionReader(IDbContextFactory<Db> contexts)
{
    /// <summary>What others may see of a story before the report is issued: that it is in the programme, was put off, held.</summary>
    private static readonly string[] OpenEvents = ["supervision.programmed", "supervision.putOff", "supervision.cancelled", "supervision.held", "supervision.imported"];

    public async Task<SupervisionView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<SupervisionCase>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(s => s.Code == code, ct) is not { } s)
        {
            return null;
        }

        var bodies = await db.Set<SupervisedBody>().AsNoTracking().Where(b => b.SupervisionId == s.Id).OrderBy(b => b.Id).ToListAsync(ct);
        var view = new SupervisionView(s, acting.MayReadFindings(s, bodies.Select(b => b.AgencyId)))
        {
            Bodies = bodies,
            Programme = await db.Set<SupervisionProgramme>().AsNoTracking().FirstOrDefaultAsync(p => p.CouncilId == s.CouncilId && p.Year == s.Year && p.Subject == s.Subject && p.BodyId == s.BodyId, ct),
            Team = await db.Set<TeamMember>().AsNoTracking().Where(m => m.SupervisionId == s.Id).OrderBy(m => m.Role).ThenBy(m => m.Id).ToListAsync(ct),
            Deliveries = await db.Set<SupervisionDelivery>().AsNoTracking().Where(d => d.SupervisionId == s.Id).OrderBy(d => d.SentOn).ToListAsync(ct),
        };
        var story = await StoryAsync(db, s.Id, view.MayReadFindings ? null : OpenEvents, ct);
        view = view with { Story = story, Names = await NamesAsync(db, story, ct) };

        return view.MayReadFindings ? await InsideAsync(db, view, acting, ct) : Outside(view);
    }

    public async Task<RecommendationView?> RecommendationAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Recommendation>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(r => r.Code == code, ct) is not { } r)
        {
            return null;
        }

        var of = await db.Set<SupervisionCase>().AsNoTracking().Where(s => s.Id == r.SupervisionId).Select(s => new { s.Code, s.Theme, s.Field }).FirstAsync(ct);
        var story = await StoryAsync(db, r.Id, null, ct);

        return new RecommendationView(r, of.Code, of.Theme)
        {
            Field = of.Field,
            Items = await db.Set<FollowUpItem>().AsNoTracking().Where(i => i.SubjectId == r.Id).OrderBy(i => i.Id).ToListAsync(ct),
            Story = story,
            Names = await NamesAsync(db, story, ct),
        };
    }

    private static async Task<SupervisionView> InsideAsync(Db db, SupervisionView view, Acting acting, CancellationToken ct)
    {
        var id = view.Supervision.Id;
        var papers = await db.Set<SupervisionPaper>().AsNoTracking().Where(p => p.SupervisionId == id).OrderBy(p => p.Kind).ThenBy(p => p.RecordedAt).ToListAsync(ct);
        var visits = await db.Set<SupervisionVisit>().AsNoTracking().Where(v => v.SupervisionId == id).OrderBy(v => v.On).ToListAsync(ct);
        List<Guid> owners = [.. papers.Select(p => p.Id), .. visits.Select(v => v.Id)];

        return view with
        {
            Papers = papers,
            OnTheWay = await (
                from link in db.Set<SupervisionLetter>()
                join letter in db.Set<OfficialLetter>() on link.LetterId equals letter.Id
                where link.SupervisionId == id && LetterStates.OnTheWay.Contains(letter.State)
                orderby link.Paper
                select new PaperOnItsWay(link.Paper, letter.Id, letter.State)).ToListAsync(ct),
            Visits = visits,
            Findings = await db.Set<SupervisionFinding>().AsNoTracking().Where(f => f.SupervisionId == id).OrderBy(f => f.Kind).ThenBy(f => f.Id).ToListAsync(ct),
            Recommendations = await db.Set<Recommendation>().AsNoTracking().VisibleTo(acting).Where(r => r.SupervisionId == id).OrderBy(r => r.Code).ToListAsync(ct),
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => owners.Contains(u.OwnerId)).OrderBy(u => u.Id).ToListAsync(ct),
        };
    }

    /// <summary>The words of the results stay at home until the report is issued.</summary>
    private static SupervisionView Outside(SupervisionView view)
    {
        var s = view.Supervision;
        (s.Results, s.Shortcomings, s.Assessment, s.NoRecommendationBecause) = (null, null, null, null);

        return view;
    }

    private static async Task<List<JournalEntry>> StoryAsync(Db db, Guid subject, IReadOnlyList<string>? only, CancellationToken ct) =>
        await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == subject && (only == null || only.Contains(e.EventCode)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);

    private static async Task<Dictionary<Guid, string>> NamesAsync(Db db, List<JournalEntry> story, CancellationToken ct)
    {
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);
    }
}

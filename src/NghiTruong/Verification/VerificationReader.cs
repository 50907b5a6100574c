using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Verification.Checks;

namespace NghiTruong.Verification;

/// <summary>One dossier as its page shows it; what the person may not see is empty.</summary>
public sealed record VerificationView(VerificationCase Case, bool MayReadDossier, bool MayReadWorkbench)
{
    /// <summary>The report may be read: at home, or once issued.</summary>
    public bool MayReadReport => MayReadWorkbench || Case.IsIssued;

    public IReadOnlyList<VerificationPaper> Papers { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public IReadOnlyList<VerificationComment> Comments { get; init; } = [];

    public IReadOnlyDictionary<string, string?> Parts { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<VerificationNote> Notes { get; init; } = [];

    public IReadOnlyList<VerificationScore> Scores { get; init; } = [];

    public LetterState? LetterState { get; init; }

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    /// <summary>Full names of those who act in the story.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Papers, parts, questions and frame of this dossier.</summary>
    public required VerificationSetup Setup { get; init; }

    /// <summary>Parts the agency owes and has not handed in.</summary>
    public IReadOnlyList<DossierPart> Missing => [.. Setup.Parts.Where(p => p is { IsRequired: true, IsOwn: false } && !Papers.Any(x => x.Part == p.Code))];

    /// <summary>Versions of the draft that came as Word files, oldest first.</summary>
    public IReadOnlyList<VerificationPaper> Versions => [.. Papers.Where(p => p.FileUseId is not null && Setup.Parts.Any(x => x.IsDraft && x.Code == p.Part)).OrderBy(p => p.RecordedAt)];

    public ScoreResult? Score => Scores.Count == 0 ? null : ScoreFrame.Judge([.. Scores.Where(s => Setup.Criterion(s.Criterion) is not null).Select(s => (s.Points, s.IsIllegal))], Setup.Bands);

    public FileUse? FileOf(VerificationPaper paper) => Files.FirstOrDefault(f => f.Id == paper.FileUseId);

    /// <summary>Calendar days the part is late: when it came, or today while it has not.</summary>
    public int DaysLate(DossierPart part, DateOnly today)
    {
        var due = part.IsOwn ? Case.ReportDueOn : Case.PapersDueOn;
        var came = part.IsOwn ? Case.ReportedOn : Papers.Where(p => p.Part == part.Code).Select(p => (DateOnly?)p.ReceivedOn).Min();

        return due is null || (came is null && !part.IsRequired) ? 0 : Math.Max(0, (came ?? today).DayNumber - due.Value.DayNumber);
    }
}

/// <summary>An earlier verification on a like subject.</summary>
public sealed record EarlierVerification(string Code, string Title, VerificationPosition? Position, string? ReportNumber, DateOnly? ReportedOn);

/// <summary>Reads one dossier whole, within what the person may see; null is "not found".</summary>
public sealed class VerificationReader(IDbContextFactory<Db> contexts, FileDesk files, DraftChecking checking, TimeProvider clock)
{
    public async Task<VerificationView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<VerificationCase>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(v => v.Code == code, ct) is not { } v)
        {
            return null;
        }

        var view = new VerificationView(v, acting.MayReadDossier(v), acting.MayReadWorkbench(v)) { Setup = await VerificationSetup.OfAsync(db, v, clock.Today, ct) };
        view = view.MayReadDossier ? await WithDossierAsync(db, view, ct) : view;
        view = view.MayReadReport ? await WithReportAsync(db, view, ct) : view;
        view = view.MayReadWorkbench ? await WithWorkbenchAsync(db, view, ct) : view;

        return view;
    }

    /// <summary>The newest draft with the machine's warnings; null where there is no Word file yet, or it cannot be read.</summary>
    public async Task<CheckedDraft?> DraftAsync(VerificationView view, Acting acting, CancellationToken ct)
    {
        if (!view.MayReadWorkbench || view.Versions is not [.., { FileUseId: { } use }] || await files.FindAsync(use, acting, ct) is not { } file)
        {
            return null;
        }

        using var content = await ContentAsync(file, ct);
        var read = DraftChecks.Read(content, file.Use.FileName, await checking.GroundAsync(view.Case.ProvinceId, view.Case.IsNormative, ct));

        return read.IsRefused ? null : read.Value;
    }

    /// <summary>Two versions of the draft, paragraph by paragraph; null where one is not there or cannot be read.</summary>
    public async Task<IReadOnlyList<ComparedParagraph>?> CompareAsync(VerificationView view, Guid older, Guid newer, Acting acting, CancellationToken ct)
    {
        if (view.Versions.FirstOrDefault(p => p.Id == older) is not { } left || view.Versions.FirstOrDefault(p => p.Id == newer) is not { } right)
        {
            return null;
        }

        return await TextOfAsync(left, acting, ct) is { } before && await TextOfAsync(right, acting, ct) is { } after ? VersionComparison.Compare(before, after) : null;
    }

    /// <summary>Reports already issued by the council on titles that share most words with this one.</summary>
    public async Task<IReadOnlyList<EarlierVerification>> EarlierAsync(VerificationCase v, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var issued = await db.Set<VerificationCase>().AsNoTracking().VisibleTo(acting)
            .Where(x => x.CouncilId == v.CouncilId && x.Id != v.Id && x.ReportedOn != null)
            .OrderByDescending(x => x.ReportedOn).Take(500)
            .Select(x => new EarlierVerification(x.Code, x.Title, x.Position, x.ReportNumber, x.ReportedOn)).ToListAsync(ct);
        var words = Language.VietnameseText.Tokens(v.Title).Where(w => w.Length > 1).ToHashSet(StringComparer.Ordinal);

        return [.. issued.Where(x => IsLike(words, x.Title)).Take(5)];
    }

    private static bool IsLike(HashSet<string> words, string title)
    {
        var other = Language.VietnameseText.Tokens(title).Where(w => w.Length > 1).ToHashSet(StringComparer.Ordinal);

        return words.Count > 0 && other.Count > 0 && words.Count(other.Contains) * 2 >= Math.Min(words.Count, other.Count) + 1;
    }

    private async Task<IReadOnlyList<string>?> TextOfAsync(VerificationPaper paper, Acting acting, CancellationToken ct)
    {
        if (await files.FindAsync(paper.FileUseId!.Value, acting, ct) is not { } file)
        {
            return null;
        }

        using var content = await ContentAsync(file, ct);
        var read = Documents.Word.WordText.Paragraphs(content);

        return read.IsRefused ? null : [.. read.Value.Where(p => p.Place == Documents.Word.TextPlace.Body).Select(p => p.Text)];
    }

    private static async Task<MemoryStream> ContentAsync(FoundFile file, CancellationToken ct)
    {
        var content = new MemoryStream();
        await using (file.Content)
        {
            await file.Content.CopyToAsync(content, ct);
        }

        content.Position = 0;

        return content;
    }

    private static async Task<VerificationView> WithDossierAsync(Db db, VerificationView view, CancellationToken ct)
    {
        var id = view.Case.Id;
        var papers = await db.Set<VerificationPaper>().AsNoTracking().Where(p => p.VerificationId == id).OrderBy(p => p.RecordedAt).ToListAsync(ct);
        var owners = papers.Select(p => p.Id).ToList();

        return view with
        {
            Papers = papers,
            Files = await db.Set<FileUse>().AsNoTracking().Where(u => owners.Contains(u.OwnerId)).ToListAsync(ct),
            Comments = await db.Set<VerificationComment>().AsNoTracking().Where(c => c.VerificationId == id).OrderBy(c => c.RecordedAt).ToListAsync(ct),
        };
    }

    private static async Task<VerificationView> WithReportAsync(Db db, VerificationView view, CancellationToken ct)
    {
        var id = view.Case.Id;

        return view with
        {
            Parts = await db.Set<VerificationPart>().AsNoTracking().Where(p => p.VerificationId == id).ToDictionaryAsync(p => p.Part, p => p.Text, ct),
            Scores = await db.Set<VerificationScore>().AsNoTracking().Where(s => s.VerificationId == id).OrderBy(s => s.Criterion).ToListAsync(ct),
        };
    }

    private static async Task<VerificationView> WithWorkbenchAsync(Db db, VerificationView view, CancellationToken ct)
    {
        var (id, letter) = (view.Case.Id, view.Case.LetterId);
        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return view with
        {
            Notes = await db.Set<VerificationNote>().AsNoTracking().Where(n => n.VerificationId == id).OrderBy(n => n.Paragraph).ThenBy(n => n.RecordedAt).ToListAsync(ct),
            LetterState = letter is null ? null : await db.Set<OfficialLetter>().Where(l => l.Id == letter).Select(l => (LetterState?)l.State).FirstOrDefaultAsync(ct),
            Story = story,
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
        };
    }
}

using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions.Reports;

/// <summary>One paper of the dossier.</summary>
/// <param name="Code">As addresses write it; also the name of its file.</param>
/// <param name="Kind">The kind of document it is.</param>
/// <param name="IsSigned">It goes the signing path; an annex goes with its report.</param>
public sealed record DossierPaper(string Code, string Kind, bool IsSigned);

/// <summary>A paper on the signing path.</summary>
/// <param name="AsOf">The day of its figures.</param>
public sealed record DossierLetter(Guid Id, string Kind, LetterState State, string? FullNumber, DateOnly AsOf);

/// <summary>A file to be saved.</summary>
public sealed record DossierFile(string FileName, byte[] Content);

/// <summary>
/// Hồ sơ kiến nghị trước kỳ họp: all papers of a council's session from its records in one go, each as a draft with the figures of the day; those to be signed
/// can be put onto the signing path, where they keep the figures they were written with.
/// </summary>
public sealed class SessionDossier
{
    private readonly OperationRunner _operations;
    private readonly SessionFiguresReader _reader;
    private readonly SessionAnnexes _annexes;
    private readonly LetterForms _forms;
    private readonly IDbContextFactory<Db> _contexts;
    private readonly TimeProvider _clock;
    private readonly ISessionPaper[] _papers;

    public SessionDossier(
        OperationRunner operations,
        SessionFiguresReader reader,
        SessionAnnexes annexes,
        LetterForms forms,
        IDbContextFactory<Db> contexts,
        TimeProvider clock,
        IEnumerable<ILetterContent> kinds)
    {
        (_operations, _reader, _annexes, _forms, _contexts, _clock) = (operations, reader, annexes, forms, contexts, clock);
        _papers = [.. kinds.OfType<ISessionPaper>()];
    }

    /// <summary>In the order a session reads them.</summary>
    public static IReadOnlyList<DossierPaper> Papers { get; } =
    [
        new("bao-cao-tong-hop", SessionSummaryReport.KindCode, true),
        new("bao-cao-giam-sat", SettlementReport.KindCode, true),
        new("du-thao-nghi-quyet", SettlementResolution.KindCode, true),
        new("phu-luc-tham-quyen", SessionAnnexes.Kinds[0].Kind, false),
        new("phu-luc-co-quan", SessionAnnexes.Kinds[1].Kind, false),
        new("phu-luc-ton-dong", SessionAnnexes.Kinds[2].Kind, false),
    ];

    /// <summary>One paper as Word with the figures of today; null is "not found". Refusals <c>dossier.empty</c>, <c>template.*</c>.</summary>
    public async Task<Result<DossierFile>?> WriteAsync(Guid councilId, string session, string code, Acting acting, CancellationToken ct)
    {
        if (Papers.FirstOrDefault(p => p.Code == code) is not { } paper || await _reader.ReadAsync(councilId, session, acting, ct) is not { } read)
        {
            return null;
        }

        if (read.Figures.IsEmpty)
        {
            return new Refusal("dossier.empty", null, read.Figures.Session);
        }

        await using var db = await _contexts.CreateDbContextAsync(ct);

        return await WriteAsync(db, read.Figures, paper, ct);
    }

    /// <summary>All papers in one .zip; null is "not found". Refusals as <see cref="WriteAsync(Guid, string, string, Acting, CancellationToken)"/>.</summary>
    public async Task<Result<DossierFile>?> WriteAllAsync(Guid councilId, string session, Acting acting, CancellationToken ct)
    {
        if (await _reader.ReadAsync(councilId, session, acting, ct) is not { Figures: var f })
        {
            return null;
        }

        if (f.IsEmpty)
        {
            return new Refusal("dossier.empty", null, f.Session);
        }

        await using var db = await _contexts.CreateDbContextAsync(ct);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var at = 0; at < Papers.Count; at++)
            {
                var written = await WriteAsync(db, f, Papers[at], ct);
                if (written.IsRefused)
                {
                    return written;
                }

                var entry = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"{at + 1:00}-{written.Value.FileName}"), CompressionLevel.Fastest);
                await using var target = await entry.OpenAsync(ct);
                await target.WriteAsync(written.Value.Content, ct);
            }
        }

        return new DossierFile(string.Create(CultureInfo.InvariantCulture, $"ho-so-kien-nghi-{f.Term}-ky-hop-{f.Number}-{f.AsOf:yyyy-MM-dd}.zip"), packed.ToArray());
    }

    /// <summary>Puts the papers that are signed onto the signing path as drafts, with the figures of today.</summary>
    /// <returns>Ids of the letters; refusals <c>dossier.sessionUnknown</c>, <c>dossier.notAllowed</c>, <c>dossier.empty</c>, <c>dossier.alreadyDrafted</c>.</returns>
    public async Task<Result<IReadOnlyList<Guid>>> DraftAsync(Guid councilId, string session, Acting acting, CancellationToken ct)
    {
        if (await _reader.ReadAsync(councilId, session, acting, ct) is not { Figures: var f })
        {
            return new Refusal("dossier.sessionUnknown");
        }

        if (f.IsEmpty)
        {
            return new Refusal("dossier.empty", null, f.Session);
        }

        return await _operations.RunAsync<IReadOnlyList<Guid>>(acting, async (work, token) =>
        {
            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == councilId, token);
            if (acting.CapacityFor<PrepareDossier>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("dossier.notAllowed");
            }

            await work.HoldAsync(council.Id, token);
            var standing = await Standing(work.Db, f.SessionId).Select(l => l.Kind).ToListAsync(token);
            var missing = _papers.Where(p => !standing.Contains(p.Kind)).OrderBy(p => OrderOf(p.Kind)).ToList();
            if (missing.Count == 0)
            {
                return new Refusal("dossier.alreadyDrafted", null, f.Session);
            }

            List<Guid> drafted = [.. missing.Select(p => Draft(work, p, f, council, capacity))];

            return Result.Of<IReadOnlyList<Guid>>(drafted);
        }, ct);
    }

    /// <summary>Gives a paper that is not signed yet the figures of today.</summary>
    /// <returns>Refusals <c>letter.notFound</c>, <c>dossier.notAllowed</c>, <c>dossier.signed</c>.</returns>
    public async Task<Result> RefreshAsync(Guid letterId, Acting acting, CancellationToken ct)
    {
        if (await SessionOfAsync(letterId, ct) is not { } session || await _reader.ReadAsync(session.CouncilId, session.Key, acting, ct) is not { Figures: var f })
        {
            return new Refusal("letter.notFound");
        }

        return await _operations.RunAsync(acting, async (work, token) =>
        {
            var letter = await work.Db.Set<OfficialLetter>().FirstAsync(l => l.Id == letterId, token);
            if (work.CapacityFor<PrepareDossier>(letter) is not { } capacity)
            {
                return new Refusal("dossier.notAllowed");
            }

            if (!LetterStates.Editable.Contains(letter.State))
            {
                return new Refusal("dossier.signed", null, letter.Abstract);
            }

            var paper = await work.Db.Set<SessionPaper>().FirstAsync(p => p.LetterId == letterId, token);
            (paper.AsOf, paper.Figures) = (f.AsOf, SessionPaper.Keep(f));
            work.Record(new LetterEdited(LetterEvent.About(letter)), capacity);

            return Result.Done;
        }, ct);
    }

    /// <summary>The papers of a session on the signing path and those that were issued, within what the person may see.</summary>
    public async Task<IReadOnlyList<DossierLetter>> LettersAsync(Guid sessionId, Acting acting, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);
        var rows = await (
            from letter in Standing(db, sessionId).AsNoTracking().VisibleTo(acting)
            join paper in db.Set<SessionPaper>().AsNoTracking() on letter.Id equals paper.LetterId
            select new { letter, paper.AsOf }).ToListAsync(ct);

        return [.. rows.OrderBy(r => OrderOf(r.letter.Kind)).Select(r => new DossierLetter(r.letter.Id, r.letter.Kind, r.letter.State, r.letter.FullNumber, r.AsOf))];
    }

    private static int OrderOf(string kind) => Enumerable.Range(0, Papers.Count).First(at => Papers[at].Kind == kind);

    private static IQueryable<OfficialLetter> Standing(Db db, Guid sessionId) => db.Set<OfficialLetter>()
        .Where(l => l.State != LetterState.Discarded && l.State != LetterState.Withdrawn && db.Set<SessionPaper>().Any(p => p.LetterId == l.Id && p.SessionId == sessionId));

    private static Guid Draft(Work work, ISessionPaper kind, SessionFigures f, Council council, Capacity capacity)
    {
        var letter = work.DraftLetter(
            new NewLetter
            {
                SenderCouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                Kind = kind.Kind,
                Abstract = kind.AbstractOf(f),
                RecipientName = council.Name,
                RecipientCouncilId = council.Id,
                Notation = kind.Notation,
            },
            capacity);
        work.Db.Add(new SessionPaper { Id = Guid.CreateVersion7(), LetterId = letter.Id, SessionId = f.SessionId, AsOf = f.AsOf, Figures = SessionPaper.Keep(f) });

        return letter.Id;
    }

    private async Task<CouncilSession?> SessionOfAsync(Guid letterId, CancellationToken ct)
    {
        await using var db = await _contexts.CreateDbContextAsync(ct);

        return await db.Set<CouncilSession>().AsNoTracking().FirstOrDefaultAsync(s => db.Set<SessionPaper>().Any(p => p.LetterId == letterId && p.SessionId == s.Id), ct);
    }

    private async Task<Result<DossierFile>> WriteAsync(Db db, SessionFigures f, DossierPaper paper, CancellationToken ct)
    {
        var name = $"{paper.Code}.docx";
        if (_papers.FirstOrDefault(p => p.Kind == paper.Kind) is not { } kind)
        {
            var annex = await _annexes.WriteAsync(db, f, SessionAnnexes.Kinds.First(k => k.Kind == paper.Kind), ct);

            return annex.IsRefused ? Result<DossierFile>.Refuse(annex.Refusals) : new DossierFile(name, annex.Value);
        }

        var draft = await AsLetterAsync(db, kind, f, ct);
        var written = await _forms.WriteAsync(db, draft, kind, kind.Compose(f, draft), ct);

        return written.IsRefused ? Result<DossierFile>.Refuse(written.Refusals) : new DossierFile(name, written.Value.Content);
    }

    /// <summary>The paper as the letter it would become; nothing is stored.</summary>
    private async Task<OfficialLetter> AsLetterAsync(Db db, ISessionPaper kind, SessionFigures f, CancellationToken ct) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = f.CouncilId,
        ProvinceId = await db.Set<Council>().Where(c => c.Id == f.CouncilId).Select(c => c.ProvinceId).FirstAsync(ct),
        OriginCouncilId = f.CouncilId,
        Kind = kind.Kind,
        Abstract = kind.AbstractOf(f),
        RecipientName = f.Council,
        Notation = kind.Notation,
        CreatedAt = _clock.Now,
    };
}

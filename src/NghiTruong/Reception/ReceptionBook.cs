using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Reception;

/// <summary>A row of the book as it is filled by working, its twelve columns as Mẫu 03/TCD has them; of a protected visit nobody is named.</summary>
public sealed record BookRow(string Code, VisitOutcome Outcome, string? LetterCode, IReadOnlyList<string> Columns);

/// <summary>A page of receptions and where the next one begins (null at the end).</summary>
public sealed record ReceptionPage(IReadOnlyList<CitizenReception> Rows, string? Next);

/// <summary>What a list of receptions is asked for.</summary>
public sealed record ReceptionFilter
{
    public Guid? CouncilId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public ReceptionState? State { get; init; }

    /// <summary>Their day is past, and nobody said whether they were held.</summary>
    public bool Unsaid { get; init; }

    /// <summary>Online, still to come, something to prepare by that day.</summary>
    public DateOnly? PrepareBy { get; init; }

    /// <summary>Soonest first; else the latest first.</summary>
    public bool Ahead { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>A visit whole, for its page.</summary>
public sealed record VisitView(CitizenVisit Visit, CitizenReception? Reception, BookRow Row, IReadOnlyList<JournalEntry> Story, IReadOnlyDictionary<Guid, string> Names);

/// <summary>A reception with those received.</summary>
public sealed record ReceptionView(CitizenReception Reception, IReadOnlyList<BookRow> Visits, IReadOnlyList<JournalEntry> Story, IReadOnlyDictionary<Guid, string> Names);

/// <summary>Lịch và sổ tiếp công dân (Mẫu 03/TCD): the last columns follow the letter or the petition by themselves.</summary>
public sealed class ReceptionBook(IDbContextFactory<Db> contexts, FormTexts form, TextTable texts, IEnumerable<IThreadTeller> tellers, TimeProvider clock)
{
    public const int Columns = 12;

    private const int MostRows = 5000;

    private readonly IThreadTeller? _petitions = tellers.FirstOrDefault(t => t.Kind == "petition");

    public async Task<ReceptionPage> ListAsync(ReceptionFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, 200);
        var found = Narrowed(db, filter, acting);
        var after = ListCursor.Read(filter.Cursor);
        if (filter.Ahead)
        {
            found = after is { } seen ? found.Where(r => r.PlannedOn > seen.Day || (r.PlannedOn == seen.Day && r.Id > seen.Id)) : found;
            found = found.OrderBy(r => r.PlannedOn).ThenBy(r => r.Id);
        }
        else
        {
            found = after is { } old ? found.Where(r => r.PlannedOn < old.Day || (r.PlannedOn == old.Day && r.Id < old.Id)) : found;
            found = found.OrderByDescending(r => r.PlannedOn).ThenByDescending(r => r.Id);
        }

        var rows = await found.Take(size + 1).ToListAsync(ct);

        return rows.Count <= size ? new ReceptionPage(rows, null) : new ReceptionPage(rows[..size], ListCursor.At(rows[size - 1].PlannedOn, rows[size - 1].Id));
    }

    public async Task<int> CountAsync(ReceptionFilter filter, int most, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Narrowed(db, filter, acting).Take(most).CountAsync(ct);
    }

    /// <summary>Refusals whose notice is owed by the day.</summary>
    public async Task<int> NoticesOwedAsync(Guid council, DateOnly by, int most, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<CitizenVisit>().VisibleTo(acting).Where(v => v.CouncilId == council && v.Outcome == VisitOutcome.Refused && v.RefusalSentOn == null && v.RefusalDueOn <= by).Take(most).CountAsync(ct);
    }

    /// <summary>Delegates of a council who have not received citizens in the present period yet, by name.</summary>
    public async Task<IReadOnlyList<string>> MissingAsync(Guid council, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var from = CoveragePeriod.Of(CoverageCadence.Year, clock.Today).From;

        return [.. (await CoverageList.PageAsync(db, ReceptionDesk.CoverageKind, from, new CountQuery([ReceptionDesk.CoverageKind]) { Councils = [council] }, missing: true, null, most, ct)).Select(r => r.Name)];
    }

    public async Task<ReceptionView?> FindAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<CitizenReception>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(r => r.Code == code, ct) is not { } reception)
        {
            return null;
        }

        var visits = await db.Set<CitizenVisit>().AsNoTracking().VisibleTo(acting).Where(v => v.ReceptionId == reception.Id).OrderBy(v => v.Number).ToListAsync(ct);
        var (story, names) = await StoryAsync(db, reception.Id, ct);

        return new ReceptionView(reception, await RowsAsync(db, visits, acting, ct), story, names);
    }

    public async Task<VisitView?> VisitAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<CitizenVisit>().AsNoTracking().VisibleTo(acting).FirstOrDefaultAsync(v => v.Code == code, ct) is not { } visit)
        {
            return null;
        }

        var (story, names) = await StoryAsync(db, visit.Id, ct);

        return new VisitView(
            visit, await db.Set<CitizenReception>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == visit.ReceptionId, ct), (await RowsAsync(db, [visit], acting, ct))[0], story, names);
    }

    /// <summary>The book of a period, in the order of its numbers; nothing for whoever does not keep it there.</summary>
    public async Task<IReadOnlyList<BookRow>> ReadAsync(Guid council, DateOnly from, DateOnly to, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var visits = await db.Set<CitizenVisit>().AsNoTracking().VisibleTo(acting).Where(v => v.CouncilId == council && v.On >= from && v.On <= to).OrderBy(v => v.On).ThenBy(v => v.Number).Take(MostRows).ToListAsync(ct);

        return await RowsAsync(db, visits, acting, ct);
    }

    private static async Task<(IReadOnlyList<JournalEntry> Story, IReadOnlyDictionary<Guid, string> Names)> StoryAsync(Db db, Guid subject, CancellationToken ct)
    {
        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == subject).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return (story, await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct));
    }

    private IQueryable<CitizenReception> Narrowed(Db db, ReceptionFilter f, Acting acting)
    {
        var today = clock.Today;
        var found = db.Set<CitizenReception>().AsNoTracking().VisibleTo(acting);
        found = f.CouncilId is { } council ? found.Where(r => r.CouncilId == council) : found;
        found = f.From is { } from ? found.Where(r => r.PlannedOn >= from) : found;
        found = f.To is { } to ? found.Where(r => r.PlannedOn <= to) : found;
        found = f.State is { } state ? found.Where(r => r.State == state) : found;
        found = f.Unsaid ? found.Where(r => r.State == ReceptionState.Scheduled && r.PlannedOn < today) : found;

        return f.PrepareBy is { } by
            ? found.Where(r => r.State == ReceptionState.Scheduled && r.IsOnline && r.PlannedOn >= today
                && ((r.NotifiedOn == null && r.NotifyBy <= by) || (r.TestedOn == null && r.TestBy <= by) || (r.ConnectedAt == null && r.PlannedOn <= by)))
            : found;
    }

    private async Task<IReadOnlyList<BookRow>> RowsAsync(Db db, List<CitizenVisit> visits, Acting acting, CancellationToken ct)
    {
        var trails = await LetterTrails.OfAsync(db, [.. visits.Where(v => v.LetterId is not null).Select(v => v.LetterId!.Value)], ct);
        Dictionary<string, string> petitions = [];
        foreach (var code in visits.Select(v => v.PetitionCode).OfType<string>().Distinct())
        {
            if (_petitions is not null && await _petitions.FindAsync(db, code, acting, ct) is { } id && await _petitions.TellAsync(db, [id], acting, ct) is [var told, ..])
            {
                petitions[code] = told.State;
            }
        }

        return [.. visits.Select(v => new BookRow(v.Code, v.Outcome, v.LetterCode, Line(v, v.LetterId is { } id ? trails.GetValueOrDefault(id) : null, v.PetitionCode is { } code ? petitions.GetValueOrDefault(code) : null)))];
    }

    /// <summary>The twelve columns. Pure.</summary>
    internal string[] Line(CitizenVisit v, LetterTrail? letter, string? petition)
    {
        var hidden = form["form.book.protected"];

        return
        [
            $"{v.Number}",
            form.Day(v.On),
            v.IsProtected ? hidden : Joined(", ", v.PersonName, v.Address),
            v.IsProtected ? hidden : v.IdentityNumber ?? "",
            v.IsProtected ? form["form.book.protected.summary", v.LetterCode ?? ""] : v.Summary ?? "",
            texts["citizenLetter.kind." + TextCode.Of(letter?.Kind ?? v.Kind)],
            $"{v.People}",
            v.SettledBy ?? "",
            letter?.Authority == HandlingAuthority.Own ? "x" : "",
            Joined(", ", letter?.GuidedOn is not null ? letter.GuidedTo : v.GuidedTo, letter?.GuidanceNumber ?? v.GuidanceNumber),
            letter?.TransferredOn is not null ? Joined(", ", letter.TransferredTo, letter.TransferNumber) : "",
            Result(v, letter, petition),
        ];
    }

    private string Result(CitizenVisit v, LetterTrail? letter, string? petition) => v.Outcome switch
    {
        VisitOutcome.Letter when letter is not null => Joined(
            "; ",
            form["form.book.letter", letter.Code, texts["citizenLetter.state." + TextCode.Of(letter.State)]],
            letter.AnsweredOn is { } answered ? form["form.book.answered", letter.AnsweredBy ?? "", letter.AnswerNumber ?? "—", form.Day(answered)] + (letter.Answer is { } words ? ": " + words : "") : null,
            letter.ToldOn is { } told ? form["form.book.told", form.Day(told)] : null),
        VisitOutcome.Petition => form["form.book.petition", v.PetitionCode ?? "", petition ?? ""],
        VisitOutcome.Guided => form["form.book.guided"],
        VisitOutcome.Explained => form["form.book.explained", v.Explained ?? ""],
        VisitOutcome.Refused => Joined("; ", form["form.book.refused", v.RefusedBecause ?? ""], v.RefusalSentOn is { } sent ? form["form.book.refusalSent", v.RefusalNumber ?? "—", form.Day(sent)] : null),
        _ => form["form.book.pending"],
    };

    private static string Joined(string between, params string?[] parts) => string.Join(between, parts.Where(p => !string.IsNullOrWhiteSpace(p)));
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Councils;

namespace NghiTruong.Letters;

/// <summary>Which letters a list shows.</summary>
public enum LetterFolder
{
    All,
    Draft,
    ToSign,
    ToNumber,
    Issued,
}

/// <summary>A letter as lists show it.</summary>
/// <param name="OutBy">Signed and not out: the last day for it, Decree 30/2020 Art 18; null otherwise.</param>
public sealed record LetterRow(
    Guid Id, Guid CouncilId, string Kind, string Abstract, string RecipientName, LetterState State, string? FullNumber, DateOnly? SignedOn, DateOnly? IssuedOn, DateTime CreatedAt, DateOnly? OutBy);

/// <summary>One page of letters and where the next begins.</summary>
public sealed record LetterPage(IReadOnlyList<LetterRow> Rows, Guid? Next);

/// <summary>A letter with its copies, its story and what is about it.</summary>
public sealed record LetterView(
    OfficialLetter Letter, Body? Body, IReadOnlyList<FileUse> Copies, OfficialLetter? About, IReadOnlyList<LetterRow> Notices, IReadOnlyList<JournalEntry> Story, RuledDeadline? OutBy)
{
    /// <summary>Full names of those who act in the story.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>What it deals with, of every room.</summary>
    public IReadOnlyList<LetterMatter> Matters { get; init; } = [];

    /// <summary>Issued later, or still in the house later, than Decree 30/2020 Art 18 wants.</summary>
    public bool IsLate(DateOnly today) => OutBy is { } due && (Letter.IssuedOn ?? today) > due.Deadline.Due;
}

/// <summary>A line of the register of documents sent out (Decree 30/2020, Annex IV).</summary>
public sealed record RegisterRow(Guid Id, string Number, string Notation, DateOnly NumberedOn, string Kind, string Abstract, string? Signer, string RecipientName, LetterState State);

/// <summary>Reads letters within what the person may see.</summary>
public sealed class LetterList(IDbContextFactory<Db> contexts, RuleBook rules, CouncilDirectory directory, IEnumerable<ILetterMatters> rooms)
{
    public const string OutRule = "DOCUMENT_OUT";
    public const int PageSize = 50;

    public async Task<LetterPage> ReadAsync(LetterFolder folder, Guid? councilId, string? kind, Guid? after, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var letters = In(folder, db.Set<OfficialLetter>().AsNoTracking().VisibleTo(acting))
            .Where(l => councilId == null || l.CouncilId == councilId)
            .Where(l => kind == null || l.Kind == kind);
        if (after is { } last)
        {
            // Ids are made in the order of time.
            letters = letters.Where(l => l.Id.CompareTo(last) < 0);
        }

        var found = await letters.OrderByDescending(l => l.Id).Take(PageSize + 1).ToListAsync(ct);
        var rows = await RowsAsync(found.Take(PageSize), ct);

        return new LetterPage(rows, found.Count > PageSize ? rows[^1].Id : null);
    }

    public async Task<IReadOnlyDictionary<LetterFolder, int>> CountAsync(Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var onTheWay = await db.Set<OfficialLetter>().VisibleTo(acting).Where(l => LetterStates.OnTheWay.Contains(l.State))
            .GroupBy(l => l.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(ct);

        return new Dictionary<LetterFolder, int>
        {
            [LetterFolder.Draft] = onTheWay.Where(g => g.State == LetterState.Draft).Sum(g => g.Count),
            [LetterFolder.ToSign] = onTheWay.Where(g => g.State == LetterState.Submitted).Sum(g => g.Count),
            [LetterFolder.ToNumber] = onTheWay.Where(g => LetterStates.SignedNotOut.Contains(g.State)).Sum(g => g.Count),
        };
    }

    /// <summary>The notation of the council's latest numbered letter, so that nobody types it twice; null before the first.</summary>
    public async Task<string?> LastNotationAsync(Guid councilId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<OfficialLetter>().AsNoTracking().VisibleTo(acting)
            .Where(l => l.CouncilId == councilId && l.Number != null)
            .OrderByDescending(l => l.Id).Select(l => l.Notation).FirstOrDefaultAsync(ct);
    }

    public async Task<LetterView?> FindAsync(Guid id, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var visible = db.Set<OfficialLetter>().AsNoTracking().VisibleTo(acting);
        if (await visible.FirstOrDefaultAsync(l => l.Id == id, ct) is not { } letter)
        {
            return null;
        }

        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return new LetterView(
            letter,
            await db.Set<Body>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == letter.BodyId, ct),
            await db.Set<FileUse>().AsNoTracking().Where(u => u.OwnerId == id).OrderByDescending(u => u.Id).ToListAsync(ct),
            await visible.FirstOrDefaultAsync(l => l.Id == letter.AboutLetterId, ct),
            await RowsAsync(await visible.Where(l => l.AboutLetterId == id).OrderBy(l => l.Id).ToListAsync(ct), ct),
            story,
            await OutByAsync(letter.CouncilId, letter.SignedOn, ct))
        {
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
            Matters = await MattersAsync(db, letter, acting, ct),
        };
    }

    private async Task<List<LetterMatter>> MattersAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct)
    {
        List<LetterMatter> matters = [];
        foreach (var room in rooms)
        {
            matters.AddRange(await room.OfAsync(db, letter, acting, ct));
        }

        return matters;
    }

    /// <summary>The register of one council and year, in the order of notations and numbers.</summary>
    public async Task<IReadOnlyList<RegisterRow>> RegisterAsync(Guid councilId, int year, string? notation, Acting acting, CancellationToken ct)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<OfficialLetter>().AsNoTracking().VisibleTo(acting)
            .Where(l => l.CouncilId == councilId && l.NumberedOn >= from && l.NumberedOn <= until && (notation == null || l.Notation == notation))
            .ToListAsync(ct);

        return [.. rows
            .OrderBy(l => l.Notation, StringComparer.Ordinal).ThenBy(l => Digits(l.Number!)).ThenBy(l => l.Number, StringComparer.Ordinal)
            .Select(l => new RegisterRow(l.Id, l.Number!, l.Notation ?? "", l.NumberedOn!.Value, l.Kind, l.Abstract, l.SignerName, l.RecipientName, l.State))];
    }

    private static IQueryable<OfficialLetter> In(LetterFolder folder, IQueryable<OfficialLetter> letters) => folder switch
    {
        LetterFolder.All => letters.Where(l => l.State != LetterState.Discarded),
        LetterFolder.Draft => letters.Where(l => l.State == LetterState.Draft),
        LetterFolder.ToSign => letters.Where(l => l.State == LetterState.Submitted),
        LetterFolder.ToNumber => letters.Where(l => LetterStates.SignedNotOut.Contains(l.State)),
        LetterFolder.Issued => letters.Where(l => LetterStates.WasIssued.Contains(l.State)),
    };

    private async Task<List<LetterRow>> RowsAsync(IEnumerable<OfficialLetter> letters, CancellationToken ct)
    {
        List<LetterRow> rows = [];
        foreach (var l in letters)
        {
            var outBy = LetterStates.SignedNotOut.Contains(l.State) ? (await OutByAsync(l.CouncilId, l.SignedOn, ct))?.Deadline.Due : null;
            rows.Add(new LetterRow(l.Id, l.CouncilId, l.Kind, l.Abstract, l.RecipientName, l.State, l.FullNumber, l.SignedOn, l.IssuedOn, l.CreatedAt, outBy));
        }

        return rows;
    }

    private async Task<RuledDeadline?> OutByAsync(Guid councilId, DateOnly? signedOn, CancellationToken ct)
    {
        if (signedOn is not { } from || await directory.CouncilAsync(councilId, ct) is not { } council)
        {
            return null;
        }

        return (await rules.ReadAsync(ct)).Due(OutRule, council.Tier.ToString(), councilId, from);
    }

    private static int Digits(string number) => int.Parse(number.AsSpan(0, number.TakeWhile(char.IsAsciiDigit).Count()), CultureInfo.InvariantCulture);
}

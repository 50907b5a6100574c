using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Search;

namespace NghiTruong.CitizenLetters;

/// <summary>What a list of letters is asked for; it stands in the address.</summary>
public sealed record CitizenLetterFilter
{
    public Guid? CouncilId { get; init; }

    public CitizenLetterKind? Kind { get; init; }

    public CitizenLetterState? State { get; init; }

    public CitizenLetterSource? Source { get; init; }

    public string? Field { get; init; }

    public Guid? AgencyId { get; init; }

    public Guid? DelegateId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Words of open letters; a protected one is found by its code alone.</summary>
    public string? Words { get; init; }

    public bool Open { get; init; }

    /// <summary>Nothing has been decided.</summary>
    public bool Undecided { get; init; }

    /// <summary>The desk owes something and its day is past.</summary>
    public bool Overdue { get; init; }

    /// <summary>The desk owes something by that day.</summary>
    public DateOnly? DueBy { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list; a protected letter's tells neither words nor sender, whoever looks.</summary>
/// <param name="Summary">Null for a protected letter.</param>
public sealed record CitizenLetterRow(
    Guid Id, string Code, Guid CouncilId, string? RegisterNumber, CitizenLetterKind Kind, bool IsProtected, CitizenLetterSource Source, string? DelegateName, DateOnly ReceivedOn, string? Summary, string? Field,
    CitizenLetterState State, HandlingAuthority Authority, Guid? TransferAgencyId, string? TransferredTo, string? TransferNumber, DateOnly? TransferredOn, DateOnly? FiledOn, CitizenLetterDuty? Duty, DateOnly? DueOn, DateOnly? OwedBy, int Senders)
{
    public CitizenLetterOutcome Outcome => CitizenLetter.OutcomeOf(State, Authority, TransferredOn, FiledOn);

    public int DaysLate(DateOnly today) => OwedBy is { } due && due < today ? today.DayNumber - due.DayNumber : 0;
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record CitizenLetterPage(IReadOnlyList<CitizenLetterRow> Rows, string? Next);

/// <summary>Lists of letters within what the person may see: longest owed first when something is late, else the latest first.</summary>
public sealed class CitizenLetterList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;
    private const int MostOfFile = 50_000;

    public async Task<CitizenLetterPage> ReadAsync(CitizenLetterFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var found = Narrowed(db, filter, acting);
        var after = ListCursor.Read(filter.Cursor);
        if (filter.Overdue)
        {
            found = after is { } late ? found.Where(l => l.OwedBy > late.Day || (l.OwedBy == late.Day && l.Id > late.Id)) : found;
            found = found.OrderBy(l => l.OwedBy).ThenBy(l => l.Id);
        }
        else
        {
            found = after is { } old ? found.Where(l => l.ReceivedOn < old.Day || (l.ReceivedOn == old.Day && l.Id < old.Id)) : found;
            found = found.OrderByDescending(l => l.ReceivedOn).ThenByDescending(l => l.Id);
        }

        var rows = await Rows(found.Take(size + 1)).ToListAsync(ct);

        return rows.Count <= size
            ? new CitizenLetterPage(rows, null)
            : new CitizenLetterPage(rows[..size], ListCursor.At(filter.Overdue ? rows[size - 1].OwedBy!.Value : rows[size - 1].ReceivedOn, rows[size - 1].Id));
    }

    /// <summary>All of them, oldest first, for a file.</summary>
    public async Task<IReadOnlyList<CitizenLetterRow>> AllAsync(CitizenLetterFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Rows(Narrowed(db, filter, acting).OrderBy(l => l.ReceivedOn).ThenBy(l => l.Id).Take(MostOfFile)).ToListAsync(ct);
    }

    /// <summary>Counted up to <paramref name="most"/>, along an index: for the home page.</summary>
    public async Task<int> CountAsync(CitizenLetterFilter filter, int most, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Narrowed(db, filter, acting).Take(most).CountAsync(ct);
    }

    private static IQueryable<CitizenLetterRow> Rows(IQueryable<CitizenLetter> found) => found.Select(l => new CitizenLetterRow(
        l.Id, l.Code, l.CouncilId, l.RegisterNumber, l.Kind, l.IsProtected, l.Source, l.DelegateName, l.ReceivedOn, l.IsProtected ? null : l.Summary, l.Field, l.State, l.Authority, l.TransferAgencyId, l.TransferredTo,
        l.TransferNumber, l.TransferredOn, l.FiledOn, l.Duty, l.DueOn, l.OwedBy, l.Senders));

    private IQueryable<CitizenLetter> Narrowed(Db db, CitizenLetterFilter f, Acting acting)
    {
        var found = db.Set<CitizenLetter>().AsNoTracking().VisibleTo(acting, db);
        found = f.CouncilId is { } council ? found.Where(l => l.CouncilId == council) : found;
        found = f.Kind is { } kind ? found.Where(l => l.Kind == kind) : found;
        found = f.State is { } state ? found.Where(l => l.State == state) : found;
        found = f.Source is { } source ? found.Where(l => l.Source == source) : found;
        found = f.Field is { } field ? found.Where(l => l.Field == field) : found;
        found = f.AgencyId is { } agency ? found.Where(l => l.TransferAgencyId == agency) : found;
        found = f.DelegateId is { } carrier ? found.Where(l => l.DelegateId == carrier) : found;
        found = f.From is { } from ? found.Where(l => l.ReceivedOn >= from) : found;
        found = f.To is { } to ? found.Where(l => l.ReceivedOn <= to) : found;
        found = f.Open ? found.Where(l => CitizenLetterStates.Open.Contains(l.State)) : found;
        found = f.Undecided ? found.Where(l => CitizenLetterStates.Undecided.Contains(l.State)) : found;
        found = f.DueBy is { } by ? found.Where(l => l.OwedBy <= by) : found;
        if (f.Words is { } typed && SearchIndex.Matching(db, typed, Scope.Everything, CitizenLetterEvent.SubjectKind) is { } matching)
        {
            var code = typed.Trim().ToUpperInvariant();
            found = found.Where(l => l.Code == code || matching.Any(r => r.SubjectId == l.Id));
        }

        var today = clock.Today;

        return f.Overdue ? found.Where(l => l.OwedBy < today) : found;
    }
}

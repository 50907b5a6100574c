using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp.Today;
using NghiTruong.Language;

namespace NghiTruong.Agreements;

/// <summary>Which part of the register is asked for.</summary>
public enum AgreementView
{
    /// <summary>Not ended, not renewed.</summary>
    Standing,

    /// <summary>Standing, and its end is near or past.</summary>
    Ending,

    Closed,
}

/// <summary>What a list of agreements is asked for; it stands in the address.</summary>
public sealed record AgreementFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    public AgreementKind? Kind { get; init; }

    public AgreementView? View { get; init; }

    /// <summary>Words of number, title, parties or code, with or without marks.</summary>
    public string? Words { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
public sealed record AgreementRow(
    Guid Id, string Code, Guid CouncilId, AgreementKind Kind, string Number, string Title, DateOnly SignedOn, DateOnly ValidFrom, DateOnly? ValidUntil, DateOnly? EndedOn, Guid? SuccessorId, DateOnly? OwedBy,
    int Duties, int Late, DateOnly? NextDue)
{
    public IReadOnlyList<string> Parties { get; init; } = [];

    public AgreementState StateOn(DateOnly day) =>
        EndedOn <= day ? SuccessorId is null ? AgreementState.Ended : AgreementState.Renewed
        : day < ValidFrom ? AgreementState.NotYet
        : ValidUntil < day ? AgreementState.Expired
        : AgreementState.InForce;
}

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record AgreementPage(IReadOnlyList<AgreementRow> Rows, string? Next);

/// <summary>Lists of agreements within what the person may see, the latest signed first.</summary>
public sealed class AgreementList(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int MostRows = 200;

    public async Task<AgreementPage> ReadAsync(AgreementFilter f, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (size, today) = (Math.Clamp(f.Size, 1, MostRows), clock.Today);
        var found = Matching(db, f, acting, today);
        if (ListCursor.Read(f.Cursor) is var (day, id))
        {
            found = found.Where(a => a.SignedOn < day || (a.SignedOn == day && a.Id < id));
        }

        var rows = await found.OrderByDescending(a => a.SignedOn).ThenByDescending(a => a.Id).Take(size + 1)
            .Select(a => new AgreementRow(
                a.Id, a.Code, a.CouncilId, a.Kind, a.Number, a.Title, a.SignedOn, a.ValidFrom, a.ValidUntil, a.EndedOn, a.SuccessorId, a.OwedBy,
                db.Set<AgreementDuty>().Count(d => d.AgreementId == a.Id && d.EndedOn == null),
                db.Set<AgreementTask>().Count(t => t.AgreementId == a.Id && t.OwedBy < today),
                db.Set<AgreementTask>().Where(t => t.AgreementId == a.Id).Min(t => t.OwedBy)))
            .ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var parties = (await db.Set<AgreementParty>().AsNoTracking().Where(p => ids.Contains(p.AgreementId)).OrderBy(p => p.Place).Select(p => new { p.AgreementId, p.Name }).ToListAsync(ct)).ToLookup(p => p.AgreementId, p => p.Name);
        rows = rows.ConvertAll(r => r with { Parties = [.. parties[r.Id]] });

        return rows.Count <= size ? new AgreementPage(rows, null) : new AgreementPage(rows[..size], ListCursor.At(rows[size - 1].SignedOn, rows[size - 1].Id));
    }

    private static IQueryable<CoordinationAgreement> Matching(Db db, AgreementFilter f, Acting acting, DateOnly today)
    {
        var found = db.Set<CoordinationAgreement>().AsNoTracking().VisibleTo(acting, db);
        found = f.CouncilId is { } council ? found.Where(a => a.CouncilId == council) : found;
        found = f.Kind is { } kind ? found.Where(a => a.Kind == kind) : found;
        foreach (var word in VietnameseText.Fold(f.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.Where(a => a.Folded.Contains(word));
        }

        return f.View switch
        {
            AgreementView.Standing => found.Where(a => a.EndedOn == null),
            AgreementView.Ending => found.Where(a => a.OwedBy != null && a.WarnOn <= today),
            AgreementView.Closed => found.Where(a => a.EndedOn != null),
            _ => found,
        };
    }
}

/// <summary>What waits for the person: agreements whose end is near, duties of periods that are late.</summary>
public sealed class AgreementToday(IDbContextFactory<Db> contexts, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.Today;
        foreach (var council in acting.OwnCouncils<KeepAgreements>())
        {
            var ending = await db.Set<CoordinationAgreement>().CountAsync(a => a.CouncilId == council && a.OwedBy != null && a.WarnOn <= today, ct);
            cards.Add(new TodayCard("today.agreement.ending", ending, $"/quy-che-phoi-hop?council={council}&view=ending", TodayTone.Soon, 46));
        }

        return cards;
    }
}

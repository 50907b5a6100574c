using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Interpellations;

/// <summary>A record loaded for an act, and the capacity that allows it.</summary>
public sealed record InHand<T>(T Record, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class InterpellationFinder
{
    public static async Task<Result<InHand<Interpellation>>> SlipAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<Interpellation>().VisibleTo(work.Acting).FirstOrDefaultAsync(i => i.Code == code, ct) is not { } slip)
        {
            return new Refusal("interpellation.notFound", null, code);
        }

        return (work.CapacityFor<T>(slip) ?? work.Acting.CapacityAtAgency<T>(slip.AgencyId)) is { } capacity
            ? new InHand<Interpellation>(slip, capacity)
            : new Refusal("interpellation.notAllowed", null, code);
    }

    public static async Task<Result<InHand<Promise>>> PromiseAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<Promise>().VisibleTo(work.Acting).FirstOrDefaultAsync(p => p.Code == code, ct) is not { } promise)
        {
            return new Refusal("promise.notFound", null, code);
        }

        return (work.CapacityFor<T>(promise) ?? work.Acting.CapacityAtAgency<T>(promise.AgencyId)) is { } capacity
            ? new InHand<Promise>(promise, capacity)
            : new Refusal("promise.notAllowed", null, code);
    }

    public static async Task<Result<InHand<ExplanationSession>>> ExplanationAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<ExplanationSession>().VisibleTo(work.Acting).FirstOrDefaultAsync(s => s.Code == code, ct) is not { } session)
        {
            return new Refusal("explanation.notFound", null, code);
        }

        return work.CapacityFor<T>(session) is { } capacity ? new InHand<ExplanationSession>(session, capacity) : new Refusal("explanation.notAllowed", null, code);
    }

    /// <summary>A present agency of the council's list. Refusals <c>agency.notFound</c>, <c>interpellation.agencyEnded</c>.</summary>
    public static async Task<Refusal?> WrongAgencyAsync(this Work work, Guid council, Guid? agency, CancellationToken ct) =>
        await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.Id == agency && a.CouncilId == council, ct) switch
        {
            null => new Refusal("agency.notFound", "AgencyId"),
            { Until: not null } => new Refusal("interpellation.agencyEnded", "AgencyId"),
            _ => null,
        };

    /// <summary>What the Standing Committee does, its clerk writes down by the number of its paper only.</summary>
    public static Refusal? PaperMissing(Capacity capacity, string? number, string field) =>
        capacity.Role == Role.Clerk && string.IsNullOrWhiteSpace(number) ? new Refusal("interpellation.paperMissing", field) : null;

    public static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The next code of a kind; its year is today's.</summary>
    public static async Task<string> NextCodeAsync(this Work work, string kind, Guid originCouncil, CancellationToken ct)
    {
        var origin = await work.Db.Set<Council>().Where(c => c.Id == originCouncil).Select(c => c.Code).FirstAsync(ct);
        var year = work.Today.Year;

        return InterpellationCode.Of(kind, origin, year, await CodeSeries.NextAsync(work.Db, InterpellationCode.Series(kind, origin, year), 1, ct));
    }
}

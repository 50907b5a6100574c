using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Indicators;

/// <summary>Whoever keeps subjects says which of them sign in: a delegate linked to an account is reminded in person.</summary>
public interface IRemindedPeople
{
    /// <summary>One of <see cref="CoverageSubjects"/>.</summary>
    string Subject { get; }

    /// <summary>Accounts of subjects that have one.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> UsersAsync(Db db, IReadOnlyCollection<Guid> subjects, CancellationToken ct);
}

/// <summary>All who were missing were reminded, at once.</summary>
public sealed record MissingReminded(Subject Subject, string Indicator, int Names, int Councils) : HouseEvent(Subject)
{
    public override string Code => "indicator.reminded";
}

/// <summary>How many were reminded.</summary>
/// <param name="People">In person.</param>
/// <param name="Desks">Desks of councils.</param>
public sealed record Reminded(int People, int Desks);

/// <summary>"Nhắc tất cả": every name missing from a figure, in one press. People of one's own council in person where they sign in, else its desk; a council below by its desk.</summary>
public sealed class IndicatorReminders(OperationRunner operations, IEnumerable<CoverageKind> coverage, IEnumerable<IRemindedPeople> people)
{
    /// <summary>The line in the inbox, with the indicator's name, the number of names and the last day.</summary>
    public const string Kind = "indicator.missing";

    private const int Most = 20_000;

    /// <param name="href">Where the missing names stand, for a council's address <c>{0}</c>.</param>
    /// <returns>Refusals <c>indicator.notFound</c>, <c>indicator.notAllowed</c>, <c>indicator.nobodyMissing</c>, <c>indicator.noNames</c>.</returns>
    public Task<Result<Reminded>> RemindAsync(string code, SummaryAddress place, Func<Guid, string> href, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Reminded>(acting, async (work, token) =>
        {
            var query = await place.Place.WithinAsync(work.Db, acting.ScopeOf<RemindMissing>(), new Counting.CountQuery([]), token);
            if (await work.Db.Set<Indicator>().FirstOrDefaultAsync(i => i.Code == code, token) is not { } indicator)
            {
                return new Refusal("indicator.notFound", null, code);
            }

            if (query.IsEmpty || acting.Capacities.FirstOrDefault(c => Permission.Of<RemindMissing>().ReachOf(c.Role) is not null) is not { } capacity)
            {
                return new Refusal("indicator.notAllowed", null, code);
            }

            if (coverage.FirstOrDefault(k => indicator.Rule.Kinds is [var only] && only == k.CountKind) is not { } kind)
            {
                return new Refusal("indicator.noNames", null, code);
            }

            var period = CoveragePeriod.Of(kind.Cadence, work.Today);
            var missing = await CoverageList.PageAsync(work.Db, kind.Code, period.From, query, missing: true, null, null, Most, token);
            if (missing.Count == 0)
            {
                return new Refusal("indicator.nobodyMissing", null, code);
            }

            var reminded = await WriteAsync(work, indicator, kind, period, missing, href, token);
            var home = capacity.CouncilId ?? Guid.Empty;
            work.Record(new MissingReminded(new Subject("indicator", indicator.Id, indicator.Code, home), indicator.Vietnamese, missing.Count, reminded.Desks), capacity);

            return reminded;
        }, ct);

    private async Task<Reminded> WriteAsync(Work work, Indicator indicator, CoverageKind kind, CoveragePeriod period, List<CoverageRow> missing, Func<Guid, string> href, CancellationToken ct)
    {
        var own = work.Acting.Capacities.Select(c => c.CouncilId).OfType<Guid>().ToHashSet();
        var users = people.FirstOrDefault(p => p.Subject == kind.Subject) is { } source
            ? await source.UsersAsync(work.Db, [.. missing.Where(m => own.Contains(m.CouncilId)).Select(m => m.SubjectId)], ct)
            : new Dictionary<Guid, Guid>();
        var (until, since) = (period.To.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), work.Now.AddHours(-12));
        // Whoever was reminded of this within half a day is not reminded again: two clerks press, one line comes.
        var recent = await work.Db.Set<Notification>().Where(n => n.Kind == Kind && n.CreatedAt > since && n.DoneAt == null).Select(n => new { n.UserId, n.RecipientCouncilId, n.Href }).ToListAsync(ct);
        var (persons, desks) = (0, 0);
        foreach (var council in missing.GroupBy(m => m.CouncilId))
        {
            var link = href(council.Key);
            foreach (var user in council.Select(m => users.GetValueOrDefault(m.SubjectId)).Where(u => u != Guid.Empty && !recent.Exists(r => r.UserId == u && r.Href == link)))
            {
                work.Db.Add(Line(work, council.Key, indicator.Vietnamese, 1, until, link, user, null));
                persons++;
            }

            if (!recent.Exists(r => r.RecipientCouncilId == council.Key && r.Href == link))
            {
                work.Db.Add(Line(work, council.Key, indicator.Vietnamese, council.Count(), until, link, null, council.Key));
                desks++;
            }
        }

        return new Reminded(persons, desks);
    }

    private static Notification Line(Work work, Guid council, string name, int names, string until, string href, Guid? user, Guid? desk) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council,
        UserId = user,
        RecipientCouncilId = desk,
        Kind = Kind,
        Values = [name, names.ToString(CultureInfo.InvariantCulture), until],
        Href = href,
        CreatedAt = work.Now,
    };
}

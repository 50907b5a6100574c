using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;

namespace NghiTruong.Petitions;

/// <summary>Lists of petitions, within what the person may see. Longest owed first when overdue, else newest received first.</summary>
public sealed class PetitionList(IDbContextFactory<Db> contexts, CouncilDirectory directory, TimeProvider clock)
{
    /// <summary>As many as one page shows and one act takes.</summary>
    public const int MostRows = 200;

    private static readonly ConcurrentDictionary<string, PlainOverdue> Compiled = [];

    public async Task<PetitionPage> ReadAsync(PetitionFilter filter, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var key = await KeyAsync(filter, acting, ct);
        var size = Math.Clamp(filter.Size, 1, MostRows);
        var rows = filter.IsPlainOverdue && key.IsPlain
            ? await PlainOverdueAsync(db, key, filter.Cursor, ct)
            : await Ordered(await FilteredAsync(db, filter, key, acting, ct), filter).Take(size + 1).ToListAsync(ct);

        return rows.Count <= size
            ? new PetitionPage(rows, null)
            : new PetitionPage(rows[..size], CursorAt(rows[size - 1], filter.Overdue));
    }

    /// <summary>How many rows a filter has, counted from the records.</summary>
    /// <param name="most">Where to stop counting: a page asks for no more than it would say.</param>
    public async Task<int> CountAsync(PetitionFilter filter, Acting acting, CancellationToken ct, int most = int.MaxValue)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var petitions = await FilteredAsync(db, filter with { Cursor = null }, await KeyAsync(filter, acting, ct), acting, ct);

        return most == int.MaxValue ? await petitions.CountAsync(ct) : await petitions.OrderBy(p => p.Id).Select(p => p.Id).Take(most).CountAsync(ct);
    }

    /// <summary>Every row of a filter, streamed, for an export of exactly what is seen.</summary>
    public async IAsyncEnumerable<PetitionRow> AllAsync(PetitionFilter filter, Acting acting, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var next = filter with { Cursor = null, Size = MostRows };
        while (true)
        {
            var page = await ReadAsync(next, acting, ct);
            foreach (var row in page.Rows)
            {
                yield return row;
            }

            if (page.Next is null)
            {
                yield break;
            }

            next = next with { Cursor = page.Next };
        }
    }

    /// <summary>The equality a list walks by: a council, a province, everything, or (none of these) the general scope.</summary>
    private async ValueTask<ListKey> KeyAsync(PetitionFilter filter, Acting acting, CancellationToken ct)
    {
        var scope = acting.ScopeOf<ReadPetitions>();
        if (filter.PassedToUs || filter.Councils is not null)
        {
            return ListKey.General;
        }

        if (filter.CouncilId is { } asked)
        {
            var council = await directory.CouncilAsync(asked, ct);
            var covered = council is not null && acting.CapacityFor<ReadPetitions>(council.Id, council.ProvinceId) is not null;
            if (!covered)
            {
                return ListKey.General;
            }

            if (!filter.Subtree || council!.Tier != Tier.Province)
            {
                return new ListKey(ListKeyKind.Council, asked);
            }

            return MayReadWhole(scope, council.ProvinceId) ? new ListKey(ListKeyKind.Province, council.ProvinceId) : ListKey.General;
        }

        return scope switch
        {
            { All: true } => new ListKey(ListKeyKind.Nation, Guid.Empty),
            { Councils: [var only], Provinces: [], Agencies: [] } => new ListKey(ListKeyKind.Council, only),
            { Councils: [], Provinces: [var province], Agencies: [] } => new ListKey(ListKeyKind.Province, province),
            _ => ListKey.General,
        };
    }

    private static bool MayReadWhole(Scope scope, Guid province) => scope.All || scope.Provinces.Contains(province);

    private async Task<IQueryable<Petition>> FilteredAsync(Db db, PetitionFilter filter, ListKey key, Acting acting, CancellationToken ct)
    {
        var petitions = db.Set<Petition>().AsNoTracking();
        petitions = key.Kind switch
        {
            ListKeyKind.Council => petitions.Where(p => p.CouncilId == key.Id),
            ListKeyKind.Province => petitions.Where(p => p.ProvinceId == key.Id),
            ListKeyKind.Nation => petitions,
            ListKeyKind.General => filter.Counted ? petitions.OwnedWithin(acting) : petitions.VisibleTo(acting, db),
        };
        if (key.Kind == ListKeyKind.General && !filter.PassedToUs)
        {
            petitions = await InPlaceAsync(petitions, filter, ct);
        }

        if (filter.PassedToUs)
        {
            var own = acting.OwnCouncils<ReadPetitions>();
            petitions = petitions.Where(p => p.HolderCouncilId != null && own.Contains(p.HolderCouncilId.Value));
        }

        if (filter.Mine)
        {
            var mine = Followers.By(db, acting.UserId, clock.Today);
            petitions = petitions.Where(p => mine.Any(r => r.CouncilId == p.CouncilId && (r.Field == null || r.Field == p.Field)));
        }

        petitions = await petitions.MatchingAsync(db, filter.Text, acting.ScopeOf<ReadPetitions>(), ct);
        petitions = Backlog(OfSession(petitions, filter.Session, db), filter.BacklogOf, db);

        return AtStage(Late(Narrowed(petitions, filter, clock.Today), filter.Lateness, clock.Today), filter.Stage);
    }

    private async ValueTask<IQueryable<Petition>> InPlaceAsync(IQueryable<Petition> petitions, PetitionFilter filter, CancellationToken ct)
    {
        if (filter.Councils is { } councils)
        {
            return petitions.Where(p => councils.Contains(p.CouncilId));
        }

        if (filter.CouncilId is not { } asked)
        {
            return petitions;
        }

        return filter.Subtree && await directory.CouncilAsync(asked, ct) is { Tier: Tier.Province, ProvinceId: var province }
            ? petitions.Where(p => p.ProvinceId == province)
            : petitions.Where(p => p.CouncilId == asked);
    }

    /// <summary>Petitions of earlier sessions that are not done.</summary>
    internal static IQueryable<Petition> Backlog(IQueryable<Petition> petitions, Guid? session, Db db) => session is not { } id
        ? petitions
        : petitions.Where(p => (p.Outcome == null || Outcomes.NotDone.Contains(p.Outcome.Value))
            && p.Status != PetitionStatus.Merged
            && db.Set<CouncilSession>().Any(s => s.Id == p.SessionId && s.OpensOn < db.Set<CouncilSession>().Where(x => x.Id == id).Max(x => x.OpensOn)));

    private static IQueryable<Petition> Late(IQueryable<Petition> petitions, string? lateness, DateOnly today)
    {
        if (lateness is null)
        {
            return petitions;
        }

        if (lateness == SummaryFilter.Undated)
        {
            return petitions.Where(p => p.OwedBy == null && PetitionStatuses.WithAgency.Contains(p.Status));
        }

        var (from, to) = Lateness.DueDays(lateness, today);
        petitions = petitions.Where(p => p.OwedBy != null);
        petitions = from is { } first ? petitions.Where(p => p.OwedBy >= first) : petitions;

        return to is { } last ? petitions.Where(p => p.OwedBy <= last) : petitions;
    }

    private static IQueryable<Petition> OfSession(IQueryable<Petition> petitions, string? key, Db db)
    {
        if (key is null)
        {
            return petitions;
        }

        var slash = key.LastIndexOf('/');
        var term = slash < 0 ? key : key[..slash];
        var number = slash >= 0 && int.TryParse(key.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

        return petitions.Where(p => db.Set<CouncilSession>().Any(s => s.Id == p.SessionId && s.Term == term && s.Number == number));
    }

    private static IQueryable<Petition> Narrowed(IQueryable<Petition> petitions, PetitionFilter f, DateOnly today)
    {
        petitions = f.Overdue ? petitions.Where(p => p.OwedBy < today) : petitions;
        petitions = f.Status is { } status ? petitions.Where(p => p.Status == status) : petitions;
        petitions = f.Kind is { } kind ? petitions.Where(p => p.Kind == kind) : petitions;
        petitions = f.Pressing ? petitions.Where(p => p.IsPressing) : petitions;
        petitions = f.Field is { } field ? petitions.Where(p => p.Field == field) : petitions;
        petitions = f.Authority is { } authority ? petitions.Where(p => p.Authority == authority) : petitions;
        petitions = f.AgencyId is { } agency ? petitions.Where(p => p.LeadAgencyId == agency) : petitions;
        petitions = f.Outcome is { } outcome ? petitions.Where(p => p.Outcome == outcome) : petitions;
        petitions = f.WithoutField ? petitions.Where(p => p.Field == null) : petitions;
        petitions = f.WithoutAuthority ? petitions.Where(p => p.Authority == null) : petitions;
        petitions = f.WithoutAgency ? petitions.Where(p => p.LeadAgencyId == null) : petitions;
        petitions = f.WithoutSession ? petitions.Where(p => p.SessionId == null) : petitions;
        petitions = f.RaisedAgain ? petitions.Where(p => p.RaisedAgainOfId != null || p.Reopened > 0) : petitions;
        petitions = f.Counted ? petitions.Where(p => p.Status != PetitionStatus.Merged) : petitions;
        petitions = f.WithoutOutcome ? petitions.Where(p => p.Outcome == null) : petitions;
        petitions = f.SessionId is { } session ? petitions.Where(p => p.SessionId == session) : petitions;
        petitions = f.MeetingId is { } meeting ? petitions.Where(p => p.MeetingId == meeting) : petitions;
        petitions = f.From is { } from ? petitions.Where(p => p.ReceivedOn >= from) : petitions;

        return f.To is { } to ? petitions.Where(p => p.ReceivedOn <= to) : petitions;
    }

    private static IQueryable<Petition> AtStage(IQueryable<Petition> petitions, PetitionStage? stage) => stage switch
    {
        // An opinion, once sorted, is counted and needs nothing more.
        PetitionStage.OnTheDesk => petitions.Where(p =>
            p.Status == PetitionStatus.Recorded || p.Status == PetitionStatus.Refused || (p.Status == PetitionStatus.Classified && p.Kind == PetitionKind.Petition)),
        PetitionStage.WithAgency => petitions.Where(p => PetitionStatuses.WithAgency.Contains(p.Status)),
        PetitionStage.ToEvaluate => petitions.Where(p => p.Status == PetitionStatus.Answered),
        PetitionStage.ToConclude => petitions.Where(p => p.Status == PetitionStatus.Evaluated),
        PetitionStage.HasAnswer => petitions.Where(p => PetitionStatuses.HasAnswer.Contains(p.Status)),
        PetitionStage.ToTell => petitions.Where(p => p.Status == PetitionStatus.Concluded || p.Status == PetitionStatus.Notified),
        _ => petitions,
    };

    private static IQueryable<PetitionRow> Ordered(IQueryable<Petition> petitions, PetitionFilter filter)
    {
        var after = ListCursor.Read(filter.Cursor);
        if (filter.Overdue)
        {
            petitions = after is { } late ? petitions.Where(p => p.OwedBy > late.Day || (p.OwedBy == late.Day && p.Id > late.Id)) : petitions;

            return petitions.OrderBy(p => p.OwedBy).ThenBy(p => p.Id).Select(Row);
        }

        petitions = after is { } old ? petitions.Where(p => p.ReceivedOn < old.Day || (p.ReceivedOn == old.Day && p.Id < old.Id)) : petitions;

        return petitions.OrderByDescending(p => p.ReceivedOn).ThenByDescending(p => p.Id).Select(Row);
    }

    internal static readonly System.Linq.Expressions.Expression<Func<Petition, PetitionRow>> Row = p => new PetitionRow(
        p.Id, p.Code, p.CouncilId, p.Content, p.Place, p.Kind, p.Status, p.Field, p.Authority, p.LeadAgencyId, p.HolderCouncilId, p.Outcome, p.ReceivedOn, p.DueOn, p.OwedBy, p.Voters, p.IsPressing, p.FromLedger);

    private async Task<List<PetitionRow>> PlainOverdueAsync(Db db, ListKey key, string? cursor, CancellationToken ct)
    {
        var (day, id) = ListCursor.Read(cursor) ?? (DateOnly.MinValue, Guid.Empty);
        List<PetitionRow> rows = [];
        await foreach (var row in Compiled.GetOrAdd(db.Dialect.Name, _ => new PlainOverdue()).Of(db, key, clock.Today, day, id).WithCancellation(ct))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static string CursorAt(PetitionRow row, bool overdue) => ListCursor.At(overdue ? row.OwedBy!.Value : row.ReceivedOn, row.Id);

    private enum ListKeyKind
    {
        General,
        Council,
        Province,
        Nation,
    }

    private readonly record struct ListKey(ListKeyKind Kind, Guid Id)
    {
        public static readonly ListKey General = new(ListKeyKind.General, Guid.Empty);

        public bool IsPlain => Kind != ListKeyKind.General;
    }

    /// <summary>The page most often asked for, compiled once per engine: the late ones of a council, a province, the nation.</summary>
    private sealed class PlainOverdue
    {
        private const int OneMore = 21;

        private readonly Func<Db, Guid, DateOnly, DateOnly, Guid, IAsyncEnumerable<PetitionRow>> _council = EF.CompileAsyncQuery(
            (Db db, Guid key, DateOnly today, DateOnly day, Guid id) => db.Set<Petition>().AsNoTracking()
                .Where(p => p.CouncilId == key && p.OwedBy < today && (p.OwedBy > day || (p.OwedBy == day && p.Id > id)))
                .OrderBy(p => p.OwedBy).ThenBy(p => p.Id).Take(OneMore).Select(Row));

        private readonly Func<Db, Guid, DateOnly, DateOnly, Guid, IAsyncEnumerable<PetitionRow>> _province = EF.CompileAsyncQuery(
            (Db db, Guid key, DateOnly today, DateOnly day, Guid id) => db.Set<Petition>().AsNoTracking()
                .Where(p => p.ProvinceId == key && p.OwedBy < today && (p.OwedBy > day || (p.OwedBy == day && p.Id > id)))
                .OrderBy(p => p.OwedBy).ThenBy(p => p.Id).Take(OneMore).Select(Row));

        private readonly Func<Db, DateOnly, DateOnly, Guid, IAsyncEnumerable<PetitionRow>> _nation = EF.CompileAsyncQuery(
            (Db db, DateOnly today, DateOnly day, Guid id) => db.Set<Petition>().AsNoTracking()
                .Where(p => p.OwedBy < today && (p.OwedBy > day || (p.OwedBy == day && p.Id > id)))
                .OrderBy(p => p.OwedBy).ThenBy(p => p.Id).Take(OneMore).Select(Row));

        public IAsyncEnumerable<PetitionRow> Of(Db db, ListKey key, DateOnly today, DateOnly day, Guid id) => key.Kind switch
        {
            ListKeyKind.Council => _council(db, key.Id, today, day, id),
            ListKeyKind.Province => _province(db, key.Id, today, day, id),
            _ => _nation(db, today, day, id),
        };
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

public sealed class PetitionSummaryTests
{
    private static readonly (DateOnly? From, DateOnly? To)[] Periods =
    [
        (null, null),
        (new(2026, 1, 1), new(2026, 12, 31)),
        (new(2026, 4, 11), new(2026, 8, 9)),
        (new(2026, 6, 10), new(2026, 6, 20)),
        (new(2026, 7, 31), null),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Every_figure_is_the_number_of_petitions_in_the_list_behind_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var petitions = new RandomPetitions(house, 20260915);
        await petitions.RecordAsync(300, Ct);
        await house.Get<CountFold>().FoldAsync(Ct);
        await petitions.ChangeAsync(60, Ct);
        await CompareAllAsync(house);

        Assert.NotEqual(0, await house.Get<CountFold>().FoldAsync(Ct));
        await CompareAllAsync(house);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task The_nation_is_all_provinces_and_the_province_all_its_councils(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 7).RecordAsync(200, Ct);
        await house.Get<CountFold>().FoldAsync(Ct);

        var nation = await ReadAsync(house, SummaryPlace.Everywhere);
        var province = await ReadAsync(house, SummaryPlace.Of(house.Province.Own, true));
        var alone = await ReadAsync(house, SummaryPlace.Of(house.Province.Own, false));

        Assert.Equal(nation.Total, nation.ByPlace[house.Province.Own.ProvinceId]);
        Assert.Equal(nation.Total, province.Total);
        Assert.Equal(alone.Total, province.ByPlace[house.Province.Own.Id]);
        Assert.Equal(3, province.ByPlace.Count);
        Assert.All([nation, province, alone], f => Assert.Equal([f.Total, f.Total, f.Total, f.Total, f.Total],
            [f.ByField.Values.Sum(), f.ByAuthority.Values.Sum(), f.ByOutcome.Values.Sum(), f.ByStatus.Values.Sum(), f.ByPlace.Values.Sum()]));
    }

    [Theory, Engines]
    public async Task Who_may_read_one_council_sees_its_figures_alone_and_a_stranger_none(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await new RandomPetitions(house, 8).RecordAsync(120, Ct);
        var (own, naMau, lungMau) = (house.Province.Own, house.Province.NaMau, house.Province.LungMau);
        var summary = house.Get<PetitionSummary>();
        var clerk = house.Province.Clerk(naMau);
        var delegateAbove = SampleProvince.As(Role.Delegate, own);

        var all = await summary.ReadAsync(new SummaryInput(ByPlace: true), clerk, Ct);
        var asked = await summary.ReadAsync(new SummaryInput(SummaryPlace.Of(naMau, false)), clerk, Ct);

        Assert.Equal([naMau.Id], all!.ByPlace.Keys);
        Assert.Equal(all.Total, asked!.Total);
        Assert.Equal(all.Total, (await summary.ReadAsync(new SummaryInput(SummaryPlace.Of(own, true)), clerk, Ct))!.Total);
        Assert.Null(await summary.ReadAsync(new SummaryInput(SummaryPlace.Of(lungMau, false)), clerk, Ct));
        Assert.Null(await summary.ReadAsync(new SummaryInput(SummaryPlace.Of(naMau, false)), delegateAbove, Ct));
        Assert.Null(await summary.ReadAsync(new SummaryInput(), SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Assert.Equal(all.Total, (await summary.ReadAsync(new SummaryInput(SummaryPlace.Of(naMau, false)), house.Province.Clerk(own), Ct))!.Total);
    }

    [Theory, Engines]
    public async Task What_is_owed_becomes_overdue_the_day_after_its_day_without_any_change(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await using var db = house.Db();
        var petition = RandomPetitions.New(house.Province.NaMau, new(2026, 9, 1));
        petition.ForwardTo(house.Province.NaMauEconomy.Id, new(2026, 9, 2), new(2026, 9, 20));
        await StoreAsync(house, db, [petition]);
        await house.Get<CountFold>().FoldAsync(Ct);

        house.Clock.SetDay(new(2026, 9, 20));
        Assert.Equal(0, (await ReadAsync(house, SummaryPlace.Everywhere)).Overdue);
        house.Clock.SetDay(new(2026, 9, 21));
        Assert.Equal(1, (await ReadAsync(house, SummaryPlace.Everywhere)).Overdue);
        Assert.Equal(1, (await ReadAsync(house, SummaryPlace.Of(house.Province.Own, true))).Overdue);
        Assert.Equal(1, (await ReadAsync(house, SummaryPlace.Of(house.Province.NaMau.Id))).OverdueByAgency[house.Province.NaMauEconomy.Id]);
    }

    private static async Task<PetitionFigures> ReadAsync(TestHouse house, SummaryPlace place) =>
        (await house.Get<PetitionSummary>().ReadAsync(new SummaryInput(place, ByPlace: true), Acting.System, Ct))!;

    private static async Task StoreAsync(TestHouse house, NghiTruong.Database.Db db, IReadOnlyList<Petition> petitions)
    {
        db.AddRange(petitions);
        house.Get<PetitionCounting>().Count(db, petitions);
        await db.SaveChangesAsync(Ct);
    }

    private static async Task CompareAllAsync(TestHouse house)
    {
        foreach (var (from, to) in Periods)
        {
            foreach (var session in new[] { null, "2026-2031/2" })
            {
                var filter = new SummaryFilter { From = from, To = to, Session = session, Counted = true };
                await CompareAsync(house, SummaryPlace.Of(house.Province.NaMau.Id), filter);
                await CompareAsync(house, SummaryPlace.ProvinceWithCommunes(house.Province.Own.ProvinceId), filter);
                await CompareAsync(house, SummaryPlace.Everywhere, filter);
            }
        }
    }

    /// <summary>Each figure against the number of petitions its own filter lists.</summary>
    private static async Task CompareAsync(TestHouse house, SummaryPlace place, SummaryFilter filter)
    {
        await using var db = house.Db();
        var asked = new SummaryInput(place, filter.Session, filter.From, filter.To, ByPlace: true, ByAgency: true);
        var figures = (await house.Get<PetitionSummary>().ReadAsync(asked, Acting.System, Ct))!;
        var petitions = filter with { Kind = PetitionKind.Petition };
        var rows = await db.Set<Petition>().AsNoTracking().Where(p => place.Nation || p.ProvinceId == place.ProvinceId || place.Councils.Contains(p.CouncilId)).ToListAsync(Ct);
        var sessions = await db.Set<CouncilSession>().ToDictionaryAsync(s => s.Id, s => $"{s.Term}/{s.Number}", Ct);
        var counted = rows.Where(p => p.Status != PetitionStatus.Merged
            && (filter.From is null || p.ReceivedOn >= filter.From)
            && (filter.To is null || p.ReceivedOn <= filter.To)
            && (filter.Session is null || (p.SessionId is { } id && sessions[id] == filter.Session))).ToList();

        Assert.Equal(counted.Count(p => p.Kind == PetitionKind.Petition), figures.Total);
        Assert.Equal(figures.Total, await ListedAsync(petitions));
        Assert.Equal(figures.Opinions, await ListedAsync(filter with { Kind = PetitionKind.Opinion }));
        Assert.Equal(figures.Overdue, await ListedAsync(petitions with { Overdue = true }));
        await EachAsync(figures.ByField, field => petitions with { Field = field });
        await EachAsync(figures.ByAuthority, authority => petitions with { Authority = authority });
        await EachAsync(figures.ByOutcome, outcome => petitions with { Outcome = outcome });
        await EachAsync(figures.ByStatus, status => petitions with { Status = Enum.Parse<PetitionStatus>(status, true) });
        await EachAsync(figures.ByAgency, agency => petitions with { Agency = agency });
        await EachAsync(figures.OverdueByAgency, agency => petitions with { Agency = agency, Overdue = true });
        var late = counted.Where(p => p.Kind == PetitionKind.Petition && p.OwedBy < house.Clock.Today).ToList();
        Assert.Equal(late.CountBy(p => place.Nation ? p.ProvinceId : p.CouncilId).ToDictionary(), figures.OverdueByPlace.ToDictionary(f => f.Key, f => (int)f.Value));
        Assert.Equal(
            place.Nation ? [] : counted.Where(p => p.Kind == PetitionKind.Petition && p.LeadAgencyId is not null).CountBy(p => p.LeadAgencyId!.Value).ToDictionary(),
            figures.ByAgency.ToDictionary(f => f.Key, f => (int)f.Value));
        foreach (var (field, outcomes) in figures.Outcomes.ByField)
        {
            await EachAsync(outcomes, outcome => petitions with { Field = field, Outcome = outcome });
        }

        async Task EachAsync<T>(IReadOnlyDictionary<T, long> figures, Func<T, SummaryFilter> behind)
        {
            foreach (var (key, n) in figures)
            {
                Assert.Equal(n, await ListedAsync(behind(key)));
            }
        }

        // The list of the place: a council, a province by its own council and subtree, all that may be seen.
        async Task<long> ListedAsync(SummaryFilter behind) => await house.Get<PetitionList>().CountAsync(
            (behind with { Subtree = place.ProvinceId is not null }).ToList(place.ProvinceId is not null ? house.Province.Own.Id : place.Councils is [var only] ? only : null),
            Acting.System,
            Ct);
    }
}

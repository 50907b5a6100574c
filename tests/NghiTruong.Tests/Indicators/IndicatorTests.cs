using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Indicators;
using NghiTruong.Law.Definitions;
using NghiTruong.Notifications;
using NghiTruong.Petitions;
using NghiTruong.Supervision;
using NghiTruong.Support;
using NghiTruong.Texts;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Indicators;

/// <summary>Figures that move with the records, add up the tiers by numerators and denominators, and open onto the names missing.</summary>
public sealed class IndicatorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0, 100, IndicatorStanding.NoBase)]
    [InlineData(0, 5, 100, IndicatorStanding.NotReached)]
    [InlineData(9999, 10000, 100, IndicatorStanding.NotReached)]
    [InlineData(17, 20, 85, IndicatorStanding.Reached)]
    [InlineData(16, 20, 85, IndicatorStanding.NotReached)]
    [InlineData(1, 20, null, IndicatorStanding.NoTarget)]
    public void An_indicator_stands_by_its_two_numbers_and_a_share_of_nothing_is_none(long numerator, long denominator, int? target, IndicatorStanding standing) =>
        Assert.Equal((standing, denominator > 0), (IndicatorArithmetic.Standing(numerator, denominator, target), IndicatorArithmetic.Percent(numerator, denominator) is not null));

    [Fact]
    public void The_median_is_the_middle_council_or_the_mean_of_two() =>
        Assert.Equal((null, 50m, 60m), (IndicatorArithmetic.Median([]), IndicatorArithmetic.Median([100, 0, 50]), IndicatorArithmetic.Median([100, 20, 50, 70])));

    [Fact]
    public async Task Every_shipped_indicator_counts_records_that_a_room_offers_and_every_choice_has_words()
    {
        await using var house = await TestHouse.OpenEmptyAsync(Engine.Sqlite);
        var records = house.Get<IndicatorDesk>().Records.ToDictionary(r => r.Kind);
        var texts = house.Get<TextTable>().Codes.ToHashSet();

        Assert.All(ShippedIndicators.All, i => Assert.True(i.Rule.IsSound, i.Code));
        Assert.All(ShippedIndicators.All.SelectMany(i => i.Rule.Base.Concat(i.Rule.Counted).Select(c => (i, c))), x => Assert.All(
            x.i.Kinds, k => Assert.Contains(records[k].Dimensions, d => d.Dimension == x.c.Dimension && x.c.Values.All(d.Values.Contains))));
        Assert.All(records.Values, r => Assert.Contains(r.Code.StartsWith("coverage.", StringComparison.Ordinal) ? r.Code : "counted." + r.Code, texts));
    }

    [Theory, Engines]
    public async Task A_figure_moves_with_the_act_before_and_after_it_is_folded(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        var code = await ProgrammedAsync(house);
        var before = await OneAsync(house, "supervision.held");

        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), house.Province.Clerk(), Ct));
        var unfolded = await OneAsync(house, "supervision.held");
        await house.Get<CountFold>().FoldAsync(Ct);
        var folded = await OneAsync(house, "supervision.held");

        Assert.Equal((0, 1, 1), (before.Numerator, unfolded.Numerator, folded.Numerator));
        // Planned to the end of September: it counts for nobody before its day, or before it is held.
        Assert.Equal((0, 1, 1), (before.Denominator, unfolded.Denominator, folded.Denominator));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task The_province_adds_up_its_communes_and_each_sees_its_own(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        await PetitionsAsync(house, house.Province.NaMau, 3);
        await PetitionsAsync(house, house.Province.LungMau, 1);
        await house.Get<CountFold>().FoldAsync(Ct);
        await PetitionsAsync(house, house.Province.LungMau, 1);

        var upper = house.Province.Clerk(house.Province.Own);
        var province = await OneAsync(house, "petition.passedOn", "96", true, upper);
        var commune = await OneAsync(house, "petition.passedOn", "96001", false, upper);
        var grid = (await house.Get<IndicatorReader>().GridAsync((await PlaceAsync(house, "96", true))!, null, IndicatorGroup.SeedA, upper, Ct))!;

        Assert.Equal((5, 3), (province.Denominator, commune.Denominator));
        Assert.Equal(2, grid.Places[house.Province.LungMau.Id]["petition.passedOn"].Denominator);
        Assert.Null(await house.Get<IndicatorReader>().BoardAsync((await PlaceAsync(house, "96002", false))!, null, house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task The_records_missing_from_a_figure_are_those_it_lacks(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        await PetitionsAsync(house, house.Province.NaMau, 2);
        var passed = await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Đề nghị sửa cầu", ExplainedBy = "Chủ tịch UBND xã" }, house.Province.Clerk(), Ct);

        var missing = (await house.Get<IndicatorNames>().PageAsync("petition.passedOn", (await PlaceAsync(house, "96001", false))!, null, missing: true, null, house.Province.Clerk(), Ct))!;
        var counted = (await house.Get<IndicatorNames>().PageAsync("petition.passedOn", (await PlaceAsync(house, "96001", false))!, null, missing: false, null, house.Province.Clerk(), Ct))!;
        var figure = await OneAsync(house, "petition.passedOn");

        Assert.Equal((figure.Missing, figure.Numerator), (missing.Rows.Count, counted.Rows.Count));
        Assert.Null(await house.Get<IndicatorNames>().PageAsync("petition.passedOn", (await PlaceAsync(house, "96002", false))!, null, missing: true, null, house.Province.Clerk(), Ct));
        Assert.False(passed.IsRefused);
    }

    [Theory, Engines]
    public async Task Letters_are_counted_above_and_read_only_by_the_desk_that_handles_them_by_their_code(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        var code = await NghiTruong.Tests.CitizenLetters.CitizenLetterCases.RegisteredAsync(
            house, NghiTruong.Tests.CitizenLetters.CitizenLetterCases.Letter(house, CitizenLetterKind.Complaint, summary: "Ông Lò Văn Hiếm kiện thu hồi ruộng"), house.Province.Clerk());
        var (names, place) = (house.Get<IndicatorNames>(), (await PlaceAsync(house, "96001", false))!);
        Task<BehindPage?> BehindAsync(Acting acting) => names.PageAsync("letter.passedOn", place, null, missing: true, null, acting, Ct);

        Assert.Equal(1, (await OneAsync(house, "letter.passedOn", acting: house.Province.Clerk(house.Province.Own))).Missing);
        var own = Assert.Single((await BehindAsync(house.Province.Clerk()))!.Rows);
        Assert.Equal((code, code), (own.Code, own.Title));
        foreach (var stranger in new[] { house.Province.Clerk(house.Province.Own), SampleProvince.As(Role.UpperViewer, house.Province.Own), SampleProvince.As(Role.Delegate, house.Province.NaMau), SampleProvince.As(Role.CommitteeHead, house.Province.NaMau) })
        {
            var behind = (await BehindAsync(stranger))!;
            Assert.True(behind is { IsClosed: true, Rows.Count: 0 });
        }
    }

    [Theory, Engines]
    public async Task One_press_reminds_the_desks_below_once(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        var upper = house.Province.StandingCommittee(house.Province.Own);
        var place = (await PlaceAsync(house, "96", true))!;
        Task<NghiTruong.Refusals.Result<Reminded>> RemindAsync() => house.Get<IndicatorReminders>().RemindAsync("commune.themes", place, id => $"/chi-so/commune.themes?council={id:D}", upper, Ct);

        var first = await RemindAsync();
        var again = await RemindAsync();

        Assert.Equal((new Reminded(0, 2), new Reminded(0, 0)), (first.Value, again.Value));
        await using var db = house.Db();
        Assert.Equal(2, await db.Set<Notification>().CountAsync(n => n.Kind == IndicatorReminders.Kind, Ct));
        Refused("indicator.notAllowed", await house.Get<IndicatorReminders>().RemindAsync("commune.themes", place, _ => "/", SampleProvince.As(Role.Delegate, house.Province.NaMau), Ct));
        Refused("indicator.noNames", await house.Get<IndicatorReminders>().RemindAsync("petition.passedOn", place, _ => "/", upper, Ct));
    }

    [Theory, Engines]
    public async Task What_was_known_on_a_day_stays_known_and_the_median_is_of_the_tier(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        await SnapAsync(house);
        house.Clock.SetDay(Day(9, 20));
        foreach (var code in new[] { await ProgrammedAsync(house), await ProgrammedAsync(house) })
        {
            Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 18), house.Province.Clerk(), Ct));
        }

        await SnapAsync(house);
        var place = (await PlaceAsync(house, "96001", false))!;
        var then = await house.Get<IndicatorReader>().KnownOnAsync(place, Day(9, 19), house.Province.Clerk(), Ct);
        var now = await house.Get<IndicatorReader>().KnownOnAsync(place, Day(9, 20), house.Province.Clerk(), Ct);

        Assert.Equal((0, 1), (then["commune.themes"].Numerator, now["commune.themes"].Numerator));
        var median = (await OneAsync(house, "commune.themes")).Median!;
        Assert.Equal((50m, 2), (median.Median, median.Councils));
    }

    [Theory, Engines]
    public async Task An_administrator_makes_one_with_a_preview_and_a_rule_that_changes_is_counted_anew(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        await PetitionsAsync(house, house.Province.NaMau, 4);
        await house.Get<CountFold>().FoldAsync(Ct);
        await PetitionsAsync(house, house.Province.LungMau, 1);
        var (desk, admin) = (house.Get<IndicatorDesk>(), SampleProvince.As(Role.Administrator, house.Province.Own));
        var asked = new IndicatorInput { Id = Guid.CreateVersion7(), CouncilId = house.Province.Own.Id, Vietnamese = "Kiến nghị đã phân loại", Records = "Petition", Counted = ["status:Classified"], Target = 90 };

        var preview = await desk.PreviewAsync(asked, admin, Ct);
        var code = (await desk.MakeAsync(asked, admin, Ct)).Value;
        Assert.Equal(code, (await desk.MakeAsync(asked, admin, Ct)).Value);
        var made = await OneAsync(house, code, "96", true, house.Province.Clerk(house.Province.Own));
        Assert.Equal((5, 0, 5, 0), (preview.Value.Denominator, preview.Value.Numerator, made.Denominator, made.Numerator));

        Done(await desk.EditAsync(code, asked with { Counted = ["status:Recorded"] }, 0, admin, Ct));
        Assert.Equal(5, (await OneAsync(house, code, "96", true, house.Province.Clerk(house.Province.Own))).Numerator);
        Refused("indicator.conditionUnknown", await desk.MakeAsync(asked with { Id = null, Counted = ["status:Nothing'; --"] }, admin, Ct));
        Refused("indicator.countedMissing", await desk.MakeAsync(asked with { Id = null, Counted = [] }, admin, Ct));
        Refused("indicator.notAllowed", await desk.MakeAsync(asked with { Id = null }, house.Province.Clerk(house.Province.Own), Ct));
        await house.Get<CountFold>().FoldAsync(Ct);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_province_sets_its_own_target(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        Done(await house.Get<DefinitionDesk>().SetAsync(
            new DefinitionInput { CouncilId = house.Province.Own.Id, Catalogue = IndicatorTargets.Code, Code = "recommendation.done", Vietnamese = "Kiến nghị thực hiện xong", Number = 95 },
            SampleProvince.As(Role.Administrator, house.Province.Own), Ct));

        Assert.Equal(95, (await OneAsync(house, "recommendation.done")).Target);
    }

    [Theory, Engines]
    public async Task An_answer_is_in_time_on_its_last_day_and_a_term_counts_for_nobody_before_it_has_come(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        var codes = new List<string>();
        foreach (var content in new[] { "Sửa cầu", "Sửa đường", "Sửa cống" })
        {
            codes.Add(Done(await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content }, house.Province.Clerk(), Ct)).Value);
        }

        Done(await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput { Codes = codes, RecipientAgencyId = house.Province.NaMauCommittee.Id, Number = "35", Notation = "HĐND-VP", IssuedOn = Day(9, 11) }, house.Province.Clerk(), Ct));
        await house.Get<CountFold>().FoldAsync(Ct);
        house.Clock.SetDay(Day(10, 12));
        await AnswerAsync(house, codes[0], Day(10, 12));
        var onTheDay = await OneAsync(house, "petition.onTime");
        house.Clock.SetDay(Day(10, 13));
        await AnswerAsync(house, codes[1], Day(10, 13));

        // Owed by 12 October 2026 (AnsweredOn is compared with that day); the third has no answer at all.
        Assert.Equal((1, 3, 90), (onTheDay.Numerator, onTheDay.Denominator, onTheDay.Target!.Value));
        var after = await OneAsync(house, "petition.onTime");
        Assert.Equal((1, 3), (after.Numerator, after.Denominator));
        var missing = (await house.Get<IndicatorNames>().PageAsync("petition.onTime", (await PlaceAsync(house, "96001", false))!, null, true, null, house.Province.Clerk(), Ct))!;
        Assert.Equal(codes.Skip(1).Order(), missing.Rows.Select(r => r.Code).Order());
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_term_that_has_not_come_is_in_no_base(Engine engine)
    {
        await using var house = await ReadyAsync(engine);
        var code = Done(await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Sửa cầu" }, house.Province.Clerk(), Ct)).Value;
        Done(await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauCommittee.Id, Number = "35", Notation = "HĐND-VP", IssuedOn = Day(9, 11) }, house.Province.Clerk(), Ct));

        house.Clock.SetDay(Day(10, 11));
        var before = await OneAsync(house, "petition.onTime");
        house.Clock.SetDay(Day(10, 12));

        Assert.Equal((0, 1), (before.Denominator, (await OneAsync(house, "petition.onTime")).Denominator));
    }

    private static async Task AnswerAsync(TestHouse house, string code, DateOnly on) => Done(await house.Get<PetitionReplies>().AnswerAsync(
        new AnswerInput { Number = "21/UBND-VP", IssuedOn = on, Items = [new AnswerItem(code, "Đã sửa xong.", Outcome.Settled)] }, house.Province.Clerk(), Ct));

    private static async Task<TestHouse> ReadyAsync(Engine engine)
    {
        var house = await TestHouse.OpenAsync(engine);
        var now = house.Clock.GetUtcNow().UtcDateTime;
        await house.Get<CoverageCalendar>().RunAsync(now, Ct);
        await house.Get<IndicatorSetup>().RunAsync(now, Ct);

        return house;
    }

    private static async Task SnapAsync(TestHouse house)
    {
        await house.Get<CountFold>().FoldAsync(Ct);
        await house.Get<IndicatorHistory>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
    }

    private static Task<SummaryAddress?> PlaceAsync(TestHouse house, string address, bool subtree) => house.Get<SummaryPlaces>().FindAsync(address, subtree, Ct);

    private static async Task<IndicatorFigure> OneAsync(TestHouse house, string code, string address = "96001", bool subtree = false, Acting? acting = null) =>
        (await house.Get<IndicatorReader>().OneAsync(code, (await PlaceAsync(house, address, subtree))!, null, acting ?? house.Province.Clerk(), Ct))!;

    private static async Task PetitionsAsync(TestHouse house, Council council, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.False((await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = council.Id, Content = $"Đề nghị số {i}" }, house.Province.Clerk(council), Ct)).IsRefused);
        }
    }
}

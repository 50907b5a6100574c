using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Law.Definitions;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Support;
using NghiTruong.Tests.Law;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>The twelve groups with their fields: asked for when results are recorded, kept when no longer asked, closed where the law closes them.</summary>
public sealed class GroupFieldTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_required_field_may_wait_in_a_proposal_and_may_not_when_results_are_recorded(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var field = Done(await house.Get<DefinitionDesk>().SetAsync(DefinitionTests.NewField(house.Province.Own), DefinitionTests.Administrator(house.Province.Own), Ct)).Value;
        var (code, clerk, results) = (await ProgrammedAsync(house), house.Province.Clerk(), house.Get<SupervisionResults>());
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), clerk, Ct));

        var missing = await results.WriteAsync(code, Words, clerk, Ct);
        var unread = await results.WriteAsync(code, Words with { Fields = new Dictionary<string, string?> { [field] = "nhiều" } }, clerk, Ct);
        Done(await results.WriteAsync(code, Words with { Fields = new Dictionary<string, string?> { [field] = "1250" } }, clerk, Ct));

        Assert.Equal(("supervision.field.missing", $"Fields[{field}]"), (missing.Refusals[0].Code, missing.Refusals[0].Field));
        Refused("supervision.field.number", unread);
        var shown = await FieldsAsync(house, code, clerk);
        Assert.Equal(("1.250", false), (shown.Single(f => f.Field.Code == field).Shown, shown.Single(f => f.Field.Code == field).IsRetired));
    }

    [Theory, Engines]
    public async Task A_retired_field_and_one_taken_away_keep_showing_what_was_recorded(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, admin) = (house.Get<DefinitionDesk>(), DefinitionTests.Administrator(house.Province.NaMau));
        var asked = DefinitionTests.NewField(house.Province.NaMau);
        var field = Done(await desk.SetAsync(asked, admin, Ct)).Value;
        var (code, clerk) = (await ProgrammedAsync(house), house.Province.Clerk());
        Done(await house.Get<GroupDesk>().SetAsync(code, null, new Dictionary<string, string?> { [field] = "42" }, clerk, Ct));

        Done(await desk.SetAsync(asked with { Code = field, IsRetired = true }, admin, Ct));
        var retired = (await FieldsAsync(house, code, clerk)).Single(f => f.Field.Code == field);
        Refused("supervision.field.unknown", await house.Get<GroupDesk>().SetAsync(code, null, new Dictionary<string, string?> { [field] = "43" }, clerk, Ct));
        Done(await desk.ReturnAsync(house.Province.NaMau.Id, "supervision.fields", "GS-05", null, admin, Ct));
        var taken = (await FieldsAsync(house, code, clerk)).Single(f => f.Field.Code == field);

        Assert.Equal(("42", true), (retired.Shown, retired.IsRetired));
        Assert.Equal(("42", "Số hộ được khảo sát", true), (taken.Shown, taken.Field.Vietnamese, taken.IsRetired));
    }

    [Theory, Engines]
    public async Task A_report_considered_asks_for_the_fields_of_its_group_and_they_are_found_by_their_words(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, results) = (house.Province.Clerk(), house.Get<SupervisionResults>());
        var about = Theme(house.Province.NaMau, SupervisionKind.Ongoing) with { Group = "GS-01" };
        var input = new OnePageInput { About = about, On = Day(9, 10), Place = "Trụ sở xã", Results = Words with { NoRecommendationBecause = "Báo cáo đủ." } };
        Dictionary<string, string?> fields = new()
        {
            ["loaiBaoCao"] = "Báo cáo ngân sách", ["coQuanBaoCao"] = house.Province.NaMauCommittee.Id.ToString(), ["kyBaoCao"] = "Sáu tháng đầu năm Hoà An", ["ngayNhan"] = "1/9/2026",
        };

        var bare = await results.OnePageAsync(null, input, clerk, Ct);
        var code = Done(await results.OnePageAsync(null, input with { Results = input.Results with { Fields = fields } }, clerk, Ct)).Value;

        Assert.Equal(["loaiBaoCao", "coQuanBaoCao", "kyBaoCao", "ngayNhan"], bare.Refusals.Select(r => r.Field![7..^1]));
        var shown = (await FieldsAsync(house, code, clerk)).ToDictionary(f => f.Field.Code, f => f.Shown);
        Assert.Equal((house.Province.NaMauCommittee.Name, "1/9/2026", null), (shown["coQuanBaoCao"], shown["ngayNhan"], shown["baoCaoThamTra"]));
        Assert.Equal([code], await FoundAsync(house, "hòa an", clerk));
        Assert.Empty(await FoundAsync(house, "hòa bình", clerk));
        Assert.Equal([code], await FoundAsync(house, "hòa an", house.Province.Clerk(house.Province.Own)));
    }

    [Theory, Engines]
    public async Task Before_the_report_nobody_outside_finds_what_a_field_says(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clerk, upper) = (await ProgrammedAsync(house), house.Province.Clerk(), house.Province.Clerk(house.Province.Own));
        Done(await house.Get<GroupDesk>().SetAsync(code, "GS-10", new Dictionary<string, string?> { ["nghiQuyetGiamSat"] = "12/NQ-HĐND", ["noiDungTheoDoi"] = "Trả nợ nhà thầu" }, clerk, Ct));

        Assert.Equal([code], await FoundAsync(house, "trả nợ", clerk));
        Assert.Empty(await FoundAsync(house, "trả nợ", upper));
        Assert.Empty(await FieldsAsync(house, code, upper));
        var id = (await house.Get<SupervisionList>().ReadAsync(new SupervisionFilter(), clerk, Ct)).Rows.Single(r => r.Code == code).Id;
        Assert.Empty(await house.Get<GroupFieldReader>().ReadableAsync([id], upper, Ct));
        Assert.Equal(2, (await house.Get<GroupFieldReader>().ReadableAsync([id], clerk, Ct)).Count);
    }

    [Theory, Engines]
    public async Task Confidence_votes_are_not_recorded_here_and_an_unknown_group_is_refused(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, clerk, about) = (await ProgrammedAsync(house), house.Province.Clerk(), Theme(house.Province.NaMau));

        Refused("supervision.groupConfidential", await house.Get<ProgrammeDesk>().ProposeAsync(about with { Group = "GS-09" }, clerk, Ct));
        Refused("supervision.groupUnknown", await house.Get<ProgrammeDesk>().ProposeAsync(about with { Group = "GS-13" }, clerk, Ct));
        Refused("supervision.groupConfidential", await house.Get<GroupDesk>().SetAsync(code, "GS-09", new Dictionary<string, string?>(), clerk, Ct));
        Refused("supervision.notAllowed", await house.Get<GroupDesk>().SetAsync(code, "GS-01", new Dictionary<string, string?>(), house.Province.Clerk(house.Province.Own), Ct));
    }

    [Theory]
    [InlineData(GroupFieldKind.Number, "31,5", "31,5")]
    [InlineData(GroupFieldKind.Number, "31.5", null)]
    [InlineData(GroupFieldKind.Date, "5-9-2026", "2026-09-05")]
    [InlineData(GroupFieldKind.Date, "31/2/2026", null)]
    [InlineData(GroupFieldKind.PastDate, "15/9/2026", "2026-09-15")]
    [InlineData(GroupFieldKind.PastDate, "16/9/2026", null)]
    [InlineData(GroupFieldKind.YesNo, "true", "true")]
    [InlineData(GroupFieldKind.YesNo, "có", null)]
    [InlineData(GroupFieldKind.Choice, "Hai", "Hai")]
    [InlineData(GroupFieldKind.Choice, "Ba", null)]
    [InlineData(GroupFieldKind.Agency, "UBND", null)]
    [InlineData(GroupFieldKind.Text, "  Hoà  ", "Hoà")]
    public void What_is_typed_is_read_by_the_kind_of_its_field(string kind, string typed, string? stored)
    {
        var read = GroupFieldRules.Read(new DefinitionEntry("x", "Mục", "Field") { Kind = kind, Choices = ["Một", "Hai"] }, typed, Day(9, 15));

        Assert.Equal(stored, read.IsRefused ? null : read.Value);
        Assert.Equal(stored is null, read.IsRefused);
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(501, true)]
    public void A_line_has_five_hundred_characters_at_most(int length, bool refused) =>
        Assert.Equal(refused, GroupFieldRules.Read(new DefinitionEntry("x", "Mục", "Field") { Kind = GroupFieldKind.Text }, new string('a', length), Day(9, 15)).IsRefused);

    [Theory, Engines]
    public async Task Quality_is_counted_report_in_time_evidence_behind_it_and_recommendations_that_name_what_they_want(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await ConcludedAsync(house);
        var (late, clerk, results) = (await ProgrammedAsync(house), house.Province.Clerk(), house.Get<SupervisionResults>());
        var visit = Done(await house.Get<SupervisionDesk>().VisitAsync(late, new VisitInput { On = Day(9, 10), Place = "Thôn Lũng", Notes = "Bể vỡ." }, clerk, Ct)).Value;
        Done(await house.Get<SupervisionDesk>().FindAsync(late, new FindingInput { Kind = FindingKind.Shortcoming, Text = "Bể vỡ.", VisitId = visit }, clerk, Ct));
        Done(await house.Get<SupervisionDesk>().HoldAsync(late, Day(9, 10), clerk, Ct));
        Done(await results.WriteAsync(late, Words, clerk, Ct));
        Done(await results.RecommendAsync(late, Recommend(house) with { Product = null, DueOn = Day(12, 1) }, clerk, Ct));
        house.Clock.SetDay(Day(10, 20));
        Done(await results.ReportAsync(late, "09/BC", Day(10, 20), clerk, Ct));
        Done(await results.ConcludeAsync(late, "10/KL", Day(10, 20), house.Province.StandingCommittee(), Ct));

        var figures = (await house.Get<SupervisionSummary>().ReadAsync(new SupervisionSummaryInput(), clerk, Ct))!.Quality;

        Assert.Equal((new QualityFigure(1, 2), new QualityFigure(1, 2), new QualityFigure(1, 2)), (figures.OnTime, figures.Evidence, figures.Named));
        var list = house.Get<SupervisionList>();
        Assert.Equal(1, await list.CountAsync(new SupervisionFilter { OnTime = false }, clerk, Ct));
        Assert.Equal([late], (await list.ReadAsync(new SupervisionFilter { Evidence = true }, clerk, Ct)).Rows.Select(r => r.Code));
        Assert.Equal((1, 1), ((await house.Get<RecommendationList>().ReadAsync(new RecommendationFilter { Named = true }, clerk, Ct)).Rows.Count, (await house.Get<RecommendationList>().ReadAsync(new RecommendationFilter { Named = false }, clerk, Ct)).Rows.Count));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    private static async Task<IReadOnlyList<GroupFieldShown>> FieldsAsync(TestHouse house, string code, Acting acting) =>
        await house.Get<GroupFieldReader>().OfAsync((await house.Get<SupervisionReader>().ReadAsync(code, acting, Ct))!, Ct);

    private static async Task<IEnumerable<string>> FoundAsync(TestHouse house, string words, Acting acting) =>
        (await house.Get<SupervisionList>().ReadAsync(new SupervisionFilter { Words = words }, acting, Ct)).Rows.Select(r => r.Code);
}

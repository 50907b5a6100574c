using NghiTruong.Accounts;
using NghiTruong.Supervision;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Supervision;

/// <summary>Who sees what of a supervision, before and after its report is issued.</summary>
public sealed class SupervisionAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Who_heads_a_supervised_body_does_not_see_its_findings_before_they_are_issued(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await ProgrammedAsync(house);
        var (desk, reader, clerk) = (house.Get<SupervisionDesk>(), house.Get<SupervisionReader>(), house.Province.Clerk());
        Done(await desk.SetBodiesAsync(code, [new SupervisedBodyInput(house.Province.NaMauCommittee.Id)], clerk, Ct));
        Done(await desk.FindAsync(code, new FindingInput { Kind = FindingKind.Shortcoming, Text = "Chưa thu hồi tạm ứng.", Evidence = "Sổ cái trang 4" }, clerk, Ct));
        Done(await house.Get<SupervisionResults>().WriteAsync(code, Words, clerk, Ct));
        var both = SampleProvince.As(Role.Delegate, house.Province.NaMau);
        both = both with { Capacities = [.. both.Capacities, .. SampleProvince.Officer(house.Province.NaMauCommittee).Capacities] };

        var before = (await reader.ReadAsync(code, both, Ct))!;
        var colleague = (await reader.ReadAsync(code, SampleProvince.As(Role.Delegate, house.Province.NaMau), Ct))!;
        Refused("supervision.ownBody", await desk.FindAsync(code, new FindingInput { Kind = FindingKind.Achieved, Text = "Tốt", Evidence = "x" }, both, Ct));
        Done(await desk.HoldAsync(code, Day(9, 10), clerk, Ct));
        Done(await house.Get<SupervisionResults>().ReportAsync(code, "05/BC", Day(9, 14), clerk, Ct));
        var after = (await reader.ReadAsync(code, both, Ct))!;

        Assert.Equal((0, null), (before.Findings.Count, before.Supervision.Shortcomings));
        Assert.DoesNotContain(before.Story, e => e.EventCode is "supervision.found" or "supervision.edited");
        Assert.Equal((1, Words.Shortcomings), (colleague.Findings.Count, colleague.Supervision.Shortcomings));
        Assert.Equal((1, Words.Shortcomings), (after.Findings.Count, after.Supervision.Shortcomings));
    }

    [Theory, Engines]
    public async Task The_upper_level_sees_that_it_is_held_and_nothing_of_its_findings(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await ProgrammedAsync(house);
        var upper = house.Province.Clerk(house.Province.Own);
        Done(await house.Get<SupervisionDesk>().FindAsync(code, new FindingInput { Kind = FindingKind.Shortcoming, Text = "Chậm.", Evidence = "Biên bản" }, house.Province.Clerk(), Ct));

        var seen = (await house.Get<SupervisionReader>().ReadAsync(code, upper, Ct))!;

        Assert.Empty(seen.Findings);
        Refused("supervision.notAllowed", await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), upper, Ct));
    }

    [Theory, Engines]
    public async Task A_strange_council_finds_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, recommendation) = await ConcludedAsync(house);
        var stranger = house.Province.Clerk(house.Province.LungMau);

        Assert.Null(await house.Get<SupervisionReader>().ReadAsync(code, stranger, Ct));
        Assert.Null(await house.Get<SupervisionReader>().RecommendationAsync(recommendation, stranger, Ct));
        Refused("supervision.notFound", await house.Get<SupervisionDesk>().HoldAsync(code, null, stranger, Ct));
        Refused("recommendation.notFound", await house.Get<RecommendationDesk>().ConfirmAsync(recommendation, null, house.Province.StandingCommittee(house.Province.LungMau), Ct));
        Assert.Empty((await house.Get<SupervisionList>().ReadAsync(new SupervisionFilter(), stranger, Ct)).Rows);
        Assert.Empty((await house.Get<RecommendationList>().ReadAsync(new RecommendationFilter(), stranger, Ct)).Rows);
    }

    [Theory, Engines]
    public async Task An_agency_sees_what_it_is_supervised_in_and_what_it_was_recommended(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, recommendation) = await ConcludedAsync(house);
        var (officer, other) = (SampleProvince.Officer(house.Province.NaMauCommittee), SampleProvince.Officer(house.Province.NaMauEconomy));

        Assert.NotNull(await house.Get<SupervisionReader>().ReadAsync(code, officer, Ct));
        Assert.Equal(recommendation, Assert.Single((await house.Get<RecommendationList>().ReadAsync(new RecommendationFilter(), officer, Ct)).Rows).Code);
        Assert.Null(await house.Get<SupervisionReader>().ReadAsync(code, other, Ct));
        Assert.Null(await house.Get<SupervisionReader>().RecommendationAsync(recommendation, other, Ct));
    }
}

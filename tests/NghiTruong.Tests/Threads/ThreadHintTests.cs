using Microsoft.EntityFrameworkCore;
using NghiTruong.Petitions;
using NghiTruong.Supervision;
using NghiTruong.Support;
using NghiTruong.Threads;
using static NghiTruong.Tests.Supervision.SupervisionCases;
using static NghiTruong.Tests.Threads.ThreadCases;

namespace NghiTruong.Tests.Threads;

/// <summary>The machine proposes what may belong to a thread, with its reason; people put it in.</summary>
public sealed class ThreadHintTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task What_a_supervision_of_the_thread_recommended_is_proposed_until_it_stands_in_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (supervision, recommendation) = await ConcludedAsync(house);
        var thread = await OpenedAsync(house);
        Done(await LinkAsync(house, thread, supervision));

        var (hint, record) = Assert.Single((await ReadAsync(house, thread)).Hints);

        Assert.Equal((recommendation, $"Kiến nghị của {supervision}"), (record.Code, hint.Reason));
        Done(await LinkAsync(house, thread, recommendation));
        Assert.Empty((await ReadAsync(house, thread)).Hints);
    }

    [Theory, Engines]
    public async Task A_recommendation_proposes_the_supervision_it_came_from(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (supervision, recommendation) = await ConcludedAsync(house);
        var thread = await OpenedAsync(house);
        Done(await LinkAsync(house, thread, recommendation));

        Assert.Equal((supervision, $"{recommendation} được nêu ra từ cuộc giám sát này"), Only(await ReadAsync(house, thread)));
    }

    [Theory, Engines]
    public async Task A_finding_that_names_a_petition_joins_supervision_and_petition_both_ways(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (petition, supervision) = (await PetitionAsync(house), await ProgrammedAsync(house));
        Done(await house.Get<SupervisionDesk>().FindAsync(supervision, new FindingInput { Kind = FindingKind.Shortcoming, Text = "Ống hỏng.", PetitionCode = petition }, house.Province.Clerk(), Ct));
        var (first, second) = (await OpenedAsync(house), await OpenedAsync(house));
        Done(await LinkAsync(house, first, petition));
        Done(await LinkAsync(house, second, supervision));

        Assert.Equal((supervision, $"Có phát hiện nêu {petition}"), Only(await ReadAsync(house, first)));
        Assert.Equal((petition, $"Phát hiện của {supervision} nêu kiến nghị này"), Only(await ReadAsync(house, second)));
    }

    [Theory, Engines]
    public async Task Petitions_merged_into_one_of_the_thread_and_the_same_matter_raised_again_are_proposed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var (kept, merged, again) = (await PetitionAsync(house), await PetitionAsync(house), await PetitionAsync(house));
        Done(await house.Get<PetitionDesk>().MergeAsync(merged, kept, clerk, Ct));
        await using (var db = house.Db())
        {
            var before = await db.Set<Petition>().Where(p => p.Code == kept).Select(p => p.Id).SingleAsync(Ct);
            Done(await house.Get<PetitionDesk>().ClassifyAsync(again, new Classification(PetitionKind.Petition, "water", "commune", before), clerk, Ct));
        }

        var (first, second) = (await OpenedAsync(house), await OpenedAsync(house));
        Done(await LinkAsync(house, first, kept));
        Done(await LinkAsync(house, second, again));
        Done(await LinkAsync(house, second, merged));

        Assert.Equal(
            [(merged, $"Đã gộp vào {kept}"), (again, $"Kiến nghị lại của {kept}")],
            (await ReadAsync(house, first)).Hints.Select(h => (h.Record.Code, h.Hint.Reason)).OrderBy(h => h.Code));
        Assert.Equal(kept, Only(await ReadAsync(house, second)).Code);
    }

    [Theory, Engines]
    public async Task A_record_on_its_way_in_is_led_to_the_thread_that_holds_something_near_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (supervision, recommendation) = await ConcludedAsync(house);
        var (near, other) = (await OpenedAsync(house), await OpenedAsync(house));
        Done(await LinkAsync(house, near, supervision));

        var places = (await house.Get<ThreadPlacing>().ForAsync(null, recommendation, null, house.Province.Clerk(), Ct))!;

        Assert.Equal("recommendation", places.Record.Kind);
        Assert.Empty(places.Standing);
        Assert.Equal([(near, true), (other, false)], places.Open.Select(p => (p.Code, p.Reason is not null)));
        Done(await LinkAsync(house, near, recommendation));
        places = (await house.Get<ThreadPlacing>().ForAsync("recommendation", recommendation, null, house.Province.Clerk(), Ct))!;
        Assert.Equal([near], places.Standing.Select(p => p.Code));
        Assert.Equal([other], places.Open.Select(p => p.Code));
        Assert.Null(await house.Get<ThreadPlacing>().ForAsync(null, recommendation, null, house.Province.Clerk(house.Province.LungMau), Ct));
    }

    private static (string Code, string Reason) Only(ThreadView view)
    {
        var (hint, record) = Assert.Single(view.Hints);

        return (record.Code, hint.Reason);
    }
}

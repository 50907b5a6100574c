using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Support;
using NghiTruong.Threads;
using static NghiTruong.Tests.Supervision.SupervisionCases;
using static NghiTruong.Tests.Threads.ThreadCases;

namespace NghiTruong.Tests.Threads;

/// <summary>Finding threads again, on the screen, on paper, and after units merged.</summary>
public sealed class ThreadListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Threads_are_found_by_state_field_and_words_with_or_without_marks(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk, list) = (house.Get<ThreadDesk>(), house.Province.Clerk(), house.Get<ThreadList>());
        var water = await OpenedAsync(house);
        var road = Done(await desk.OpenAsync(Input(house.Province.NaMau) with { Title = "Đường liên thôn Nà Pục sạt lở", Field = "transport", Place = "Thôn Nà Pục" }, clerk, Ct)).Value;
        Done(await desk.EndAsync(road, new EndThreadInput("Đã kè xong."), clerk, Ct));

        Assert.Equal([water], await CodesAsync(new ThreadFilter { State = ThreadStanding.Open }));
        Assert.Equal([road], await CodesAsync(new ThreadFilter { Field = "transport" }));
        Assert.Equal([road], await CodesAsync(new ThreadFilter { Words = "duong pục" }));
        Assert.Equal([water], await CodesAsync(new ThreadFilter { Words = water }));
        Assert.Empty(await CodesAsync(new ThreadFilter { Words = "duong nuoc" }));

        async Task<IEnumerable<string>> CodesAsync(ThreadFilter filter) => (await list.ReadAsync(filter, clerk, Ct)).Rows.Select(r => r.Code);
    }

    [Theory, Engines]
    public async Task A_row_tells_how_many_records_and_the_first_day_owed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, _, _, _) = await WholeAsync(house);
        house.Clock.SetDay(Day(10, 3));

        var row = Assert.Single((await house.Get<ThreadList>().ReadAsync(new ThreadFilter(), house.Province.Clerk(), Ct)).Rows);

        Assert.Equal((thread, 3, Day(9, 30), 3), (row.Code, row.Records, row.NextDue, row.DaysLate(house.Clock.Today)));
    }

    [Theory, Engines]
    public async Task A_list_goes_on_where_its_page_ended(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (list, clerk) = (house.Get<ThreadList>(), house.Province.Clerk());
        List<string> opened = [];
        foreach (var day in new[] { 12, 13, 13, 14 })
        {
            opened.Add(Done(await house.Get<ThreadDesk>().OpenAsync(Input(house.Province.NaMau) with { OpenedOn = Day(9, day) }, clerk, Ct)).Value);
        }

        var first = await list.ReadAsync(new ThreadFilter { Size = 2 }, clerk, Ct);
        var second = await list.ReadAsync(new ThreadFilter { Size = 2, Cursor = first.Next }, clerk, Ct);

        Assert.Null(second.Next);
        Assert.Equal(Enumerable.Reverse(opened), first.Rows.Concat(second.Rows).Select(r => r.Code));
    }

    [Theory, Engines]
    public async Task Open_threads_go_to_the_successor_when_units_merge_and_ended_ones_stay(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (na, lung, clerk) = (house.Province.NaMau, house.Province.LungMau, house.Province.Clerk());
        var (open, ended) = (await OpenedAsync(house), await OpenedAsync(house));
        Done(await LinkAsync(house, open, await SentPetitionAsync(house)));
        Done(await house.Get<ThreadDesk>().EndAsync(ended, new EndThreadInput("Đã xong."), clerk, Ct));

        Done(await house.Get<UnitMerger>().MergeAsync([na.UnitId], lung.UnitId, new DateOnly(2027, 1, 1), "NQ 1", Acting.System, Ct));

        await using var db = house.Db();
        var moved = await db.Set<MatterThread>().SingleAsync(t => t.Code == open, Ct);
        Assert.Equal((lung.Id, na.Id), (moved.CouncilId, moved.OriginCouncilId));
        Assert.Equal(na.Id, (await db.Set<MatterThread>().SingleAsync(t => t.Code == ended, Ct)).CouncilId);
        var view = await ReadAsync(house, open, house.Province.Clerk(lung));
        Assert.Single(view.Records);
        Assert.Null(await house.Get<ThreadReader>().ReadAsync(open, clerk, Ct));
    }

    [Theory, Engines]
    public async Task The_report_on_paper_tells_the_story_in_Vietnamese_under_the_letterhead_of_the_own_desk_only(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, petition, _, recommendation) = await WholeAsync(house);
        house.Clock.SetDay(Day(10, 3));

        var (own, above) = (await TextAsync(house.Province.Clerk()), await TextAsync(house.Province.Clerk(house.Province.Own)));

        Assert.Contains("HỘI ĐỒNG NHÂN DÂN\nXÃ NÀ MẪU\nTHƯỜNG TRỰC", own, StringComparison.Ordinal);
        Assert.DoesNotContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", above, StringComparison.Ordinal);
        foreach (var told in new[] { Problem, petition, "12/HĐND-VP", "Sửa đường ống cấp nước thôn Lũng.", recommendation, "Vấn đề đang được tiếp tục theo dõi." })
        {
            Assert.Contains(told, own, StringComparison.Ordinal);
            Assert.Contains(told, above, StringComparison.Ordinal);
        }

        Assert.Null(await house.Get<ThreadReport>().WriteAsync(thread, house.Province.Clerk(house.Province.LungMau), Ct));

        async Task<string> TextAsync(Acting acting)
        {
            var written = await house.Get<ThreadReport>().WriteAsync(thread, acting, Ct);
            using var content = new MemoryStream(written!.Content);

            return string.Join('\n', WordText.Paragraphs(content).Value.Select(p => p.Text));
        }
    }
}

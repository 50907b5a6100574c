using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Tests.Search;

namespace NghiTruong.Tests.Petitions;

public sealed class LikelyDuplicatesTests
{
    private const string Bridge = "Cầu treo thôn Tả Van xuống cấp, ván mặt cầu mục; đề nghị kiểm tra, gia cố.";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_same_matter_at_the_same_place_is_a_likely_duplicate_and_says_why(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await AddSessionAsync(house, new DateOnly(2026, 9, 10));
        var code = await SearchTests.RecordAsync(house, "Cầu treo ở thôn Tả Van xuống cấp, ván mặt cầu đã mục, đề nghị gia cố.", 1, "transport", place: "Thôn Tả Van");
        await house.WorkOffOutboxAsync();

        var found = await FindAsync(house, Asked(house, Bridge, "Thôn Tả Van") with { Field = "transport" });

        var likely = Assert.Single(found.Own);
        Assert.Equal((code, Likeness.SameMatter), (likely.Code, likely.Likeness));
        Assert.InRange(likely.Similarity, 0.3, 0.99);
        Assert.Equal(["duplicate.sharedWords", "duplicate.samePlace", "duplicate.sameField", "duplicate.sessionsAgo"], likely.Reasons.Select(r => r.Code));
        Assert.Contains("xuống cấp ván mặt cầu", Assert.IsType<string>(likely.Reasons[0].Values[0]), StringComparison.Ordinal);
        Assert.Equal(1, likely.Reasons[3].Values[0]);
    }

    [Theory, Engines]
    public async Task The_same_words_about_another_hamlet_are_the_same_kind_and_no_duplicate(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await SearchTests.RecordAsync(house, Bridge.Replace("Tả Van", "Nà Hẩu", StringComparison.Ordinal), place: "Thôn Nà Hẩu");
        await SearchTests.RecordAsync(house, "Trạm y tế thiếu thuốc bảo hiểm và bác sĩ trực.", place: "Thôn Tả Van");
        await house.WorkOffOutboxAsync();

        var found = await FindAsync(house, Asked(house, Bridge, "Thôn Tả Van"));

        var alike = Assert.Single(found.Own);
        Assert.Equal(Likeness.SameKind, alike.Likeness);
        Assert.Contains(alike.Reasons, r => r.Code == "duplicate.otherPlace");
    }

    [Theory, Engines]
    public async Task Another_council_is_named_with_how_alike_and_nothing_else(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await SearchTests.RecordAsync(house, Bridge, at: house.Province.LungMau);
        await house.WorkOffOutboxAsync();

        var found = await FindAsync(house, Asked(house, Bridge, null));

        Assert.Empty(found.Own);
        Assert.Equal(new DuplicateElsewhere(house.Province.LungMau.Id, house.Province.LungMau.Name, Likeness.SameMatter, 1), Assert.Single(found.Elsewhere));
    }

    [Theory, Engines]
    public async Task A_petition_is_no_duplicate_of_itself_nor_of_one_that_was_merged_away(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await SearchTests.RecordAsync(house, Bridge);
        var merged = await SearchTests.RecordAsync(house, Bridge);
        await house.WorkOffOutboxAsync();
        await using var db = house.Db();
        var petition = await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
        (await db.Set<Petition>().SingleAsync(p => p.Code == merged, Ct)).MergeInto(petition.Id);
        await db.SaveChangesAsync(Ct);

        var found = await FindAsync(house, DuplicateQuestion.About(petition));

        Assert.Empty(found.Own);
    }

    [Theory, Engines]
    public async Task Who_may_not_sort_or_record_there_is_told_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await SearchTests.RecordAsync(house, Bridge);
        await house.WorkOffOutboxAsync();

        var stranger = await house.Get<LikelyDuplicates>().FindAsync(Asked(house, Bridge, null), house.Province.Clerk(house.Province.LungMau), Ct);
        var viewer = await house.Get<LikelyDuplicates>().FindAsync(Asked(house, Bridge, null), SampleProvince.As(Role.UpperViewer, house.Province.Own), Ct);

        Assert.Same(DuplicatesFound.None, stranger);
        Assert.Same(DuplicatesFound.None, viewer);
    }

    [Theory, Engines]
    public async Task Nothing_to_compare_finds_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var found = await FindAsync(house, Asked(house, "…", null));

        Assert.Empty(found.Own);
        Assert.Empty(found.Elsewhere);
    }

    internal static DuplicateQuestion Asked(TestHouse house, string content, string? place) =>
        new() { CouncilId = house.Province.NaMau.Id, Content = content, Place = place, ReceivedOn = new DateOnly(2026, 9, 15) };

    private static Task<DuplicatesFound> FindAsync(TestHouse house, DuplicateQuestion asked) => house.Get<LikelyDuplicates>().FindAsync(asked, house.Province.Clerk(), Ct);

    private static async Task AddSessionAsync(TestHouse house, DateOnly opensOn)
    {
        await using var db = house.Db();
        db.Add(new CouncilSession
        {
            Id = Guid.CreateVersion7(),
            CouncilId = house.Province.NaMau.Id,
            Term = "2026-2031",
            Number = 2,
            Kind = SessionKind.Regular,
            Name = "Kỳ họp thứ 2",
            OpensOn = opensOn,
        });
        await db.SaveChangesAsync(Ct);
    }
}

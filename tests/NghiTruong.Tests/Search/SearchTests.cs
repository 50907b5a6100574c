using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Petitions;
using NghiTruong.Search;
using NghiTruong.Support;

namespace NghiTruong.Tests.Search;

/// <summary>One test for both engines: what a clerk types and what comes back.</summary>
public sealed class SearchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Words_without_marks_find_words_with_marks_and_all_of_them_must_be_there(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Đường liên thôn Nà Pục bị sạt lở");
        await RecordAsync(house, "Đề nghị kéo điện liên xã về thôn Khuổi Lắc");
        await house.WorkOffOutboxAsync();

        Assert.Equal(["Đường liên thôn Nà Pục bị sạt lở"], await FindAsync(house, "duong lien thon"));
        Assert.Equal(["Đường liên thôn Nà Pục bị sạt lở"], await FindAsync(house, "SẠT ĐƯỜNG"));
        Assert.Equal(2, (await FindAsync(house, "lien tho")).Count);
        Assert.Empty(await FindAsync(house, "đường điện"));
    }

    [Theory, Engines]
    public async Task Texts_written_with_the_very_marks_typed_go_first_then_the_newest(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Cấu kiện bê tông", 1);
        await RecordAsync(house, "Cầu treo cũ", 2);
        await RecordAsync(house, "Cậu bé qua suối", 3);
        await RecordAsync(house, "Cầu treo mới", 4);
        await house.WorkOffOutboxAsync();

        Assert.Equal(["Cầu treo mới", "Cầu treo cũ", "Cậu bé qua suối", "Cấu kiện bê tông"], await FindAsync(house, "cầu"));
        Assert.Equal(["Cầu treo mới", "Cậu bé qua suối", "Cầu treo cũ", "Cấu kiện bê tông"], await FindAsync(house, "cau"));
    }

    [Theory, Engines]
    public async Task A_phrase_in_quotes_must_stand_side_by_side(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Đường liên thôn hỏng");
        await RecordAsync(house, "Thôn liên hệ về đường hỏng");
        await house.WorkOffOutboxAsync();

        Assert.Equal(["Đường liên thôn hỏng"], await FindAsync(house, "\"liên thôn\""));
        Assert.Equal(2, (await FindAsync(house, "liên thôn")).Count);
    }

    [Theory, Engines]
    public async Task A_petition_is_found_by_its_code_and_by_the_beginning_of_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house, "Sửa cầu");
        await RecordAsync(house, "Sửa đường");
        await house.WorkOffOutboxAsync();

        Assert.Equal(["Sửa cầu"], await FindAsync(house, code));
        Assert.Equal(["Sửa cầu"], await FindAsync(house, code.ToLowerInvariant()));
        Assert.Equal(2, (await FindAsync(house, "KNCT-96001-2026")).Count);
        Assert.Empty(await FindAsync(house, "KNCT-96001-2026-00099"));
        Assert.Empty(await FindAsync(house, code, house.Province.Clerk(house.Province.LungMau)));
        await using var db = house.Db();
        Assert.Single((await SearchIndex.FindAsync(db, code, Scope.Everything, null, null, Ct)).Hits);
    }

    [Theory, Engines]
    public async Task Nobody_finds_what_they_may_not_read(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Sửa cầu treo");
        await house.WorkOffOutboxAsync();

        Assert.Empty(await FindAsync(house, "cau treo", house.Province.Clerk(house.Province.LungMau)));
        Assert.Empty(await FindAsync(house, "cau treo", SampleProvince.Officer(house.Province.NaMauCommittee)));
        Assert.Single(await FindAsync(house, "cau treo", SampleProvince.As(Role.UpperViewer, house.Province.Own)));
        Assert.Single(await FindAsync(house, "cau treo", Acting.System));
    }

    [Theory, Engines]
    public async Task An_agency_finds_what_it_is_party_to_and_by_the_name_of_the_agency(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house, "Sửa cầu treo");
        await using (var db = house.Db())
        {
            var petition = await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
            db.Add(new PetitionParty
            {
                Id = Guid.CreateVersion7(),
                PetitionId = petition.Id,
                AgencyId = house.Province.NaMauEconomy.Id,
                Role = PartyRole.Lead,
                From = petition.ReceivedOn,
            });
            await db.SaveChangesAsync(Ct);
        }

        await house.WorkOffOutboxAsync();

        Assert.Single(await FindAsync(house, "cau treo", SampleProvince.Officer(house.Province.NaMauEconomy)));
        Assert.Empty(await FindAsync(house, "cau treo", SampleProvince.Officer(house.Province.NaMauCommittee)));
        Assert.Single(await FindAsync(house, "phong kinh te"));
    }

    [Theory, Engines]
    public async Task Names_and_telephones_of_voters_are_never_found(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Sửa cầu treo");
        await house.WorkOffOutboxAsync();

        Assert.Empty(await FindAsync(house, "Lò Thị Mẫu"));
        Assert.Empty(await FindAsync(house, "0900000001"));
    }

    [Theory, Engines]
    public async Task Pages_follow_each_other_without_gap_or_double_across_exact_and_other_marks(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        for (var i = 1; i <= 9; i++)
        {
            await RecordAsync(house, i % 2 == 0 ? $"Cầu số {i}" : $"Cấu kiện {i}", i);
        }

        await house.WorkOffOutboxAsync();
        await using var db = house.Db();
        List<string> found = [];
        string? cursor = null;
        do
        {
            var page = await PetitionSearch.FindAsync(db, "cầu", house.Province.Clerk(), cursor, Ct, size: 2);
            found.AddRange(page.Items.Select(h => h.Excerpt.Text));
            Assert.True(page.Items.Count == 2 || page.Next is null);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(["Cầu số 8", "Cầu số 6", "Cầu số 4", "Cầu số 2", "Cấu kiện 9", "Cấu kiện 7", "Cấu kiện 5", "Cấu kiện 3", "Cấu kiện 1"], found);
    }

    [Theory, Engines]
    public async Task Whatever_a_person_types_is_words_and_never_a_command(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Sửa cầu treo");
        await house.WorkOffOutboxAsync();

        foreach (var typed in (string[])["'", "\"", "a' OR '1'='1", "'); DROP TABLE search_row; --", "NEAR(a b)", "folded:cau", "cau AND", "NOT cau", "cau*", "^cau", "{0} {1}", "a:*", "!a", "<->", "\\", "\0", "cầu \uD800", "@96001", "#petition", new string('(', 500)])
        {
            Assert.NotNull(await FindAsync(house, typed));
        }

        Assert.Single(await FindAsync(house, "cau*"));
        Assert.Single(await FindAsync(house, "(cau) & 'treo'"));
        Assert.Empty(await FindAsync(house, "#petition"));
    }

    [Theory, Engines]
    public async Task A_cursor_somebody_made_up_starts_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Sửa cầu treo");
        await house.WorkOffOutboxAsync();
        await using var db = house.Db();

        foreach (var cursor in (string[])["", "x", "m", "o-1", "ozzzz", "o' OR 1=1", "offffffffffffffffffffff"])
        {
            Assert.Single((await PetitionSearch.FindAsync(db, "cau", house.Province.Clerk(), cursor, Ct)).Items);
        }
    }

    [Theory, Engines]
    public async Task A_changed_record_is_found_as_it_is_now_and_indexing_twice_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house, "Sửa cầu treo");
        await house.WorkOffOutboxAsync();
        await using (var db = house.Db())
        {
            var petition = await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
            petition.Content = "Nạo vét kênh mương";
            petition.CouncilId = house.Province.LungMau.Id;
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal(1, await house.Get<SearchIndexing>().RebuildAsync(null, null, Ct));
        Assert.Equal(1, await house.Get<SearchIndexing>().RebuildAsync(PetitionSearch.Kind, null, Ct));

        Assert.Empty(await FindAsync(house, "cau treo", Acting.System));
        Assert.Empty(await FindAsync(house, "nao vet"));
        Assert.Equal(["Nạo vét kênh mương"], await FindAsync(house, "nao vet", house.Province.Clerk(house.Province.LungMau)));
        await using var after = house.Db();
        Assert.Equal(1, await after.Set<SearchRow>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_list_keeps_its_own_filters_beside_the_words(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await RecordAsync(house, "Sửa cầu treo", field: "transport");
        await RecordAsync(house, "Sửa cầu máng", field: "irrigation");
        var code = await RecordAsync(house, "Nạo vét mương");
        await house.WorkOffOutboxAsync();

        Assert.Equal(["Sửa cầu máng"], await ListedAsync(house, new PetitionFilter { Text = "cau", Field = "irrigation" }));
        Assert.Equal(["Nạo vét mương"], await ListedAsync(house, new PetitionFilter { Text = code.ToLowerInvariant() }));
        Assert.Equal(3, (await ListedAsync(house, new PetitionFilter { Text = " " })).Count);
        Assert.Empty(await ListedAsync(house, new PetitionFilter { Text = "cau", Overdue = true }));
        Assert.Empty(await ListedAsync(house, new PetitionFilter { Text = code }, house.Province.Clerk(house.Province.LungMau)));
    }

    private static async Task<List<string>> ListedAsync(TestHouse house, PetitionFilter filter, Acting? acting = null) =>
        [.. (await house.Get<PetitionList>().ReadAsync(filter, acting ?? house.Province.Clerk(), Ct)).Rows.Select(r => r.Content)];

    internal static async Task<string> RecordAsync(TestHouse house, string content, int day = 1, string? field = null, Council? at = null, string? place = null)
    {
        var council = at ?? house.Province.NaMau;
        var input = new PetitionInput
        {
            CouncilId = council.Id,
            Content = content,
            Place = place,
            Field = field,
            ReceivedOn = new DateOnly(2026, 9, day),
            PersonName = "Lò Thị Mẫu",
            PersonPhone = "0900000001",
        };

        return (await house.Get<PetitionIntake>().RecordAsync(input, house.Province.Clerk(council), Ct)).Value;
    }

    private static async Task<IReadOnlyList<string>> FindAsync(TestHouse house, string typed, Acting? acting = null)
    {
        await using var db = house.Db();

        return [.. (await PetitionSearch.FindAsync(db, typed, acting ?? house.Province.Clerk(), null, Ct)).Items.Select(h => h.Excerpt.Text.Split('\n')[0])];
    }
}

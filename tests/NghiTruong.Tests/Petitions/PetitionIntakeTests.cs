using Microsoft.EntityFrameworkCore;
using NghiTruong.Journal;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

public sealed class PetitionIntakeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_recorded_petition_gets_the_code_of_its_council_and_stands_in_the_journal(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var first = await RecordAsync(house, "Đề nghị sửa đường liên thôn Nà Pục.");
        var second = await RecordAsync(house, "Đề nghị kéo điện về thôn Khuổi Lắc.");

        Assert.Equal("KNCT-96001-2026-00001", first);
        Assert.Equal("KNCT-96001-2026-00002", second);
        await using var db = house.Db();
        var entries = await db.Set<JournalEntry>().OrderBy(e => e.Sequence).ToListAsync(Ct);
        Assert.Equal([1L, 2L], entries.Select(e => e.Sequence));
        Assert.All(entries, e => Assert.Equal("petition.recorded", e.EventCode));
        Assert.All(entries, e => Assert.Equal(JournalHash.Of(e), e.Hash));
        Assert.Equal(entries[0].Hash, entries[1].PreviousHash);
        Assert.DoesNotContain("Lò Thị Mẫu", entries[0].Data, StringComparison.Ordinal);
        Assert.Contains(await db.Set<JournalPersonalValue>().ToListAsync(Ct), v => v.Value == "Lò Thị Mẫu");
    }

    [Theory, Engines]
    public async Task What_a_telephone_types_in_parts_is_stored_composed_and_known_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var code = await RecordAsync(house, "Sửa đường liên thôn Nà Pục\0.".Normalize(System.Text.NormalizationForm.FormD));

        await using var db = house.Db();
        Assert.Equal("Sửa đường liên thôn Nà Pục.", await db.Set<Petition>().Where(p => p.Code == code).Select(p => p.Content).SingleAsync(Ct));
        Assert.Contains("Nà Pục", await db.Set<JournalEntry>().Select(e => e.Data).SingleAsync(Ct), StringComparison.Ordinal);
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
    }

    [Theory, Engines]
    public async Task A_petition_without_words_is_refused_at_its_field_and_leaves_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var refused = await house.Get<PetitionIntake>().RecordAsync(
            new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "  " }, house.Province.Clerk(), Ct);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(("petition.contentMissing", "Content"), (refusal.Code, refusal.Field));
        await using var db = house.Db();
        Assert.Empty(await db.Set<Petition>().ToListAsync(Ct));
        Assert.Empty(await db.Set<JournalHead>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_clerk_of_another_council_does_not_find_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var refused = await house.Get<PetitionIntake>().RecordAsync(
            new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Sửa cầu" }, house.Province.Clerk(house.Province.LungMau), Ct);

        Assert.Equal("council.notFound", Assert.Single(refused.Refusals).Code);
    }

    [Theory, Engines]
    public async Task Sixteen_clerks_at_once_draw_codes_without_gap_or_double(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var codes = await Task.WhenAll(Enumerable.Range(1, 16).Select(i => RecordAsync(house, $"Đề nghị số {i}")));

        Assert.Equal(Enumerable.Range(1, 16).Select(i => PetitionCode.Of("96001", 2026, i)), codes.Order(StringComparer.Ordinal));
    }

    private static async Task<string> RecordAsync(TestHouse house, string content)
    {
        var input = new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content, PersonName = "Lò Thị Mẫu", Voters = 12 };

        return (await house.Get<PetitionIntake>().RecordAsync(input, house.Province.Clerk(), Ct)).Value;
    }
}

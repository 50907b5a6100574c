using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Documents.Word;
using NghiTruong.Journal;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Texts;

namespace NghiTruong.Tests.Councils;

public sealed class UnitMergerTests
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_merge_hands_open_petitions_to_the_successor_and_leaves_closed_ones(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (na, lung) = (house.Province.NaMau, house.Province.LungMau);
        var open = await RecordAsync(house, na, "Sửa cầu Nà Mẫu");
        var explained = await RecordAsync(house, na, "Hỏi về chế độ", "Chủ tịch UBND xã");

        var report = (await house.Get<UnitMerger>().MergeAsync([na.UnitId], lung.UnitId, NewYear, "NQ 1/NQ-UBTVQH16", Acting.System, Ct)).Value;

        Assert.Equal(new MergeReport(1, 1), report);
        await using var db = house.Db();
        var moved = await db.Set<Petition>().SingleAsync(p => p.Code == open, Ct);
        Assert.Equal((lung.Id, na.Id), (moved.CouncilId, moved.OriginCouncilId));
        Assert.Equal(na.Id, (await db.Set<Petition>().SingleAsync(p => p.Code == explained, Ct)).CouncilId);
        var chains = await db.Set<JournalEntry>().Where(e => e.SubjectId == moved.Id && e.EventCode.StartsWith("matter.")).OrderBy(e => e.EventCode).ToListAsync(Ct);
        Assert.Equal([(na.Id, "matter.handedOver"), (lung.Id, "matter.takenOver")], chains.Select(e => (e.CouncilId, e.EventCode)));
        Assert.Equal(new DateOnly(2026, 12, 31), (await db.Set<CouncilTerm>().SingleAsync(t => t.CouncilId == na.Id, Ct)).Until);
        Assert.Equal(new DateOnly(2026, 12, 31), (await db.Set<UnitVersion>().SingleAsync(v => v.UnitId == na.UnitId, Ct)).Until);
        Assert.Equal(SuccessionKind.Merged, (await db.Set<UnitSuccession>().SingleAsync(Ct)).Kind);
        await CountsShouldAgreeAsync(house);
    }

    [Theory, Engines]
    public async Task A_province_that_merges_takes_its_communes_and_all_their_rows_along(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.ImportAsync(UnitFixtures.Country, new DateOnly(2025, 7, 1));
        var code = await RecordAsync(house, house.Province.NaMau, "Sửa cầu Nà Mẫu", "Chủ tịch UBND xã");
        var other = (await house.Get<UnitBook>().ResolveAsync("90", Ct)).Value;

        await house.Get<UnitMerger>().MergeAsync([house.Province.Own.UnitId], other.UnitId!.Value, NewYear, "NQ 2", Acting.System, Ct);

        await using var db = house.Db();
        var commune = await db.Set<Council>().SingleAsync(c => c.Id == house.Province.NaMau.Id, Ct);
        Assert.Equal(other.UnitId, commune.ProvinceId);
        var petition = await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
        Assert.Equal((commune.Id, other.UnitId), (petition.CouncilId, petition.ProvinceId));
        await CountsShouldAgreeAsync(house);
        var parents = await db.Set<UnitVersion>().Where(v => v.UnitId == commune.UnitId).OrderBy(v => v.From).Select(v => v.ParentId).ToListAsync(Ct);
        Assert.Equal([house.Province.Own.UnitId, other.UnitId], parents);
    }

    [Theory, Engines]
    public async Task Wrong_merges_are_refused_and_change_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var merger = house.Get<UnitMerger>();
        var (na, lung, own) = (house.Province.NaMau.UnitId, house.Province.LungMau.UnitId, house.Province.Own.UnitId);

        Assert.Equal("units.notAllowed", Code(await merger.MergeAsync([na], lung, NewYear, "NQ", house.Province.Clerk(), Ct)));
        Assert.Equal("unit.basisMissing", Code(await merger.MergeAsync([na], lung, NewYear, " ", Acting.System, Ct)));
        Assert.Equal("unit.mergedIntoItself", Code(await merger.MergeAsync([na], na, NewYear, "NQ", Acting.System, Ct)));
        Assert.Equal("unit.otherTier", Code(await merger.MergeAsync([na], own, NewYear, "NQ", Acting.System, Ct)));
        Assert.Equal("unit.dayTooEarly", Code(await merger.MergeAsync([na], lung, new DateOnly(2025, 7, 1), "NQ", Acting.System, Ct)));
        await using var db = house.Db();
        Assert.Empty(await db.Set<UnitSuccession>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_council_is_lost_and_regained_in_the_same_term(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (life, na) = (house.Get<CouncilLife>(), house.Province.NaMau);

        Assert.False((await life.EndAsync(na.Id, new DateOnly(2026, 10, 31), "NQ 3", Acting.System, Ct)).IsRefused);
        var again = await life.BeginAsync(na.UnitId, "2026-2031", new DateOnly(2026, 10, 31), Acting.System, Ct);
        var regained = (await life.BeginAsync(na.UnitId, "2026-2031", NewYear, Acting.System, Ct)).Value;

        Assert.Equal("council.dayTooEarly", Assert.Single(again.Refusals).Code);
        Assert.Equal(na.Id, regained);
        await using var db = house.Db();
        var terms = await db.Set<CouncilTerm>().Where(t => t.CouncilId == na.Id).OrderBy(t => t.From).ToListAsync(Ct);
        Assert.Equal([new DateOnly(2026, 10, 31), null], terms.Select(t => t.Until));
        Assert.Equal(1, await db.Set<Body>().CountAsync(b => b.CouncilId == na.Id && b.Kind == BodyKind.StandingCommittee && b.Until == null, Ct));
        Assert.Equal("council.alreadyRuns", Assert.Single((await life.BeginAsync(na.UnitId, "2026-2031", NewYear, Acting.System, Ct)).Refusals).Code);
    }

    [Theory, Engines]
    public async Task A_districts_matters_are_shared_out_one_by_one_with_a_record_for_each_receiver(Engine engine)
    {
        await using var house = await TestHouse.OpenEmptyAsync(engine);
        await house.ImportAsync(UnitFixtures.Country);
        const string District =
            """[{"Code":"901","FullName":"Huyện Bản Cũ","AdministrativeUnitFullName":"Huyện","ParentCode":"90","Until":"2026-06-30","Successor":["90001","90002"]}]""";
        await house.Get<FormerUnits>().EnterAsync(await UnitFixtures.RowsAsync(District), "00", Acting.System, Ct);
        await using var db = house.Db();
        var councils = await db.Set<Council>().ToDictionaryAsync(c => c.Code, Ct);
        var first = await RecordAsync(house, councils["901"], "Nâng cấp đường vào Nà Pục");
        var second = await RecordAsync(house, councils["901"], "Bố trí giáo viên trường liên xã");
        var ids = await db.Set<Petition>().ToDictionaryAsync(p => p.Code, p => p.Id, Ct);
        var handOver = house.Get<HandOver>();

        HandOverChoice[] choices = [new(ids[first], councils["90001"].Id), new(ids[second], councils["90"].Id)];
        var stranger = await handOver.ShareOutAsync(councils["901"].Id, [new(ids[first], councils["90003"].Id)], NewYear, "QĐ 1", Acting.System, Ct);
        var records = (await handOver.ShareOutAsync(councils["901"].Id, choices, new DateOnly(2026, 7, 1), "QĐ 1", Acting.System, Ct)).Value;
        var twice = await handOver.ShareOutAsync(councils["901"].Id, choices, NewYear, "QĐ 1", Acting.System, Ct);

        Assert.Equal("handOver.notASuccessor", Assert.Single(stranger.Refusals).Code);
        Assert.Equal("handOver.notOpen", Assert.Single(twice.Refusals).Code);
        Assert.Equal(2, records.Count);
        var page = (await handOver.ReadAsync(councils["901"].Id, Acting.System, Ct))!;
        Assert.Empty(page.Open);
        Assert.Equal([first, second], page.Records.SelectMany(r => r.Lines).Select(l => l.Code).Order(StringComparer.Ordinal));
        await using var after = house.Db();
        Assert.Equal(councils["90001"].Id, (await after.Set<Petition>().SingleAsync(p => p.Code == first, Ct)).CouncilId);
        Assert.Equal(councils["90"].Id, (await after.Set<Petition>().SingleAsync(p => p.Code == second, Ct)).CouncilId);
        ShouldBeARecordInWord(page.Records[0], page.From, councils, house);
    }

    private static void ShouldBeARecordInWord(HandOverRecord record, Council from, Dictionary<string, Council> councils, TestHouse house)
    {
        using var file = new MemoryStream();
        var to = councils.Values.Single(c => c.Id == record.ToCouncilId);
        WordWriter.Write(HandOverDocument.Of(record, from, to, "Bản Mẫu", house.Get<TextTable>()), file);
        file.Position = 0;
        using var word = WordprocessingDocument.Open(file, false);
        var text = word.MainDocumentPart!.Document.Body!.InnerText;
        Assert.Contains("BIÊN BẢN", text, StringComparison.Ordinal);
        Assert.Contains(record.Lines[0].Code, text, StringComparison.Ordinal);
        Assert.Contains("HUYỆN BẢN CŨ", text, StringComparison.Ordinal);
        Assert.Contains(to.Name, text, StringComparison.Ordinal);
    }

    private static async Task CountsShouldAgreeAsync(TestHouse house) =>
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));

    private static string Code(Refusals.Result result) => Assert.Single(result.Refusals).Code;

    private static async Task<string> RecordAsync(TestHouse house, Council council, string content, string? explainedBy = null) =>
        (await house.Get<PetitionIntake>().RecordAsync(
            new PetitionInput { CouncilId = council.Id, Content = content, ExplainedBy = explainedBy }, Acting.System, Ct)).Value;
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Support;
using static NghiTruong.Tests.Petitions.Import.Ledgers;

namespace NghiTruong.Tests.Petitions.Import;

public sealed class AnswerAnnexTests
{
    private static readonly object?[] Titles = ["STT", "Mã kiến nghị", "Nội dung kiến nghị", "Nội dung trả lời", "Phân loại kết quả"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Rows_find_their_petition_by_code_then_by_ordinal_then_by_likeness_and_none_twice()
    {
        OpenPetition[] open =
        [
            new("KNCT-1", "Đề nghị sửa đường liên thôn Nà Pục bị sạt lở"), new("KNCT-2", "Đề nghị kéo điện về thôn Khuổi Lắc", "VV-2"),
            new("KNCT-3", "Đề nghị bổ sung giáo viên cho điểm trường", null, 3), new("KNCT-4", "Trạm y tế thiếu thuốc bảo hiểm"),
        ];
        AnnexRow[] rows =
        [
            Row(1, null, "Sửa chữa đường liên thôn Nà Pục bị sạt lở"), Row(2, "vv-2", "Kéo điện"), Row(3, null, "bổ sung giáo viên"), Row(4, null, "Chuyện khác hẳn, không ai hỏi"),
            Row(5, "knct-4", ""), Row(6, null, "Đề nghị sửa đường liên thôn Nà Pục bị sạt lở"),
        ];

        var proposals = AnswerAnnex.Match(rows, open);

        Assert.Equal([null, "KNCT-2", "KNCT-3", null, "KNCT-4", "KNCT-1"], proposals.Select(p => p.Petition?.Code));
        Assert.Equal([AnnexMatch.None, AnnexMatch.ByCode, AnnexMatch.ByOrdinal, AnnexMatch.None, AnnexMatch.ByCode, AnnexMatch.BySimilarity], proposals.Select(p => p.Match));
    }

    [Fact]
    public void An_ordinal_is_not_believed_where_the_texts_speak_against_it() =>
        Assert.Equal(AnnexMatch.None, AnswerAnnex.Match([Row(1, null, "Trạm y tế thiếu thuốc")], [new OpenPetition("KNCT-1", "Đề nghị kéo điện về thôn Khuổi Lắc", null, 1)])[0].Match);

    [Theory, Engines]
    public async Task An_annex_read_and_confirmed_answers_its_petitions_with_one_document(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await house.Get<PetitionImports>().ImportAsync(Input(house, Ward(Ledgers.Row(1, "Sửa đường liên thôn Nà Pục"), Ledgers.Row(2, "Kéo điện về thôn Khuổi Lắc"))), house.Province.Clerk(), Ct);
        var annex = Xlsx(Titles, [1, null, "Kéo điện về thôn Khuổi Lắc", "Đã đưa vào kế hoạch 2027", "Đang giải quyết"], [2, "KNCT-96001-2026-00001", "Sửa đường", "Đã sửa xong", "Đã giải quyết"]);

        var reading = (await house.Get<AnswerAnnexImport>().ReadAsync(house.Province.NaMau.Id, null, annex, "phu-luc.xlsx", house.Province.Clerk(), Ct)).Value;
        var items = reading.Proposals.Select(p => new AnswerItem(p.Petition!.Code, p.Row.Extract, p.Row.Outcome)).ToList();
        var answered = await house.Get<PetitionReplies>().AnswerAsync(new AnswerInput { Number = "30/UBND", IssuedOn = new DateOnly(2026, 9, 1), Items = items }, house.Province.Clerk(), Ct);

        Assert.False(answered.IsRefused);
        await using var db = house.Db();
        Assert.Equal([Outcome.Settled, Outcome.InProgress], await db.Set<Petition>().OrderBy(p => p.Code).Select(p => p.Outcome!.Value).ToListAsync(Ct));
        Assert.Equal(2, await db.Set<PetitionAnswer>().CountAsync(a => a.DocumentId == answered.Value, Ct));
        Assert.Equal("council.notFound", (await house.Get<AnswerAnnexImport>().ReadAsync(
            house.Province.NaMau.Id, null, annex, "phu-luc.xlsx", house.Province.Clerk(house.Province.LungMau), Ct)).Refusals[0].Code);
    }

    private static AnnexRow Row(int ordinal, string? code, string content) => new(ordinal + 3, ordinal, code, content, "Trả lời", null);
}

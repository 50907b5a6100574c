using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Word;
using NghiTruong.Refusals;
using NghiTruong.Verification;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Verification.Demo;

/// <summary>
/// A draft resolution of the made-up commune under verification for its third session: a legal basis that is no longer in force, the notes of the committee at their place, comments
/// answered, points, the meeting and its position; the report is the next step.
/// </summary>
public sealed class VerificationDemo : IDemo
{
    private const string Title = "Dự thảo Nghị quyết về phương án duy tu công trình nước sinh hoạt trên địa bàn xã năm 2027";
    private const string ExpiredBasis = "Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13;";

    public int Order => 30;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var story = new Story(stage);
        story.Dossier();
        story.Comments();
        story.Workbench();
        story.Meeting();

        return Task.CompletedTask;
    }

    private sealed class Story(DemoStage stage)
    {
        private readonly Council _home = stage.World.Home;
        private readonly Agency _committee = stage.World.AgencyOf(stage.World.Home, AgencyKind.PeoplesCommittee);
        private readonly Acting _clerk = stage.Person("vanphong");
        private readonly Acting _head = stage.Person("truongban");
        private string _code = "";

        private VerificationDesk Desk => stage.Get<VerificationDesk>();

        private VerificationWorkbench Bench => stage.Get<VerificationWorkbench>();

        public void Dossier()
        {
            stage.Script.On(
                14,
                async ct => await Desk.OpenAsync(
                    new VerificationInput
                    {
                        CouncilId = _home.Id, Item = VerificationItem.DraftResolution, IsNormative = false, Title = Title, SessionId = await SessionAsync(ct), AgencyId = _committee.Id, BodyId = await BodyAsync(ct),
                    },
                    _clerk, ct),
                code => _code = code);
            stage.Script.On(12, ct => Desk.ReceiveAsync(_code, new PaperInput { Part = "toTrinh", Number = "86/TTr-UBND" }, _clerk, ct));
            stage.Script.On(12, async ct =>
            {
                var staged = await stage.Get<FileDesk>().TakeInAsync(new IncomingFile(_home.Id, Draft(), "du-thao-nghi-quyet.docx"), ct);

                return staged.IsRefused ? staged : await Desk.ReceiveAsync(_code, new PaperInput { Part = "duThao", File = staged.Value, Note = "Dự thảo lần 1" }, _clerk, ct);
            });
        }

        public void Comments()
        {
            stage.Script.On(9, ct => Desk.CommentAsync(_code, new CommentInput("Ủy ban MTTQ Việt Nam xã", null, "Đề nghị ưu tiên các thôn thiếu nước mùa khô."), _clerk, ct));
            stage.Script.On(9, ct => Desk.CommentAsync(_code, new CommentInput("Tổ đại biểu số 2", null, "Làm rõ mức đóng góp của hộ dùng nước."), _clerk, ct));
            stage.Script.On(7, async ct =>
            {
                await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
                var first = await db.Set<VerificationComment>().OrderBy(c => c.Id).FirstAsync(ct);

                return await Desk.AnswerAsync(_code, first.Id, true, "Đã bổ sung thứ tự ưu tiên tại khoản 1 Điều 1.", _clerk, ct);
            });
        }

        public void Workbench()
        {
            stage.Script.On(6, ct => Bench.NoteAsync(_code, new NoteInput { Part = ReportPart.LegalBasis, Quote = ExpiredBasis, Text = "Luật này đã hết hiệu lực từ 1/3/2026; thay bằng Luật số 121/2025/QH15." }, _head, ct));
            stage.Script.On(6, ct => Bench.NoteAsync(_code, new NoteInput { Part = ReportPart.Resources, Text = "Chưa nêu nguồn chi cho hai thôn bổ sung; hỏi lại Phòng Kinh tế." }, _head, ct));
            stage.Script.On(5, ct => Bench.WriteAsync(_code, Parts, _head, ct));
            stage.Script.On(5, ct => Bench.ScoreAsync(
                _code,
                [
                    new ScoreInput("TQ-01", 8, false), new ScoreInput("TQ-02", 6, false), new ScoreInput("TQ-03", 2, false, "Một căn cứ đã hết hiệu lực"), new ScoreInput("ND-01", 10, false), new ScoreInput("ND-02", 7, false),
                    new ScoreInput("ND-03", 5, false), new ScoreInput("ND-04", 6, false), new ScoreInput("KT-01", 5, false, "Chưa rõ nguồn cho hai thôn"), new ScoreInput("KT-02", 5, false), new ScoreInput("KT-03", 5, false),
                ],
                _head, ct));
        }

        public void Meeting() => stage.Script.On(2, ct => Bench.MeetAsync(
            _code,
            new MeetingInput
            {
                Presentation = "Đại diện UBND xã trình bày tờ trình, phương án và nguồn kinh phí.",
                Opinions = "Thành viên Ban đề nghị thay căn cứ đã hết hiệu lực, nêu rõ nguồn chi cho hai thôn bổ sung.",
                Explanation = "UBND xã tiếp thu, sẽ chỉnh lý trước khi gửi đại biểu.",
                Members = 5, Present = 5, For = 5, Against = 0, Abstained = 0, Position = VerificationPosition.ReadyOnceRevised,
            },
            _head, ct));

        private static Dictionary<string, PartText> Parts { get; } = new()
        {
            [ReportPart.LegalBasis] = new("Nội dung thuộc thẩm quyền của Hội đồng nhân dân xã. Một căn cứ đã hết hiệu lực, đề nghị thay bằng Luật số 121/2025/QH15."),
            [ReportPart.Content] = new("Phù hợp với nghị quyết của Đảng ủy, Hội đồng nhân dân xã và kiến nghị của cử tri các thôn thiếu nước."),
            [ReportPart.Resources] = new("Cơ bản cân đối được trong dự toán năm 2027; cần nêu rõ nguồn cho hai thôn bổ sung."),
            [ReportPart.Conclusion] = new("Đủ điều kiện trình sau khi chỉnh lý phần căn cứ và khoản 2 Điều 1."),
        };

        private async Task<Guid> SessionAsync(CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<CouncilSession>().Where(s => s.CouncilId == _home.Id).OrderByDescending(s => s.OpensOn).Select(s => s.Id).FirstAsync(ct);
        }

        private async Task<Guid> BodyAsync(CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<Body>().Where(b => b.CouncilId == _home.Id && b.Kind == BodyKind.Committee).OrderBy(b => b.Code).Select(b => b.Id).FirstAsync(ct);
        }

        /// <summary>The draft as UBND sent it: a Word file of the house's own writer.</summary>
        private MemoryStream Draft()
        {
            var organ = _home.Name.Replace("HĐND", "Hội đồng nhân dân", StringComparison.Ordinal);
            var file = new MemoryStream();
            WordWriter.Write(
                new OfficialDocument
                {
                    Letterhead = new Letterhead { Organ = organ.ToUpperInvariant(), Notation = "NQ-HĐND", Place = "Bản Mẫu", Date = WrittenDate.Open(stage.Clock.InDays(18).Year), DraftMark = "DỰ THẢO" },
                    Title = new DocumentTitle("NGHỊ QUYẾT", "Về phương án duy tu công trình nước sinh hoạt trên địa bàn xã năm 2027"),
                    Body =
                    [
                        ParagraphBlock.Basis("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"),
                        ParagraphBlock.Basis(ExpiredBasis),
                        ParagraphBlock.Basis("Xét Tờ trình số 86/TTr-UBND của Ủy ban nhân dân xã; Báo cáo thẩm tra của Ban của Hội đồng nhân dân; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp,"),
                        ParagraphBlock.Centred("QUYẾT NGHỊ:"),
                        new ArticleBlock("Thông qua phương án duy tu công trình nước sinh hoạt năm 2027"),
                        new ParagraphBlock("1. Ưu tiên các thôn thiếu nước mùa khô."),
                        new ParagraphBlock("2. Kinh phí: 420 triệu đồng từ ngân sách xã."),
                        new ArticleBlock("Tổ chức thực hiện"),
                        new ParagraphBlock("Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết; báo cáo kết quả tại kỳ họp cuối năm 2027."),
                    ],
                    Signatures = [new Signature([new SignatureLine(AuthorityForm.Own, "CHỦ TỊCH")])],
                    Recipients = ["Thường trực HĐND tỉnh", "UBND xã", "Lưu: VT"],
                },
                file);
            file.Position = 0;

            return file;
        }
    }
}

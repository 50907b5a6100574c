using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Tests.Verification;

/// <summary>Made-up draft resolutions as real Word files: head in a table, text, closing in a table.</summary>
internal sealed record DraftFile
{
    public string Organ { get; init; } = "HỘI ĐỒNG NHÂN DÂN\nXÃ NÀ MẪU";

    public string Number { get; init; } = "Số:      /NQ-HĐND";

    public string National { get; init; } = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

    public string Motto { get; init; } = "Độc lập - Tự do - Hạnh phúc";

    public string Date { get; init; } = "Nà Mẫu, ngày      tháng 12 năm 2026";

    public string Title { get; init; } = "NGHỊ QUYẾT";

    public string Abstract { get; init; } = "Về kế hoạch đầu tư công năm 2027 của xã Nà Mẫu";

    public string[] Bases { get; init; } =
    [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Căn cứ Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 121/2025/QH15;",
        "Xét Tờ trình số 45/TTr-UBND ngày 20 tháng 11 năm 2026 của Ủy ban nhân dân xã Nà Mẫu; Báo cáo thẩm tra của Ban Kinh tế - Ngân sách; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp.",
    ];

    public string Enacting { get; init; } = "QUYẾT NGHỊ:";

    public string[] Articles { get; init; } =
    [
        "Điều 1. Thông qua kế hoạch đầu tư công năm 2027",
        "1. Nguyên tắc phân bổ:",
        "a) Bảo đảm công khai, minh bạch;",
        "b) Ưu tiên công trình chuyển tiếp;",
        "c) Trả nợ đọng xây dựng cơ bản;",
        "d) Bố trí vốn cho công trình nước sinh hoạt;",
        "đ) Bố trí vốn cho đường thôn;",
        "e) Dự phòng theo quy định.",
        "2. Tổng vốn: 4.500 triệu đồng.",
        "Điều 2. Tổ chức thực hiện",
        "1. Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết.",
        "2. Giao Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân, đại biểu Hội đồng nhân dân giám sát việc thực hiện.",
        "Điều 3. Hiệu lực thi hành",
        "Nghị quyết này đã được Hội đồng nhân dân xã Nà Mẫu khóa II, kỳ họp thứ ba thông qua và có hiệu lực từ ngày thông qua./.",
    ];

    public string[] Recipients { get; init; } = ["Nơi nhận:", "- Thường trực HĐND tỉnh;", "- UBND xã;", "- Lưu: VT."];

    public string Signer { get; init; } = "CHỦ TỊCH";

    public Action<Body>? Change { get; init; }

    public Action<MainDocumentPart>? ChangePart { get; init; }

    public MemoryStream Write()
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body();
            body.Append(Grid([Organ, Number], [National, Motto, Date]));
            foreach (var text in (string[])[Title, Abstract, .. Bases, Enacting, .. Articles])
            {
                body.Append(Line(text));
            }

            body.Append(Grid(Recipients, [Signer, "Nông Văn Mẫu"]));
            Change?.Invoke(body);
            main.Document = new Document(body);
            ChangePart?.Invoke(main);
        }

        file.Position = 0;

        return file;
    }

    public static Paragraph Line(string text)
    {
        var run = new Run();
        foreach (var (line, at) in text.Split('\n').Select((line, at) => (line, at)))
        {
            run.Append(at > 0 ? [new Break(), Words(line)] : [Words(line)]);
        }

        return new Paragraph(run);

        static OpenXmlElement Words(string line) => new Text(line) { Space = SpaceProcessingModeValues.Preserve };
    }

    public static Paragraph Find(Body body, string opening) => body.Descendants<Paragraph>().First(p => p.InnerText.StartsWith(opening, StringComparison.Ordinal));

    private static Table Grid(string[] left, string[] right) => new(new TableRow(Cell(left), Cell(right)));

    private static TableCell Cell(string[] lines) => new([.. lines.Where(l => l.Length > 0).DefaultIfEmpty("").Select(Line)]);
}

using System.Globalization;
using NghiTruong.Documents.Word;
using NghiTruong.Language;
using NghiTruong.Texts;

namespace NghiTruong.Councils;

/// <summary>The hand-over record (biên bản bàn giao) as a Word document in the form of Decree 30/2020/NĐ-CP; its words are texts of this room, always Vietnamese.</summary>
public static class HandOverDocument
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    public static OfficialDocument Of(HandOverRecord record, Council from, Council to, string place, TextTable texts)
    {
        var day = OfficialDate.Short(record.On);

        return new OfficialDocument
        {
            Letterhead = new Letterhead
            {
                Organ = from.Name.Replace("HĐND", Text("handOver.doc.council"), StringComparison.Ordinal).ToUpperInvariant(),
                OrganInText = from.Name,
                Notation = "BB-HĐND",
                Place = place,
                Date = WrittenDate.Of(record.On),
            },
            Title = new DocumentTitle(Text("handOver.doc.kind"), Text("handOver.doc.abstract", from.Name, to.Name)),
            Body =
            [
                ParagraphBlock.Basis(Text("handOver.doc.basis", record.Basis)),
                Line(Text("handOver.doc.opening", day)),
                HeadingBlock.Part(Text("handOver.doc.parties")),
                Line(Text("handOver.doc.giver", from.Name)),
                Line(Text("handOver.doc.taker", to.Name)),
                HeadingBlock.Part(Text("handOver.doc.content")),
                Line(Text("handOver.doc.count", record.Lines.Count)),
                Table(record),
                HeadingBlock.Part(Text("handOver.doc.duty")),
                Line(Text("handOver.doc.dutyText", to.Name)),
                Line(Text("handOver.doc.closing")),
            ],
            Signatures =
            [
                new Signature([new SignatureLine(AuthorityForm.Own, Text("handOver.doc.giverSigns"))]),
                new Signature([new SignatureLine(AuthorityForm.Own, Text("handOver.doc.takerSigns"))]),
            ],
        };

        string Text(string code, params object[] values) => string.Format(CultureInfo.InvariantCulture, texts.Find(code, Vietnamese) ?? code, values);

        TableBlock Table(HandOverRecord handed) => new(
            [
                new GridColumn(Text("handOver.doc.ordinal"), 6, TextAlign.Centre),
                new GridColumn(Text("handOver.doc.code"), 22),
                new GridColumn(Text("handOver.doc.title"), 44),
                new GridColumn(Text("handOver.doc.place"), 16),
                new GridColumn(Text("handOver.doc.due"), 12, TextAlign.Centre),
            ],
            [
                .. handed.Lines.OrderBy(l => l.Ordinal).Select(l => GridRow.Of(
                    l.Ordinal.ToString(CultureInfo.InvariantCulture), l.Code, l.Title, l.Place ?? "", l.DueOn is { } due ? OfficialDate.Short(due) : "")),
            ]);
    }

    private static ParagraphBlock Line(string text) => new(new TextSpan(text));
}

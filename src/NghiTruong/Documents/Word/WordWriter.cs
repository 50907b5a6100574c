using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>Writes an <see cref="OfficialDocument"/> as a Word file (.docx) in the form of Decree 30/2020/NĐ-CP.</summary>
public static class WordWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="document">What to write; a table row that does not fit its columns is a programming error and throws.</param>
    /// <param name="output">Any writable stream; it is left open.</param>
    public static void Write(OfficialDocument document, Stream output)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            WordStyles.Add(main, document.BodySize);
            var pageNumber = AddPageNumber(main);
            main.Document = new W.Document(Body(document, pageNumber));
            package.PackageProperties.Title = Wml.Clean(FileTitle(document));
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static W.Body Body(OfficialDocument document, string pageNumber)
    {
        var body = new W.Body(FirstSection(document));
        var landscape = document.Landscape;
        for (var at = 0; at < document.Annexes.Count; at++)
        {
            var closing = Wml.Gap(1);
            closing.ParagraphProperties!.SectionProperties = Section(landscape, pageNumber);
            body.Append(closing);
            landscape = document.Annexes[at].Landscape;
            body.Append(AnnexParts(document, at));
        }

        // Word wants a paragraph after a table that ends a section.
        if (body.LastChild is W.Table)
        {
            body.Append(Wml.Gap(1));
        }

        body.Append(Section(landscape, pageNumber));

        return body;
    }

    private static IEnumerable<OpenXmlElement> FirstSection(OfficialDocument document)
    {
        var width = DecreeForm.TextWidth(document.Landscape);
        var blocks = document.EndMark ? BodyLayout.Closed(document.Body) : document.Body;
        List<OpenXmlElement> body = [.. new BodyLayout(width).Write(blocks)];
        if (document.Signatures.Count > 0 && body is [.., W.Paragraph last])
        {
            last.KeptWithNext();
        }

        return
        [
            .. document.Letterhead is { } head ? LetterheadLayout.Head(head) : [],
            .. document.Title is { } title ? LetterheadLayout.Title(title, document.BodySize, width) : [],
            .. document.Addressees.Count > 0 ? LetterheadLayout.Addressees(document.Addressees) : [],
            .. body,
            .. ClosingLayout.Of(document, width),
        ];
    }

    private static IEnumerable<OpenXmlElement> AnnexParts(OfficialDocument document, int at)
    {
        var annex = document.Annexes[at];
        var number = document.Annexes.Count > 1 ? $" {DecreeForm.Roman(at + 1)}" : "";
        yield return Wml.Paragraph(WordStyles.Title, Wml.Run(DecreeForm.Annex + number));
        yield return Wml.Paragraph(WordStyles.Title, Wml.Run(annex.Title));
        if ((annex.Reference ?? DecreeForm.AnnexReference(document)) is { } reference)
        {
            var line = Wml.Run(reference, italic: true);
            line.RunProperties!.Bold = new W.Bold { Val = false };
            yield return Wml.Paragraph(WordStyles.Title, line);
        }

        yield return Wml.Gap(12);
        foreach (var part in new BodyLayout(DecreeForm.TextWidth(annex.Landscape)).Write(annex.Body))
        {
            yield return part;
        }
    }

    private static W.SectionProperties Section(bool landscape, string pageNumber)
    {
        var (width, height) = landscape ? (DecreeForm.PageHeight, DecreeForm.PageWidth) : (DecreeForm.PageWidth, DecreeForm.PageHeight);

        return new W.SectionProperties(
            new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = pageNumber },
            new W.SectionType { Val = W.SectionMarkValues.NextPage },
            new W.PageSize
            {
                Width = (uint)Wml.Twips(width),
                Height = (uint)Wml.Twips(height),
                Orient = landscape ? W.PageOrientationValues.Landscape : null,
            },
            new W.PageMargin
            {
                Top = Wml.Twips(DecreeForm.TopMargin),
                Bottom = Wml.Twips(DecreeForm.BottomMargin),
                Left = (uint)Wml.Twips(DecreeForm.LeftMargin),
                Right = (uint)Wml.Twips(DecreeForm.RightMargin),
                Header = (uint)Wml.Twips(DecreeForm.PageNumberFromTop),
                Footer = (uint)Wml.Twips(DecreeForm.PageNumberFromTop),
                Gutter = 0,
            },
            new W.PageNumberType { Start = 1 },
            new W.TitlePage());
    }

    private static string AddPageNumber(MainDocumentPart main)
    {
        var part = main.AddNewPart<HeaderPart>();
        var field = new W.SimpleField(Wml.Run("2", DecreeForm.BodySize)) { Instruction = " PAGE " };
        part.Header = new W.Header(Wml.Paragraph(WordStyles.Head, field).Aligned(TextAlign.Centre));

        return main.GetIdOfPart(part);
    }

    private static string FileTitle(OfficialDocument document) => document switch
    {
        { Title: { } title } => $"{title.Kind} {title.Abstract}".Trim(),
        { Letterhead.Subject: { } subject } => subject,
        _ => "",
    };
}

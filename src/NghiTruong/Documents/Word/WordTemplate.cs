using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using NghiTruong.Refusals;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>A field that a template uses: its name, the table whose row it stands in (null outside), and the text around its first use.</summary>
public sealed record TemplateField(string Name, string? Table, string Place);

/// <summary>The records that fill a repeated row: the names a record may be asked for, and the records. <c>STT</c> is counted without being asked.</summary>
public sealed record TemplateTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows);

/// <summary>
/// The office's own Word templates (.docx, .dotx): <c>{{TenTruong}}</c> anywhere in body, headers, footers and notes, or a content control tagged <c>TenTruong</c>;
/// a table row with <c>{{#KienNghi}}</c> (or <c>{{#KienNghi.NoiDung}}</c>) stands once per record. Names are compared without case.
/// Refuses what <see cref="WordText"/> refuses, <c>template.macros</c>, <c>.embedded</c>, <c>.external</c>, <c>.activeField</c>, <c>.brokenField</c>, <c>.unknownField</c>,
/// <c>.unknownTable</c>, <c>.rowOutsideTable</c>, <c>.rowOfTwoTables</c>.
/// </summary>
public static class WordTemplate
{
    /// <summary>The fields of a template, each once, in the order of the text.</summary>
    public static Result<IReadOnlyList<TemplateField>> Fields(Stream template) =>
        Open(template, filling => filling.Refusals is { Count: > 0 } refusals
            ? Result<IReadOnlyList<TemplateField>>.Refuse(refusals)
            : Result.Of<IReadOnlyList<TemplateField>>([.. filling.Fields]));

    /// <summary>The document filled, as the bytes of a .docx. A value that is null or blank leaves a dotted blank; a field without value is refused.</summary>
    /// <param name="template">The office's file.</param>
    /// <param name="values">Every field the document offers, by name; line breaks stay.</param>
    /// <param name="tables">Every table the document offers, by name.</param>
    public static Result<byte[]> Fill(
        Stream template, IReadOnlyDictionary<string, string?> values, IReadOnlyDictionary<string, TemplateTable>? tables = null) =>
        Open(template, filling => filling.Fill(new TemplateValues(values, tables ?? new Dictionary<string, TemplateTable>())));

    private static Result<T> Open<T>(Stream template, Func<TemplateFilling, Result<T>> use)
    {
        var read = WordFile.Read(template, WordFile.MostTemplateXml);
        if (read.IsRefused)
        {
            return Result<T>.Refuse(read.Refusals);
        }

        if (TemplateGuard.Harm(read.Value) is { } harm)
        {
            return harm;
        }

        using var file = new MemoryStream();
        file.Write(read.Value);
        if (Opened(file) is not { } opened)
        {
            return new Refusal("word.broken");
        }

        using var document = opened.Document;
        if (opened.Roots is not [W.Document { Body: not null }, ..])
        {
            return new Refusal("word.notWord");
        }

        return opened.Roots.Select(root => TemplateGuard.Harm(root)).FirstOrDefault(refusal => refusal is not null) is { } active
            ? active
            : use(new TemplateFilling(document, file, opened.Roots));
    }

    /// <summary>The document and the texts of its parts, read; null where the file contradicts itself, which the SDK tells by many kinds of exception.</summary>
    private static OpenTemplate? Opened(MemoryStream file)
    {
        WordprocessingDocument? document = null;
        try
        {
            document = WordprocessingDocument.Open(file, isEditable: true, new OpenSettings { AutoSave = false });

            return new OpenTemplate(document, Roots(document.MainDocumentPart));
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException
            or FormatException or ArgumentException or InvalidOperationException or IOException)
        {
            document?.Dispose();

            return null;
        }
    }

    private static OpenXmlPartRootElement[] Roots(MainDocumentPart? main)
    {
        OpenXmlPartRootElement?[] roots =
        [
            main?.Document,
            .. main?.HeaderParts.Select(part => part.Header) ?? [],
            .. main?.FooterParts.Select(part => part.Footer) ?? [],
            main?.FootnotesPart?.Footnotes,
            main?.EndnotesPart?.Endnotes,
        ];

        return [.. roots.OfType<OpenXmlPartRootElement>()];
    }

    private sealed record OpenTemplate(WordprocessingDocument Document, OpenXmlPartRootElement[] Roots);
}

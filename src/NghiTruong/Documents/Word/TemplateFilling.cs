using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using NghiTruong.Refusals;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Documents.Word;

/// <summary>What a template may be filled with; names are compared without case.</summary>
internal sealed class TemplateValues(IReadOnlyDictionary<string, string?> values, IReadOnlyDictionary<string, TemplateTable> tables)
{
    private const string RowNumber = "STT";

    private readonly Dictionary<string, string?> _values = new(values, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TemplateTable> _tables = new(tables, StringComparer.OrdinalIgnoreCase);

    public TemplateTable? Table(string name) => _tables.GetValueOrDefault(name);

    public bool Knows(TemplateSlot slot, TemplateTable? table) =>
        slot.IsMarker
        || (table is not null && (IsRowNumber(slot) || table.Columns.Contains(slot.Field, StringComparer.OrdinalIgnoreCase)))
        || (slot.Table is null && _values.ContainsKey(slot.Field));

    /// <summary>The value of a slot outside a row.</summary>
    public string Value(TemplateSlot slot) => slot.IsMarker ? "" : Shown(_values[slot.Field]);

    /// <summary>The value of a slot in a row: the record's own, else the document's.</summary>
    public string Value(TemplateSlot slot, TemplateTable table, int row)
    {
        if (slot.IsMarker)
        {
            return "";
        }

        if (!table.Columns.Contains(slot.Field, StringComparer.OrdinalIgnoreCase))
        {
            return IsRowNumber(slot) ? $"{row + 1}" : Value(slot);
        }

        return Shown(table.Rows[row].FirstOrDefault(pair => string.Equals(pair.Key, slot.Field, StringComparison.OrdinalIgnoreCase)).Value);
    }

    private static bool IsRowNumber(TemplateSlot slot) => string.Equals(slot.Field, RowNumber, StringComparison.OrdinalIgnoreCase);

    private static string Shown(string? value) => string.IsNullOrWhiteSpace(value) ? DecreeForm.Blank : value;
}

/// <summary>One template, opened: its slots, sorted into those that stand once and those of repeated rows, and the filling of them.</summary>
internal sealed class TemplateFilling
{
    private readonly WordprocessingDocument _document;
    private readonly MemoryStream _file;
    private readonly OpenXmlPartRootElement[] _roots;
    private readonly List<TemplateSlot> _single = [];
    private readonly List<RepeatedRow> _rows = [];

    public TemplateFilling(WordprocessingDocument document, MemoryStream file, OpenXmlPartRootElement[] roots)
    {
        (_document, _file, _roots) = (document, file, roots);
        foreach (var slots in roots.Select(root => TemplateSlots.Of(root)))
        {
            var rows = MarkedRows(slots);
            _rows.AddRange(rows);
            _single.AddRange(slots.Where(slot => !rows.Exists(row => row.Row.IsAncestorOf(slot.Element))));
        }
    }

    /// <summary>What is wrong with the template whatever it is filled with.</summary>
    public IReadOnlyList<Refusal> Refusals =>
    [
        .. _roots.SelectMany(TemplateSlots.Broken).Select(place => new Refusal("template.brokenField", Values: [place])),
        .. _single.Where(slot => slot.Table is not null).Select(slot => new Refusal("template.rowOutsideTable", Values: [slot.Name, slot.Place])),
        .. _rows.Where(row => row.IsOfTwoTables).Select(row => new Refusal("template.rowOfTwoTables", Values: [row.Table, row.Slots[0].Place])),
    ];

    public IEnumerable<TemplateField> Fields =>
        _single.Where(slot => !slot.IsMarker).Select(slot => new TemplateField(slot.Field, Table: null, slot.Place))
            .Concat(_rows.SelectMany(row => row.Slots.Where(slot => !slot.IsMarker).Select(slot => new TemplateField(slot.Field, row.Table, slot.Place))))
            .DistinctBy(used => (used.Name.ToUpperInvariant(), used.Table?.ToUpperInvariant()));

    public Result<byte[]> Fill(TemplateValues values)
    {
        List<Refusal> refusals = [.. Refusals, .. Unknown(values)];
        if (refusals.Count > 0)
        {
            return Result<byte[]>.Refuse(refusals);
        }

        // Only slots found in the template are replaced: braces inside a value stay text.
        foreach (var slot in Enumerable.Reverse(_single))
        {
            slot.Put(values.Value(slot));
        }

        foreach (var row in _rows)
        {
            Repeat(row, values);
        }

        return Saved();
    }

    private static List<RepeatedRow> MarkedRows(List<TemplateSlot> slots) =>
    [
        .. from slot in slots
           where slot.Table is not null
           let row = slot.Element.Ancestors<W.TableRow>().FirstOrDefault()
           where row is not null
           group slot by row into marked
           select new RepeatedRow(marked.Key, marked.First().Table!, [.. slots.Where(slot => marked.Key.IsAncestorOf(slot.Element))]),
    ];

    private IEnumerable<Refusal> Unknown(TemplateValues values)
    {
        foreach (var slot in _single.Where(slot => !values.Knows(slot, table: null)))
        {
            yield return new Refusal("template.unknownField", Values: [slot.Name, slot.Place]);
        }

        foreach (var row in _rows)
        {
            if (values.Table(row.Table) is not { } table)
            {
                yield return new Refusal("template.unknownTable", Values: [row.Table, row.Slots[0].Place]);
                continue;
            }

            foreach (var slot in row.Slots.Where(slot => !values.Knows(slot, table)))
            {
                yield return new Refusal("template.unknownField", Values: [slot.Name, slot.Place]);
            }
        }
    }

    /// <summary>Every record gets a copy of the row; with no record the row goes, unless the table would then be empty.</summary>
    private static void Repeat(RepeatedRow repeated, TemplateValues values)
    {
        var table = values.Table(repeated.Table)!;
        var last = repeated.Row;
        for (var at = 0; at < table.Rows.Count; at++)
        {
            var copy = (W.TableRow)repeated.Row.CloneNode(true);
            Anonymise(copy);
            last = last.InsertAfterSelf(copy);
            foreach (var slot in Enumerable.Reverse(TemplateSlots.Of(copy)))
            {
                slot.Put(values.Value(slot, table, at));
            }
        }

        if (table.Rows.Count > 0 || repeated.Row.Parent!.Elements<W.TableRow>().Count() > 1)
        {
            repeated.Row.Remove();

            return;
        }

        foreach (var slot in Enumerable.Reverse(repeated.Slots))
        {
            slot.Put(slot.IsMarker ? "" : DecreeForm.Blank);
        }
    }

    /// <summary>Copies must not carry what is unique in a document: bookmarks and the numbers of paragraphs and controls.</summary>
    private static void Anonymise(W.TableRow copy)
    {
        foreach (var unique in copy.Descendants().Where(element => element is W.BookmarkStart or W.BookmarkEnd or W.SdtId).ToList())
        {
            unique.Remove();
        }

        foreach (var paragraph in copy.Descendants<W.Paragraph>())
        {
            paragraph.ParagraphId = null;
        }

        copy.ParagraphId = null;
    }

    private byte[] Saved()
    {
        foreach (var root in _roots)
        {
            root.Save();
        }

        if (_document.DocumentType != WordprocessingDocumentType.Document)
        {
            _document.ChangeDocumentType(WordprocessingDocumentType.Document);
        }

        _document.Save();
        _document.Dispose();

        return _file.ToArray();
    }

    /// <summary>A row that stands once per record of a table, with all slots in it.</summary>
    private sealed record RepeatedRow(W.TableRow Row, string Table, List<TemplateSlot> Slots)
    {
        public bool IsOfTwoTables => Slots.Exists(slot => slot.Table is { } other && !string.Equals(other, Table, StringComparison.OrdinalIgnoreCase));
    }
}

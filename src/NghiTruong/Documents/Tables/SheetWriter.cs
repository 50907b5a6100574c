using System.Globalization;
using System.Xml;

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NghiTruong.Documents.Tables;

/// <summary>Writes one sheet as a stream of elements, in the order the schema wants them.</summary>
internal sealed class SheetWriter(SheetData sheet)
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int LongestText = 32_767;
    private readonly List<string> _merges = [];
    private readonly string[] _letters = [.. Enumerable.Range(0, sheet.Columns.Count).Select(CellText.Letter)];
    private readonly string _lastLetter = CellText.Letter(Math.Max(sheet.Columns.Count, 1) - 1);
    private int _row;

    private int HeaderRow => sheet.Titles.Count == 0 ? 1 : sheet.Titles.Count + 2;

    public (int HeaderRow, int LastRow) Write(WorksheetPart part)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = XmlWriter.Create(stream);
        writer.WriteStartElement("worksheet", Namespace);
        writer.WriteAttributeString("xmlns", "x", null, Namespace);
        WriteSetUp(writer);
        writer.WriteStartElement("sheetData", Namespace);
        WriteTitles(writer);
        var last = WriteRows(writer);
        WriteNotes(writer);
        writer.WriteEndElement();
        WriteEnd(writer, last);
        writer.WriteEndElement();

        return (HeaderRow, last);
    }

    private void WriteSetUp(XmlWriter writer)
    {
        new SheetProperties(new PageSetupProperties { FitToPage = true }).WriteTo(writer);
        var pane = new Pane { VerticalSplit = HeaderRow, TopLeftCell = $"A{HeaderRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        new SheetViews(new SheetView(pane) { WorkbookViewId = 0, ShowGridLines = false }).WriteTo(writer);
        if (sheet.Columns.Count > 0)
        {
            new Columns(sheet.Columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })).WriteTo(writer);
        }
    }

    private void WriteTitles(XmlWriter writer)
    {
        foreach (var title in sheet.Titles)
        {
            WriteAcross(writer, title, SheetStyles.Title);
        }

        _row = HeaderRow - 1;
        WriteRow(writer, sheet.Columns.Select(column => ((object?)column.Title, SheetStyles.Header)));
    }

    private int WriteRows(XmlWriter writer)
    {
        foreach (var row in sheet.Rows)
        {
            if (row is { Style: RowStyle.Section, Values: [var only] })
            {
                WriteAcross(writer, only, SheetStyles.Bold);
            }
            else
            {
                WriteRow(writer, sheet.Columns.Select((column, at) => Styled(at < row.Values.Count ? row.Values[at] : null, column.Kind, row.Style)));
            }
        }

        return _row;
    }

    private void WriteNotes(XmlWriter writer)
    {
        _row += sheet.Notes.Count > 0 ? 1 : 0;
        foreach (var note in sheet.Notes)
        {
            WriteAcross(writer, note, SheetStyles.Note);
        }
    }

    private void WriteAcross(XmlWriter writer, object? value, uint style)
    {
        WriteRow(writer, sheet.Columns.Select((_, at) => (at == 0 ? value : null, style)));
        if (sheet.Columns.Count > 1)
        {
            _merges.Add(string.Create(CultureInfo.InvariantCulture, $"A{_row}:{_lastLetter}{_row}"));
        }
    }

    private void WriteRow(XmlWriter writer, IEnumerable<(object? Value, uint Style)> cells)
    {
        var number = (++_row).ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement("row", Namespace);
        writer.WriteAttributeString("r", number);
        var column = 0;
        foreach (var (value, style) in cells)
        {
            WriteCell(writer, _letters[column++] + number, value, style);
        }

        writer.WriteEndElement();
    }

    private static (object? Value, uint Style) Styled(object? value, ColumnKind kind, RowStyle row)
    {
        value = Plain(value);
        var isNumber = value is double or int or long or decimal;
        if (row is not RowStyle.Data)
        {
            return (value, isNumber ? SheetStyles.BoldNumber : SheetStyles.Bold);
        }

        var style = value switch
        {
            DateOnly or DateTime => SheetStyles.Date,
            _ when isNumber => kind is ColumnKind.Centred ? SheetStyles.Centred : SheetStyles.Number,
            string { Length: > 0 } text when text[0] is '=' or '+' or '-' or '@' => SheetStyles.QuotedText,
            _ => kind is ColumnKind.Text ? SheetStyles.Text : SheetStyles.Centred,
        };

        return (value, style);
    }

    private static object? Plain(object? value) => value is not TableCell cell ? value : cell.Kind switch
    {
        CellKind.Empty => null,
        CellKind.Text => cell.Text,
        CellKind.Number => cell.Number,
        CellKind.Date => cell.Date,
    };

    private static void WriteCell(XmlWriter writer, string reference, object? value, uint style)
    {
        writer.WriteStartElement("c", Namespace);
        writer.WriteAttributeString("r", reference);
        writer.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
        var number = value switch
        {
            DateOnly date when date.Year >= 1900 => date.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture),
            DateTime time when time.Year >= 1900 => time.ToOADate().ToString(CultureInfo.InvariantCulture),
            DateOnly or DateTime => null,
            string or null or bool => null,
            double figure when !double.IsFinite(figure) => null,
            IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        if (number is not null)
        {
            writer.WriteElementString("v", Namespace, number);
        }
        else if (Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
        {
            WriteText(writer, text);
        }

        writer.WriteEndElement();
    }

    private static void WriteText(XmlWriter writer, string text)
    {
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Namespace);
        writer.WriteStartElement("t", Namespace);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(Allowed(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <summary>What XML can carry, at most the length Excel opens.</summary>
    private static string Allowed(string text)
    {
        if (text.Length <= LongestText && text.All(XmlConvert.IsXmlChar) && !text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var cut = text.Length > LongestText ? text[..(LongestText - 1)] + "…" : text;
        var kept = new System.Text.StringBuilder(cut.Length);
        foreach (var rune in cut.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value))
            {
                kept.Append(rune.ToString());
            }
        }

        // Excel reads _x000D_ as the character of that number; the first underscore is written as its own number instead.
        return kept.ToString().Replace("_x", "_x005F_x", StringComparison.Ordinal);
    }

    private void WriteEnd(XmlWriter writer, int last)
    {
        new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A{HeaderRow}:{_lastLetter}{last}") }.WriteTo(writer);
        if (_merges.Count > 0)
        {
            new MergeCells(_merges.Select(merge => new MergeCell { Reference = merge })).WriteTo(writer);
        }

        new PrintOptions { HorizontalCentered = true }.WriteTo(writer);
        new PageMargins { Left = 0.4, Right = 0.4, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 }.WriteTo(writer);
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }.WriteTo(writer);
        new HeaderFooter(new OddFooter("&C&P/&N")).WriteTo(writer);
    }
}

using System.Globalization;
using System.Text;
using System.Xml;

using DocumentFormat.OpenXml.Packaging;

using NghiTruong.Refusals;

namespace NghiTruong.Documents.Tables;

/// <summary>
/// Tables of a .docx, read as a stream of XML: the object model would recurse as deep as the file nests. A table inside a cell is read as text of that cell;
/// deleted and moved-away text is left out.
/// </summary>
internal sealed class WordTables
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly TableBuilder _building;
    private readonly List<MergedCells> _merges = [];
    private readonly StringBuilder _text = new();
    private List<TableRow> _rows = [];
    private List<TableCell> _cells = [];
    private Dictionary<int, MergedCells> _open = [];
    private string _above = "";
    private int _depth;
    private int _rowNumber;
    private int _span = 1;
    private bool _continues;
    private bool _restarts;

    private WordTables(TableBuilder building) => _building = building;

    public static Refusal? Read(Stream content, TableBuilder building)
    {
        content.Position = 0;
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        if (document.MainDocumentPart is not { } main)
        {
            return new Refusal("file.broken");
        }

        using var stream = main.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });

        return new WordTables(building).Read(reader);
    }

    private Refusal? Read(XmlReader reader)
    {
        for (var more = reader.Read(); more;)
        {
            if (reader.NodeType is XmlNodeType.Element && IsHidden(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            var refusal = reader.NodeType switch
            {
                XmlNodeType.Element when IsWord(reader) => Start(reader),
                XmlNodeType.EndElement when IsWord(reader) => End(reader.LocalName),
                _ => null,
            };
            if (refusal is not null)
            {
                return refusal;
            }

            more = reader.Read();
        }

        return null;
    }

    private static bool IsWord(XmlReader reader) => reader.NamespaceURI is Word or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private static bool IsHidden(XmlReader reader) => reader.LocalName is "moveFrom" or "Fallback" or "del" or "tblPrChange" or "trPrChange" or "tcPrChange" or "rPrChange";

    private Refusal? Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "tbl":
                if (_depth++ == 0)
                {
                    StartTable();
                }

                break;
            case "tr" when _depth == 1:
                _rowNumber++;
                _cells = [];
                break;
            case "gridBefore" when _depth == 1:
                _cells.AddRange(Enumerable.Repeat(TableCell.Empty, Number(reader)));
                break;
            case "tc" when _depth == 1:
                (_span, _continues, _restarts) = (1, false, false);
                _text.Clear();
                break;
            case "gridSpan" when _depth == 1:
                _span = Math.Max(1, Number(reader));
                break;
            case "vMerge" when _depth == 1:
                _restarts = Value(reader) is "restart";
                _continues = !_restarts;
                break;
            case "tab":
                _text.Append(' ');
                break;
            case "br" or "cr":
                _text.Append('\n');
                break;
            case "noBreakHyphen":
                _text.Append('-');
                break;
            case "t" when !reader.IsEmptyElement && _text.Length <= 1_000_000:
                reader.Read();
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                {
                    _text.Append(reader.Value);
                }

                break;
        }

        return _cells.Count > _building.Limits.MaxColumns ? new Refusal("table.tooLarge") : null;
    }

    private Refusal? End(string name)
    {
        switch (name)
        {
            case "p" when _depth == 0:
                var line = CellText.Clean(_text.ToString());
                _above = line.Length > 0 ? line : _above;
                _text.Clear();
                break;
            case "p":
                _text.Append('\n');
                break;
            case "tc" when _depth == 1:
                EndCell();
                break;
            case "tr" when _depth == 1:
                return EndRow();
            case "tbl" when --_depth == 0:
                _merges.AddRange(_open.Values);
                _building.Add(_above, _rows, [.. _merges]);
                _text.Clear();
                _above = "";
                break;
        }

        return _merges.Count > _building.Limits.MaxMerges ? new Refusal("table.tooLarge") : null;
    }

    private void StartTable()
    {
        _rows = [];
        _merges.Clear();
        _open = [];
        _rowNumber = 0;
        _text.Clear();
    }

    private void EndCell()
    {
        var column = _cells.Count;
        var last = column + _span - 1;
        if (_continues && _open.TryGetValue(column, out var above))
        {
            _open[column] = above with { LastRow = _rowNumber };
        }
        else if (_open.Remove(column, out var ended))
        {
            _merges.Add(ended);
        }

        if (_restarts)
        {
            _open[column] = new MergedCells(_rowNumber, column, _rowNumber, last);
        }
        else if (_span > 1 && !_continues)
        {
            _merges.Add(new MergedCells(_rowNumber, column, _rowNumber, last));
        }

        _cells.Add(_continues ? TableCell.Empty : TableCell.Of(_text.ToString()));
        _cells.AddRange(Enumerable.Repeat(TableCell.Empty, Math.Min(_span, _building.Limits.MaxColumns + 1) - 1));
        _text.Clear();
    }

    private Refusal? EndRow()
    {
        var cells = TableBuilder.Trimmed([.. _cells]);
        if (cells.Count == 0)
        {
            return null;
        }

        _rows.Add(new TableRow(_rowNumber, cells));

        return _building.Count(cells);
    }

    private int Number(XmlReader reader) =>
        int.TryParse(Value(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, _building.Limits.MaxColumns + 1) : 1;

    private static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);
}

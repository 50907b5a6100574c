using System.Text;

using ExcelDataReader;

using NghiTruong.Documents.Uploads;
using NghiTruong.Refusals;

namespace NghiTruong.Documents.Tables;

/// <summary>Sheets of .xlsx, .xls and .csv, row by row.</summary>
internal static class WorkbookTables
{
    /// <summary>As wide as a sheet of Excel, which writes its empty columns into a .csv too.</summary>
    private const int WidestRecord = 16_384;

    public static Refusal? Read(Stream content, FileKind kind, TableBuilder building)
    {
        content.Position = 0;
        // The sniffer knows marks and UTF-8; the library would guess a legacy code page for short files.
        var text = kind is FileKind.Csv ? TextFile.Read(Bytes.All(content)) ?? "" : null;
        if (text is not null && IsTooWide(text))
        {
            return new Refusal("table.tooLarge");
        }

        using var reader = Open(content, kind, text);
        do
        {
            if (ReadSheet(reader, building) is { } refusal)
            {
                return refusal;
            }
        }
        while (reader.NextResult());

        return null;
    }

    private static IExcelDataReader Open(Stream content, FileKind kind, string? text)
    {
        content.Position = 0;
        var settings = new ExcelReaderConfiguration { LeaveOpen = true, FallbackEncoding = Encoding.GetEncoding(1258), AutodetectSeparators = [',', ';', '\t'] };
        if (text is not null)
        {
            settings.FallbackEncoding = Encoding.UTF8;

            return ExcelReaderFactory.CreateCsvReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), settings);
        }

        return kind is FileKind.Xls ? ExcelReaderFactory.CreateBinaryReader(content, settings) : ExcelReaderFactory.CreateOpenXmlReader(content, settings);
    }

    /// <summary>The library holds a whole record, and as many columns in every row as the widest has, before it gives the first cell away.</summary>
    private static bool IsTooWide(string text)
    {
        var (inLine, inRecord, isQuoted) = (0, 0, false);
        foreach (var c in text)
        {
            switch (c)
            {
                case '\n':
                    (inLine, inRecord) = (0, isQuoted ? inRecord : 0);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' or ';' or '\t':
                    inLine++;
                    inRecord += isQuoted ? 0 : 1;
                    break;
            }

            if (inLine >= WidestRecord || inRecord >= WidestRecord)
            {
                return true;
            }
        }

        return false;
    }

    private static Refusal? ReadSheet(IExcelDataReader reader, TableBuilder building)
    {
        // One stray format in the last column of the last row makes a sheet of 17 thousand million cells.
        if ((long)reader.FieldCount * reader.RowCount > building.Limits.MaxArea || (reader.MergeCells?.Length ?? 0) > building.Limits.MaxMerges)
        {
            return new Refusal("table.tooLarge");
        }

        var rows = new List<TableRow>();
        var columns = reader.FieldCount;
        while (reader.Read())
        {
            var cells = Cells(reader, columns);
            if (cells.Count == 0)
            {
                continue;
            }

            if (cells.Count > building.Limits.MaxColumns)
            {
                return new Refusal("table.tooLarge");
            }

            if (building.Count(cells) is { } refusal)
            {
                return refusal;
            }

            rows.Add(new TableRow(reader.Depth + 1, cells));
        }

        var merges = from range in reader.MergeCells ?? []
                     select new MergedCells(range.FromRow + 1, range.FromColumn, range.ToRow + 1, range.ToColumn);
        building.Add(reader.Name ?? "", rows, [.. merges], reader.VisibleState is "hidden" or "veryhidden");

        return null;
    }

    private static IReadOnlyList<TableCell> Cells(IExcelDataReader reader, int columns)
    {
        var last = columns - 1;
        while (last >= 0 && IsBlank(reader, last))
        {
            last--;
        }

        if (last < 0)
        {
            return [];
        }

        var cells = new TableCell[last + 1];
        for (var column = 0; column <= last; column++)
        {
            cells[column] = Cell(reader, column);
        }

        return TableBuilder.Trimmed(cells);
    }

    private static bool IsBlank(IExcelDataReader reader, int column) => reader.GetValue(column) is null;

    private static TableCell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => TableCell.Empty,
        string text => TableCell.Of(text),
        double number => TableCell.Of(number),
        int number => TableCell.Of(number),
        DateTime time => TableCell.Of(DateOnly.FromDateTime(time)),
        TimeSpan time => TableCell.Of(time.ToString(@"hh\:mm")),
        bool yes => TableCell.Of(yes ? "TRUE" : "FALSE"),
        var other => TableCell.Of(other.ToString()),
    };
}

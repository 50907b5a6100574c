using System.Globalization;

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace NghiTruong.Documents.Tables;

/// <summary>
/// Writes .xlsx: A4 landscape in Times New Roman, header frozen, filtered and repeated on every printed page, dates as real dates. Text is always
/// written as text: a cell that starts with <c>=</c>, <c>+</c>, <c>-</c> or <c>@</c> never becomes a formula.
/// </summary>
public static class Spreadsheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="target">Written from its current position, synchronously and at once.</param>
    public static void Write(Stream target, params IReadOnlyList<SheetData> sheets)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = SheetStyles.Stylesheet();
            var entries = new Sheets();
            var names = new DefinedNames();
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var sheet in sheets)
            {
                var index = (uint)entries.ChildElements.Count;
                var part = workbook.AddNewPart<WorksheetPart>($"sheet{index + 1}");
                var (header, last) = new SheetWriter(sheet).Write(part);
                var name = SheetName(sheet.Name, taken);
                entries.Append(new Sheet { Name = name, SheetId = index + 1, Id = workbook.GetIdOfPart(part) });
                names.Append(Names(name, index, header, last, sheet.Columns.Count));
            }

            workbook.Workbook = new Workbook(entries, names);
        }

        buffer.Position = 0;
        buffer.CopyTo(target);
    }

    private static DefinedName[] Names(string sheet, uint index, int header, int last, int columns)
    {
        var quoted = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
        var end = CellText.Letter(Math.Max(columns, 1) - 1);

        return
        [
            new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!$A${header}:${end}${last}")) { Name = "_xlnm._FilterDatabase", LocalSheetId = index, Hidden = true },
            new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!${header}:${header}")) { Name = "_xlnm.Print_Titles", LocalSheetId = index },
        ];
    }

    /// <summary>Excel allows 31 characters without <c>[]:*?/\</c>, no apostrophe at the ends, and no name twice.</summary>
    private static string SheetName(string wanted, HashSet<string> taken)
    {
        var clean = string.Concat(CellText.Clean(wanted).Select(c => "[]:*?/\\\n".Contains(c, StringComparison.Ordinal) ? ' ' : c)).Trim(' ', '\'');
        clean = clean.Length == 0 ? "Sheet" : clean;
        var name = clean.Length > 31 ? clean[..31].TrimEnd() : clean;
        for (var again = 2; !taken.Add(name); again++)
        {
            var tail = $" ({again})";
            name = (clean.Length > 31 - tail.Length ? clean[..(31 - tail.Length)] : clean) + tail;
        }

        return name;
    }
}

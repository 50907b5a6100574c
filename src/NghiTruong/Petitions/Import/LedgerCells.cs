using System.Globalization;
using System.Text.RegularExpressions;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Petitions.Import;

/// <summary>Reads the cells of one row as values, gathering what is wrong and what would else be lost: words that are no value go to the note, under the person's own title.</summary>
internal sealed partial class LedgerCells(FoundTable table, FoundRow row)
{
    private readonly List<string> _notes = [];

    public List<RowProblem> Problems { get; } = [];

    public bool Has(string key) => row.Keys.ContainsKey(key);

    public string? Text(string key) => row[key] is { IsEmpty: false } cell ? cell.Text : null;

    public TableCell Cell(string key) => row[key];

    /// <summary>A day, real or typed; null when empty or unreadable.</summary>
    public DateOnly? Day(string key, Action<string> unreadable)
    {
        var cell = row[key];
        if (cell.IsEmpty)
        {
            return null;
        }

        if (cell.AsDate is { } day || OfficialDate.TryParse(cell.Text, out day))
        {
            return day;
        }

        if (double.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && OfficialDate.TryFromExcelSerial(serial, out day))
        {
            return day;
        }

        unreadable(cell.Text);

        return null;
    }

    /// <summary>A whole number, "45" or "45 cử tri".</summary>
    public int? Count(string key, string code)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Leading().Match(text) is { Success: true } match && VietnameseNumber.TryParse(match.Value.Trim(), out var value) && value is >= 1 and <= PetitionRules.MostVoters && value == Math.Floor(value))
        {
            return (int)value;
        }

        Warn(code, key, text);
        Note(key, text);

        return null;
    }

    public void Refuse(string code, string key, params string[] values) => Problems.Add(RowProblem.Refusal(code, Title(key), values));

    public void Warn(string code, string key, params string[] values) => Problems.Add(RowProblem.Warning(code, Title(key), values));

    /// <summary>Keeps words beside the ledger's own note.</summary>
    public void Note(string key, string text) => _notes.Add(Title(key) is { } title ? $"{title}: {text}" : text);

    public string? Notes()
    {
        var all = Text(LedgerColumns.Note) is { } own ? _notes.Prepend(own) : _notes;
        var joined = string.Join('\n', all);

        return joined.Length == 0 ? null : joined;
    }

    public string? Title(string key) =>
        table.Columns.FirstOrDefault(c => c.Key == key) is { } column ? column.Title.Length > 0 ? column.Title : column.Letter : null;

    [GeneratedRegex(@"^[0-9][0-9. ]*(?=$|\s|\p{L})", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Leading();
}

using System.Text.RegularExpressions;
using NghiTruong.Councils;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Law.Catalogues;

namespace NghiTruong.Resolutions.Import;

/// <summary>What a row of a register tells.</summary>
public sealed record ToldResolution(ResolutionInput Input)
{
    /// <summary>The document that ended it, by the register.</summary>
    public (string Number, DateOnly On, ResolutionState How)? Ended { get; init; }

    /// <summary>Clauses to watch: place and content.</summary>
    public IReadOnlyList<(string Place, string Content)> Clauses { get; init; } = [];
}

/// <summary>Why a row cannot be taken: its code, the title of the column, the words that stand there.</summary>
public sealed record RowProblem(string Code, string? Column, string? Value = null);

/// <summary>A row read, or what is wrong with it.</summary>
public sealed record ReadResolutionRow(FoundTable Table, FoundRow Source, ToldResolution? Told, IReadOnlyList<RowProblem> Problems);

/// <summary>Reads the rows of a register of resolutions. Knows no database: the council's bodies and agencies are given.</summary>
/// <param name="today">Nothing was passed later.</param>
public sealed partial class ResolutionRows(Guid council, IReadOnlyList<Body> bodies, IReadOnlyList<Agency> agencies, DateOnly today)
{
    public IEnumerable<ReadResolutionRow> Read(IEnumerable<FoundTable> tables) => from table in tables from row in table.Rows select Read(table, row);

    private ReadResolutionRow Read(FoundTable table, FoundRow row)
    {
        var cells = new Cells(table, row);
        if (row.Source.Cells.Any(c => SecrecyMark.Find(c.Text) is not null))
        {
            return new ReadResolutionRow(table, row, null, [new RowProblem("import.secret", null)]);
        }

        var (number, day) = Number(cells);
        var passed = cells.Day(ResolutionColumns.PassedOn) ?? day;
        var until = cells.Day(ResolutionColumns.Until);
        var ended = Ended(cells, until);
        if (passed is null)
        {
            cells.Refuse("resolution.import.dayMissing", ResolutionColumns.PassedOn);
        }

        var input = new ResolutionInput
        {
            CouncilId = council,
            Number = number ?? "",
            Title = cells.Text(ResolutionColumns.Title) ?? "",
            Kind = Kind(cells, row, number),
            PassedOn = passed ?? today,
            InForceFrom = cells.Day(ResolutionColumns.From),
            InForceUntil = ended is null ? until : null,
            BodyId = Body(cells),
            LeadAgencyId = Agency(cells)?.Id,
            Field = Field(cells),
            Replaces = Replaced(cells),
            Note = Note(cells),
        };
        foreach (var wrong in ResolutionRules.WrongIn(input, today).Where(w => passed is not null || w.Field is not nameof(input.PassedOn)))
        {
            cells.Refuse(wrong.Code, ColumnOf(wrong.Field), string.Join(", ", wrong.Values));
        }

        return new ReadResolutionRow(table, row, cells.Problems.Count > 0 ? null : new ToldResolution(input) { Ended = ended, Clauses = [.. Clauses(cells)] }, cells.Problems);
    }

    /// <summary>Number and day may stand in one cell: <c>12/NQ-HĐND ngày 10/7/2026</c>.</summary>
    private static (string? Number, DateOnly? Day) Number(Cells cells)
    {
        if (cells.Text(ResolutionColumns.Number) is not { } text)
        {
            return (null, null);
        }

        var parts = DayWord().Split(VietnameseText.Nfc(text), 2);

        return (parts[0].Trim(), parts.Length > 1 && OfficialDate.TryParse(parts[1], out var day) ? day : null);
    }

    private static string? Kind(Cells cells, FoundRow row, string? number)
    {
        if (cells.Text(ResolutionColumns.Kind) is { } written)
        {
            if (ResolutionKinds.Find(written) is { } kind)
            {
                return kind.Code;
            }

            cells.Refuse("resolution.kindUnknown", ResolutionColumns.Kind, written);
        }

        var section = row.Sections.Reverse().Select(s => ResolutionKinds.Find(s.Title)).FirstOrDefault(k => k is not null);

        return section?.Code ?? (ResolutionNumber.TryParse(number, out var read) && read.HasYear ? "normative" : "individual");
    }

    private static (string, DateOnly, ResolutionState)? Ended(Cells cells, DateOnly? until)
    {
        var says = VietnameseText.Fold(cells.Text(ResolutionColumns.State) ?? "");
        if (cells.Text(ResolutionColumns.EndedBy) is not { } text)
        {
            if (says.StartsWith("het hieu luc", StringComparison.Ordinal) && until is null)
            {
                cells.Refuse("resolution.import.endDayMissing", ResolutionColumns.State, cells.Text(ResolutionColumns.State));
            }

            return null;
        }

        var match = NumberInWords().Match(VietnameseText.Nfc(text));
        var parts = DayWord().Split(VietnameseText.Nfc(text), 2);
        DateOnly? on = until ?? (parts.Length > 1 && OfficialDate.TryParse(parts[1], out var day) ? day : null);
        if (!match.Success || !ResolutionNumber.TryParse(match.Value, out var by) || on is not { } from)
        {
            cells.Refuse(match.Success ? "resolution.import.endDayMissing" : "resolution.numberWrong", ResolutionColumns.EndedBy, text);

            return null;
        }

        return (by.Written, from, VietnameseText.Fold(text).Contains("bai bo", StringComparison.Ordinal) ? ResolutionState.Repealed : ResolutionState.Replaced);
    }

    /// <summary>The number out of "Nghị quyết số 05/NQ-HĐND ngày …"; other words stand as they are.</summary>
    private static string? Replaced(Cells cells) =>
        cells.Text(ResolutionColumns.Replaces) is { } text && NumberInWords().Match(VietnameseText.Nfc(text)) is { Success: true } match ? match.Value : cells.Text(ResolutionColumns.Replaces);

    private Guid? Body(Cells cells)
    {
        if (cells.Text(ResolutionColumns.Body) is not { } written || VietnameseText.Fold(written) is var folded && folded.StartsWith("thuong truc", StringComparison.Ordinal))
        {
            return null;
        }

        if (bodies.FirstOrDefault(b => VietnameseText.Fold(b.Name) is var name && (name == folded || folded == VietnameseText.Fold(b.Code) || name == "ban " + folded)) is { } body)
        {
            return body.Id;
        }

        cells.Refuse("resolution.import.bodyUnknown", ResolutionColumns.Body, written);

        return null;
    }

    private Agency? Agency(Cells cells) =>
        cells.Text(ResolutionColumns.Agency) is { } written ? agencies.FirstOrDefault(a => a.Folded == VietnameseText.Fold(written) || (a.ShortName is { } name && VietnameseText.Fold(name) == VietnameseText.Fold(written))) : null;

    private string? Field(Cells cells)
    {
        if (cells.Text(ResolutionColumns.Field) is not { } written)
        {
            return null;
        }

        if (Catalogue.Find(CatalogueKind.Field, written, today) is { } field)
        {
            return field.Code;
        }

        cells.Refuse("resolution.fieldUnknown", ResolutionColumns.Field, written);

        return null;
    }

    /// <summary>An agency the council's list does not have is not lost: it stands in the note.</summary>
    private string? Note(Cells cells)
    {
        var note = cells.Text(ResolutionColumns.Note);
        var unknown = cells.Text(ResolutionColumns.Agency) is { } written && Agency(cells) is null ? $"{cells.Title(ResolutionColumns.Agency)}: {written}" : null;

        return string.Join('\n', new[] { note, unknown }.Where(l => l is not null)) is { Length: > 0 } text ? text : null;
    }

    /// <summary>One a line: <c>Điều 3 khoản 2: giao UBND xã …</c>.</summary>
    private static IEnumerable<(string Place, string Content)> Clauses(Cells cells)
    {
        foreach (var line in (cells.Text(ResolutionColumns.Clauses) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimStart('-', '+', '•', ' ')))
        {
            var match = ClauseLine().Match(VietnameseText.Nfc(line));
            yield return match.Success ? (match.Groups["place"].Value.Trim(), match.Groups["content"].Value.Trim()) : ("—", line);
        }
    }

    private static string ColumnOf(string? field) => field switch
    {
        nameof(ResolutionInput.Number) => ResolutionColumns.Number,
        nameof(ResolutionInput.Title) => ResolutionColumns.Title,
        nameof(ResolutionInput.Kind) => ResolutionColumns.Kind,
        nameof(ResolutionInput.InForceFrom) => ResolutionColumns.From,
        nameof(ResolutionInput.InForceUntil) => ResolutionColumns.Until,
        nameof(ResolutionInput.Note) => ResolutionColumns.Note,
        _ => ResolutionColumns.PassedOn,
    };

    [GeneratedRegex(@"\s*[,;(]?\s*(?:[Nn]gày|NGÀY|\n)\s*", RegexOptions.None, 200)]
    private static partial Regex DayWord();

    [GeneratedRegex(@"[0-9]{1,5}[a-zđ]?\s*/\s*((19|20)[0-9]{2}\s*/\s*)?NQ\s*[-–/]?\s*(TT\s*)?H[ĐDđd]ND", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 200)]
    private static partial Regex NumberInWords();

    [GeneratedRegex(@"^(?<place>((điều|khoản|điểm|mục|phần)\s+[0-9a-zđ.]+[\s,]*)+)\s*[:.\-–]\s*(?<content>.+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline, 200)]
    private static partial Regex ClauseLine();

    /// <summary>Cells of one row as values, gathering what is wrong.</summary>
    private sealed class Cells(FoundTable table, FoundRow row)
    {
        public List<RowProblem> Problems { get; } = [];

        public string? Text(string key) => row[key] is { IsEmpty: false } cell && cell.Text.Trim() is { Length: > 0 } text && text is not ("-" or "—") ? text : null;

        public DateOnly? Day(string key)
        {
            if (Text(key) is not { } text)
            {
                return null;
            }

            if (row[key].AsDate is { } day || OfficialDate.TryParse(text, out day))
            {
                return day;
            }

            Refuse("import.dateUnreadable", key, text);

            return null;
        }

        public void Refuse(string code, string key, string? value = null) => Problems.Add(new RowProblem(code, Title(key), value));

        public string? Title(string key) => table.Columns.FirstOrDefault(c => c.Key == key) is { } column ? column.Title.Length > 0 ? column.Title : column.Letter : null;
    }
}

using NghiTruong.Councils;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Supervision.Import;

/// <summary>What a row of a register tells.</summary>
public sealed record RegisterRow
{
    public required SupervisionSubject Subject { get; init; }

    public Guid? BodyId { get; init; }

    public required SupervisionKind Kind { get; init; }

    public required string Theme { get; init; }

    public string? Object { get; init; }

    public DateOnly? PlannedTo { get; init; }

    public DateOnly? HeldOn { get; init; }

    public string? ReportNumber { get; init; }

    public DateOnly? ReportedOn { get; init; }

    public string? Results { get; init; }

    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public string? Agency { get; init; }

    public DateOnly? DueOn { get; init; }

    public RecommendationOutcome? Outcome { get; init; }

    public bool HasReport => ReportNumber is not null || ReportedOn is not null;
}

/// <summary>Why a row cannot be taken: its code, the title of the column, the words that stand there.</summary>
public sealed record RegisterProblem(string Code, string? Column, string? Value = null);

/// <summary>A row read, or what is wrong with it.</summary>
public sealed record ReadRegisterRow(FoundTable Table, FoundRow Source, RegisterRow? Told, IReadOnlyList<RegisterProblem> Problems);

/// <summary>Reads the rows of a register of supervisions. Knows no database: the bodies of the council are given.</summary>
/// <param name="bodies">To recognise committees and delegate groups by their names.</param>
/// <param name="today">Nothing was held later.</param>
public sealed class RegisterReader(IReadOnlyList<Body> bodies, DateOnly today)
{
    public IEnumerable<ReadRegisterRow> Read(IEnumerable<FoundTable> tables) => from table in tables from row in table.Rows select Read(table, row);

    private ReadRegisterRow Read(FoundTable table, FoundRow row)
    {
        var cells = new Cells(table, row);
        var kind = Kind(cells, row);
        var (subject, body) = Subject(cells, row);
        var theme = cells.Text(RegisterColumns.Theme) ?? "";
        if (theme.Length == 0)
        {
            cells.Refuse("supervision.themeMissing", RegisterColumns.Theme);
        }

        if (SecrecyMark.Find(theme) is not null)
        {
            return new ReadRegisterRow(table, row, null, [new RegisterProblem("import.secret", cells.Title(RegisterColumns.Theme))]);
        }

        var told = new RegisterRow
        {
            Subject = subject ?? SupervisionSubject.StandingCommittee,
            BodyId = body,
            Kind = kind ?? SupervisionKind.Thematic,
            Theme = theme,
            Object = cells.Text(RegisterColumns.Object),
            PlannedTo = cells.Day(RegisterColumns.Planned),
            HeldOn = cells.Day(RegisterColumns.Held),
            ReportNumber = Number(cells),
            ReportedOn = cells.Day(RegisterColumns.ReportedOn) ?? Reference(cells)?.Date,
            Results = cells.Text(RegisterColumns.Results),
            Recommendations = [.. Lines(cells.Text(RegisterColumns.Recommendations))],
            Agency = cells.Text(RegisterColumns.Agency),
            DueOn = cells.Day(RegisterColumns.Due),
            Outcome = Outcome(cells),
        };
        if (told.HeldOn > today || told.ReportedOn > today)
        {
            cells.Refuse("supervision.heldInFuture", RegisterColumns.Held);
        }

        if (told is { HeldOn: null, PlannedTo: null })
        {
            cells.Refuse("supervision.import.dayMissing", RegisterColumns.Held);
        }

        return new ReadRegisterRow(table, row, cells.Problems.Count > 0 ? null : told, cells.Problems);
    }

    private static SupervisionKind? Kind(Cells cells, FoundRow row)
    {
        var written = cells.Text(RegisterColumns.Kind);
        foreach (var text in new[] { written }.Concat(row.Sections.Reverse().Select(s => s.Title)))
        {
            if (text is not null && KindOf(VietnameseText.Fold(text)) is { } kind)
            {
                return kind;
            }
        }

        cells.Refuse("supervision.import.kindUnknown", RegisterColumns.Kind, written);

        return null;
    }

    private static SupervisionKind? KindOf(string words) =>
        words.Contains("khao sat", StringComparison.Ordinal) && !words.Contains("giam sat", StringComparison.Ordinal) ? SupervisionKind.FieldSurvey
        : words.Contains("chuyen de", StringComparison.Ordinal) ? SupervisionKind.Thematic
        : words.Contains("thuong xuyen", StringComparison.Ordinal) ? SupervisionKind.Ongoing
        : words.Contains("khao sat", StringComparison.Ordinal) ? SupervisionKind.FieldSurvey
        : null;

    private (SupervisionSubject? Subject, Guid? Body) Subject(Cells cells, FoundRow row)
    {
        var written = cells.Text(RegisterColumns.Subject);
        foreach (var text in new[] { written }.Concat(row.Sections.Reverse().Select(s => s.Title)))
        {
            if (text is not null && SubjectOf(VietnameseText.Fold(text)) is { Subject: not null } found)
            {
                return found;
            }
        }

        cells.Refuse("supervision.import.subjectUnknown", RegisterColumns.Subject, written);

        return (null, null);
    }

    private (SupervisionSubject? Subject, Guid? Body) SubjectOf(string words)
    {
        if (bodies.Where(b => b.Kind is BodyKind.Committee or BodyKind.DelegateGroup).FirstOrDefault(b => words.Contains(VietnameseText.Fold(Short(b.Name)), StringComparison.Ordinal)) is { } body)
        {
            return (body.Kind == BodyKind.Committee ? SupervisionSubject.Committee : SupervisionSubject.DelegateGroup, body.Id);
        }

        return words.Contains("thuong truc", StringComparison.Ordinal) ? (SupervisionSubject.StandingCommittee, null)
            : words is "hdnd" or "hoi dong nhan dan" || words.StartsWith("hdnd ", StringComparison.Ordinal) || words.StartsWith("hoi dong nhan dan ", StringComparison.Ordinal) ? (SupervisionSubject.Council, null)
            : (null, null);
    }

    /// <summary>"Ban Pháp chế HĐND huyện Mẫu" is written "Ban Pháp chế".</summary>
    private static string Short(string body) => body.Split(" HĐND", 2)[0].Split(" Hội đồng", 2)[0];

    private static RecommendationOutcome? Outcome(Cells cells)
    {
        if (cells.Text(RegisterColumns.Outcome) is not { } written)
        {
            return null;
        }

        var words = VietnameseText.Fold(written);
        RecommendationOutcome? outcome = words switch
        {
            _ when words.Contains("mot phan", StringComparison.Ordinal) => RecommendationOutcome.Partly,
            _ when words.StartsWith("khong thuc hien", StringComparison.Ordinal) => RecommendationOutcome.NotDone,
            _ when words.StartsWith("chua dap ung", StringComparison.Ordinal) => RecommendationOutcome.Insufficient,
            _ when words.StartsWith("chua", StringComparison.Ordinal) || words.StartsWith("dang", StringComparison.Ordinal) => RecommendationOutcome.NotYet,
            _ when words.StartsWith("qua han", StringComparison.Ordinal) => RecommendationOutcome.Overdue,
            _ when words.Contains("hoan thanh", StringComparison.Ordinal) || words.StartsWith("da thuc hien", StringComparison.Ordinal) || words.StartsWith("da khac phuc", StringComparison.Ordinal) => RecommendationOutcome.Done,
            _ => null,
        };
        if (outcome is null)
        {
            cells.Refuse("import.outcomeUnknown", RegisterColumns.Outcome, written);
        }

        return outcome;
    }

    private static string? Number(Cells cells) => cells.Text(RegisterColumns.ReportNumber) is { } text
        ? Reference(cells)?.ToString() ?? (VietnameseText.Fold(text) is "khong" or "chua co" or "chua" or "-" ? null : text)
        : null;

    private static DocumentReference? Reference(Cells cells) =>
        cells.Text(RegisterColumns.ReportNumber) is { } text && DocumentReference.TryParse(text, out var reference) ? reference : null;

    private static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimStart('-', '+', '•', ' ')).Where(l => l.Length > 0);

    /// <summary>Cells of one row as values, gathering what is wrong.</summary>
    private sealed class Cells(FoundTable table, FoundRow row)
    {
        public List<RegisterProblem> Problems { get; } = [];

        public string? Text(string key) => row[key] is { IsEmpty: false } cell ? cell.Text.Trim() : null;

        public DateOnly? Day(string key)
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

            Refuse("import.dateUnreadable", key, cell.Text);

            return null;
        }

        public void Refuse(string code, string key, string? value = null) => Problems.Add(new RegisterProblem(code, Title(key), value));

        public string? Title(string key) => table.Columns.FirstOrDefault(c => c.Key == key) is { } column ? column.Title.Length > 0 ? column.Title : column.Letter : null;
    }
}

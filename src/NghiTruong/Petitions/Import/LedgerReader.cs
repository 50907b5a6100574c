using System.Text.RegularExpressions;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Law.Catalogues;

namespace NghiTruong.Petitions.Import;

/// <summary>A row as read: what it tells, or why it cannot be taken.</summary>
public sealed record ReadRow(int Table, FoundRow Source, LedgerRow? Told, IReadOnlyList<RowProblem> Problems)
{
    /// <summary>Marked as a state secret: its words are not kept.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>Reads the rows of found tables as what they tell about petitions. Knows no database.</summary>
/// <param name="today">No petition was received later.</param>
/// <param name="receivedOn">Day of receipt for rows that have none.</param>
public sealed partial class LedgerReader(DateOnly today, DateOnly? receivedOn)
{
    private const int LongestContent = 20_000;

    public IEnumerable<ReadRow> Read(IEnumerable<FoundTable> tables) =>
        from table in tables
        from row in table.Rows
        select Read(table, row);

    public ReadRow Read(FoundTable table, FoundRow row)
    {
        if (SecretColumn(table, row) is { } secret)
        {
            return new ReadRow(table.Table.Ordinal, row, null, [RowProblem.Refusal("import.secret", secret)]) { IsSecret = true };
        }

        var cells = new LedgerCells(table, row);
        var told = Told(cells, row);

        return new ReadRow(table.Table.Ordinal, row, cells.Problems.Exists(p => p.IsRefusal) ? null : told, cells.Problems);
    }

    private LedgerRow Told(LedgerCells cells, FoundRow row)
    {
        var received = Received(cells);
        var on = received ?? receivedOn ?? today;
        var (isOver, outcome) = Standing(cells);
        var (agencies, authority) = Holders(cells, row, on);
        var forwarded = Forwarded(cells);
        var source = cells.Text(LedgerColumns.Source) ?? cells.Text(LedgerColumns.Session);

        return new LedgerRow
        {
            Content = Content(cells),
            Kind = Kind(cells),
            Place = cells.Text(LedgerColumns.Place),
            Source = source is null ? null : SourceOf(source),
            SourceNote = source,
            Session = SessionNumber.In(cells.Text(LedgerColumns.Session) ?? source),
            ReceivedOn = received,
            Voters = cells.Count(LedgerColumns.Voters, "import.votersUnreadable"),
            Field = Field(cells, row, on),
            Authority = authority,
            Agencies = agencies,
            DueOn = Term(cells, LedgerColumns.Due),
            ExtendedTo = Term(cells, LedgerColumns.Extended),
            ForwardedOn = forwarded,
            IsOver = isOver,
            Outcome = outcome,
            Answer = Answer(cells),
            Code = cells.Text(LedgerColumns.Code),
            Year = cells.Text(LedgerColumns.Code) is null ? null : (received ?? receivedOn)?.Year,
            Person = Person(cells),
            Note = cells.Notes(),
        };
    }

    private static string? SecretColumn(FoundTable table, FoundRow row)
    {
        foreach (var column in table.Columns)
        {
            if (row.Source[column.Index] is { Kind: CellKind.Text } cell && SecrecyMark.Find(cell.Text) is not null)
            {
                return column.Title.Length > 0 ? column.Title : column.Letter;
            }
        }

        return null;
    }

    private static string Content(LedgerCells cells)
    {
        var content = cells.Text(LedgerColumns.Content) ?? "";
        if (content.Length == 0)
        {
            cells.Refuse("petition.contentMissing", LedgerColumns.Content);
        }
        else if (content.Length > LongestContent)
        {
            cells.Refuse("import.contentTooLong", LedgerColumns.Content, $"{LongestContent}");
        }

        return content;
    }

    private DateOnly? Received(LedgerCells cells)
    {
        var day = cells.Day(LedgerColumns.Received, text => cells.Refuse("import.dateUnreadable", LedgerColumns.Received, text));
        if (day > today)
        {
            cells.Refuse("petition.receivedInFuture", LedgerColumns.Received);
        }
        else if (day is null && cells.Has(LedgerColumns.Received) && cells.Cell(LedgerColumns.Received).IsEmpty)
        {
            cells.Warn("import.receivedMissing", LedgerColumns.Received, OfficialDate.Short(receivedOn ?? today));
        }

        return day;
    }

    /// <summary>A term written in words ("Quý IV/2026") is no day: the rule's day stands, and the words are kept.</summary>
    private static DateOnly? Term(LedgerCells cells, string key) => cells.Day(key, text =>
    {
        cells.Warn("import.termUnreadable", key, text);
        cells.Note(key, text);
    });

    private static PetitionKind? Kind(LedgerCells cells) => cells.Text(LedgerColumns.Kind) is not { } text ? null : VietnameseText.Fold(text) switch
    {
        "y kien" or "opinion" or "phan anh" => PetitionKind.Opinion,
        "kien nghi" or "petition" or "y kien kien nghi" => PetitionKind.Petition,
        _ => Keep(cells, LedgerColumns.Kind, text, "import.kindUnknown"),
    };

    private static PetitionKind? Keep(LedgerCells cells, string key, string text, string code)
    {
        cells.Warn(code, key, text);
        cells.Note(key, text);

        return null;
    }

    /// <summary>The classification wins over the state, and the person is told where they disagree.</summary>
    private static (bool IsOver, Outcome? Outcome) Standing(LedgerCells cells)
    {
        var state = cells.Text(LedgerColumns.Status);
        var over = state is null ? null : OutcomeWords.IsOver(state);
        if (state is not null && over is null)
        {
            cells.Warn("import.statusUnknown", LedgerColumns.Status, state);
            cells.Note(LedgerColumns.Status, state);
        }

        if (cells.Text(LedgerColumns.Outcome) is not { } written)
        {
            // Where the ledger classifies, an empty cell says "not yet"; where it only keeps states, the state is all it says.
            var spoken = state is not null && (over == true || !cells.Has(LedgerColumns.Outcome)) ? OutcomeWords.Find(state) : null;

            return (over == true, spoken ?? (over == true ? Outcome.Settled : null));
        }

        if (OutcomeWords.Find(written) is not { } outcome)
        {
            cells.Refuse("import.outcomeUnknown", LedgerColumns.Outcome, written);

            return (false, null);
        }

        if (over is { } told && told != OutcomeWords.Ends(outcome))
        {
            cells.Warn("import.statusDisagrees", LedgerColumns.Status, state!, written);
        }

        return (OutcomeWords.Ends(outcome), outcome);
    }

    private static string? Field(LedgerCells cells, FoundRow row, DateOnly on)
    {
        if (cells.Text(LedgerColumns.Field) is { } written)
        {
            var entry = Catalogue.Find(CatalogueKind.Field, Committee().Replace(written, ""), on);
            if (entry is null)
            {
                cells.Warn("import.fieldUnknown", LedgerColumns.Field, written);
                cells.Note(LedgerColumns.Field, written);
            }

            return entry?.Code;
        }

        return row.Sections.Reverse().Select(s => Catalogue.Find(CatalogueKind.Field, Committee().Replace(s.Title, ""), on)?.Code).FirstOrDefault(c => c is not null);
    }

    private static (IReadOnlyList<string> Agencies, string? Authority) Holders(LedgerCells cells, FoundRow row, DateOnly on)
    {
        List<string> agencies = [.. Split(cells.Text(LedgerColumns.Agency))];
        if (cells.Text(LedgerColumns.Authority) is not { } written)
        {
            return (agencies, row.Sections.Reverse().Select(s => Level(s.Title, on)).FirstOrDefault(c => c is not null));
        }

        var entry = Catalogue.Find(CatalogueKind.Authority, written, on);
        if (entry is null)
        {
            cells.Warn("import.authorityUnknown", LedgerColumns.Authority, written);
            cells.Note(LedgerColumns.Authority, written);
        }

        // "CQ có thẩm quyền" names a level or an agency; a name longer than its level is an agency's.
        var isLevel = entry is null || ((string[])[entry.Vietnamese, .. entry.Aliases]).Any(a => VietnameseText.Fold(a) == VietnameseText.Fold(written));
        if (!isLevel && agencies.Count == 0)
        {
            agencies.AddRange(Split(written));
        }

        return (agencies, entry?.Code);
    }

    private static string? Level(string section, DateOnly on) =>
        OfAuthority().Match(section) is { Success: true } match ? Catalogue.Find(CatalogueKind.Authority, match.Groups["level"].Value, on)?.Code : null;

    private static IEnumerable<string> Split(string? agencies) =>
        agencies?.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(a => a.Any(char.IsLetter)).Distinct(StringComparer.Ordinal) ?? [];

    private static DateOnly? Forwarded(LedgerCells cells)
    {
        if (cells.Text(LedgerColumns.Forwarded) is not { } text)
        {
            return null;
        }

        cells.Note(LedgerColumns.Forwarded, text);

        return DocumentReference.TryParse(text, out var letter) ? letter.Date : cells.Day(LedgerColumns.Forwarded, _ => { });
    }

    private static LedgerAnswer? Answer(LedgerCells cells)
    {
        if (cells.Text(LedgerColumns.Answer) is not { } text)
        {
            return null;
        }

        if (!DocumentReference.TryParse(text, out var document))
        {
            return cells.Day(LedgerColumns.Answer, _ => { }) is { } day ? new LedgerAnswer(null, day, null) : new LedgerAnswer(null, null, text);
        }

        if (document.IsOfParty)
        {
            cells.Warn("import.partyDocument", LedgerColumns.Answer, document.ToString());

            return new LedgerAnswer(document.ToString(), document.Date, null);
        }

        return new LedgerAnswer(document.ToString(), document.Date, OnlyReference().IsMatch(text) ? null : text);
    }

    private static LedgerPerson? Person(LedgerCells cells)
    {
        var (name, address, phone) = (cells.Text(LedgerColumns.Sender), cells.Text(LedgerColumns.SenderAddress), cells.Text(LedgerColumns.SenderPhone));
        if (name is not null && address is null && name.IndexOfAny([',', ';', '\n']) is var cut and > 0)
        {
            (name, address) = (name[..cut].Trim(), name[(cut + 1)..].Trim());
        }

        if (phone is null && address is not null && Telephone().Match(address) is { Success: true } match)
        {
            (phone, address) = (match.Value, address.Remove(match.Index, match.Length).Trim(' ', ',', ';', '-', '\n'));
        }

        return name is null && address is null && phone is null ? null : new LedgerPerson(name, address is "" ? null : address, phone);
    }

    private static PetitionSource SourceOf(string written)
    {
        var words = VietnameseText.Fold(written);
        bool Says(params string[] any) => any.Any(w => words.Contains(w, StringComparison.Ordinal));

        return Says("txct", "tiep xuc") ? PetitionSource.VoterMeeting
            : Says("mttq", "mat tran") ? PetitionSource.Front
            : Says("truc tuyen", "dien tu", "zalo", "cong thong tin", "ung dung", "website") ? PetitionSource.Online
            : words.StartsWith("don", StringComparison.Ordinal) || words.StartsWith("thu ", StringComparison.Ordinal) ? PetitionSource.Letter
            : Says("tiep cong dan", "truc tiep") ? PetitionSource.Direct
            : Says("ky hop", "cu tri") ? PetitionSource.VoterMeeting
            : PetitionSource.Other;
    }

    [GeneratedRegex(@"^(các )?(kiến nghị )?(thuộc )?(về )?(lĩnh vực|ban)\s*:?\s+(của )?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Committee();

    [GeneratedRegex(@"thẩm quyền( giải quyết| xử lý)?( của)?( các)?( cấp)?\s+(?<level>.+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex OfAuthority();

    [GeneratedRegex(@"^\s*(công văn|văn bản|báo cáo|cv|vb|bc|số)*[\s:.]*(số)?\s*[0-9]+[a-zđ]?\s?[/-]\s?\S+(\s*,?\s*\(?(ngày)?\s*[0-9./\- ]+\)?|\s*,?\s*ngày[^\n]{0,30}năm [0-9]{4})?[\s.;]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex OnlyReference();

    [GeneratedRegex(@"(?<![0-9])(\+?84|0)[0-9. ]{8,12}(?![0-9])", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Telephone();
}

/// <summary>The number of a session in words: "kỳ họp thứ 2", "kỳ họp thứ nhất".</summary>
internal static partial class SessionNumber
{
    private static readonly string[] InWords = ["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];

    public static int? In(string? written)
    {
        if (written is null || Session().Match(VietnameseText.Fold(written)) is not { Success: true } match)
        {
            return null;
        }

        var number = match.Groups["n"].Value;

        return int.TryParse(number, out var digits) ? digits : Array.IndexOf(InWords, number) is var at and >= 0 ? at + 1 : null;
    }

    [GeneratedRegex(@"ky hop( thu)? (?<n>[0-9]{1,2}|nhat|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Session();
}

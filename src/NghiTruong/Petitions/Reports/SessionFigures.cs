using NghiTruong.Councils;

namespace NghiTruong.Petitions.Reports;

/// <summary>
/// What the papers of a session say, on one day: counted figures, the matters named in them, and the names they are written with. Kept as it was with each
/// paper on the signing path, so that a signed report never says something else later. Names no voter.
/// </summary>
public sealed record SessionFigures
{
    public required Guid CouncilId { get; init; }

    public required Tier Tier { get; init; }

    /// <summary><c>HĐND xã Bản Mẫu</c>.</summary>
    public required string Council { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary><c>Kỳ họp thứ 2</c>.</summary>
    public required string Session { get; init; }

    /// <summary><c>2026-2031</c>.</summary>
    public required string Term { get; init; }

    public required int Number { get; init; }

    public required DateOnly OpensOn { get; init; }

    /// <summary>The day of the figures.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Voter meetings recorded for the session, and how many voters came where it was counted.</summary>
    public required int Meetings { get; init; }

    public required long MeetingVoters { get; init; }

    public required long Total { get; init; }

    public required long Opinions { get; init; }

    public required long OnTheDesk { get; init; }

    public required long WithAgency { get; init; }

    public required long Answered { get; init; }

    public required long ExplainedOnTheSpot { get; init; }

    public required long Overdue { get; init; }

    public required long RaisedAgain { get; init; }

    /// <summary>Petitions on which a committee verified what UBND reports.</summary>
    public required long Verified { get; init; }

    /// <summary>Petitions whose voters were told.</summary>
    public required long Told { get; init; }

    /// <summary>By outcome: keys as in <see cref="PetitionFigures.ByOutcome"/>.</summary>
    public required IReadOnlyDictionary<string, long> ByOutcome { get; init; }

    public required FigureTable ByField { get; init; }

    public required FigureTable ByAuthority { get; init; }

    public required FigureTable ByAgency { get; init; }

    /// <summary>Nổi cộm.</summary>
    public required long PressingCount { get; init; }

    /// <summary>The oldest of them, as many as a report names.</summary>
    public required IReadOnlyList<NamedMatter> Pressing { get; init; }

    /// <summary>How the petitions of the session before stand now; null where there was none.</summary>
    public PreviousFigures? Previous { get; init; }

    /// <summary>Tồn đọng: not done, raised for earlier sessions.</summary>
    public required long Backlog { get; init; }

    public required IReadOnlyDictionary<string, long> BacklogByOutcome { get; init; }

    /// <summary>The longest open of them, as many as a report names.</summary>
    public required IReadOnlyList<NamedMatter> LongestOpen { get; init; }

    /// <summary>What had to be sent to somebody.</summary>
    public long ToSend => Total - ExplainedOnTheSpot;

    public long Sent => WithAgency + Answered;

    /// <summary>Not done, of this session: the voters still wait.</summary>
    public long NotDone => Total - ByOutcome["settled"] - ByOutcome["explained"];

    /// <summary>Nothing to report on: no petition, no opinion, nothing from before.</summary>
    public bool IsEmpty => Total + Opinions + Backlog + (Previous?.Total ?? 0) == 0;

    /// <summary><c>xã Bản Mẫu</c>, as sentences name the place.</summary>
    public string Unit => Council.StartsWith("HĐND ", StringComparison.Ordinal) ? Council["HĐND ".Length..] : Council;

    /// <summary><c>2026 - 2031</c>.</summary>
    public string TermInText => Term.Replace("-", " - ", StringComparison.Ordinal);
}

/// <summary>The petitions of the session before, as they stand now.</summary>
/// <param name="Key">Term and number.</param>
public sealed record PreviousFigures(string Session, string Key, long Total, IReadOnlyDictionary<string, long> ByOutcome);

/// <summary>A table of the summary as papers keep it: the same rows and figures, without the lists behind them.</summary>
public sealed record FigureTable(IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows, FigureRow Total)
{
    public static FigureTable Of(ReportTable? table) =>
        table is null ? new FigureTable([], [], new FigureRow("", "", [])) : new FigureTable(table.Columns, [.. table.Rows.Select(Row)], Row(table.Total));

    private static FigureRow Row(ReportRow row) => new(row.Key, row.Name, [.. row.Cells.Select(c => c.N)]);
}

/// <summary>A row of a table kept with a paper.</summary>
public sealed record FigureRow(string Key, string Name, IReadOnlyList<long> N)
{
    public long All => N.Count > 0 ? N[0] : 0;
}

/// <summary>A petition that a report names.</summary>
/// <param name="Said">Why it is pressing; since which session it is open.</param>
public sealed record NamedMatter(string Code, string Content, string? Place, string? Agency, string? Said);

namespace NghiTruong.Coverage;

/// <summary>How long a period lasts in which something is to be done.</summary>
public enum CoverageCadence
{
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>Who may have something to do in a period. Whoever keeps them registers a <see cref="CoverageSubjectSource"/>.</summary>
public static class CoverageSubjects
{
    public const string Delegate = "delegate";

    public const string Council = "council";

    public const string Body = "body";
}

/// <summary>
/// Something that each subject is to do in each period: every delegate is trained once a year, every committee holds two supervisions a year. A room registers its own by
/// <c>services.AddCoverage(new CoverageKind(…))</c>, names it by the text <c>coverage.{Code}</c> and says inside its operations when it was done (<see cref="CoverageBook.AddAsync"/>).
/// </summary>
/// <param name="Code">Stable, <c>delegate.trained</c>; at most 30 characters.</param>
/// <param name="Subject">One of <see cref="CoverageSubjects"/>.</param>
/// <param name="Needed">How often, where no administrator has said otherwise (catalogue <see cref="CoverageCatalogue"/>).</param>
/// <param name="Basis">Law, article or document it rests on, in Vietnamese.</param>
public sealed record CoverageKind(string Code, string Subject, CoverageCadence Cadence, int Needed, string Basis)
{
    /// <summary>
    /// A statement over the room's own records with the columns <c>subject_id</c>, <c>day</c>, <c>n</c>, for both engines: what was done before a subject was seated is counted by it, and a
    /// recount finds what passed by.
    /// </summary>
    public required string Acts { get; init; }

    /// <summary>Of bodies: only those of this kind (<c>Committee</c>). Null for all.</summary>
    public string? Group { get; init; }

    /// <summary>Only councils, and subjects of councils, of these tiers; empty for all.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>How it stands in the counts.</summary>
    public string CountKind => CoverageBook.CountPrefix + Code;

    public bool Takes(CoverageSubject subject) =>
        subject.Kind == Subject && (Group is null || Group == subject.Group) && (Tiers.Count == 0 || Tiers.Contains(subject.Tier));
}

/// <summary>Somebody or something that is counted upon: a delegate who sits, a council that runs, a body that stands.</summary>
/// <param name="Kind">One of <see cref="CoverageSubjects"/>.</param>
/// <param name="Tier">Name of the council's tier.</param>
/// <param name="Group">What figures are split by: <c>FullTime</c>, <c>Committee</c>; or empty.</param>
public sealed record CoverageSubject(string Kind, Guid Id, Guid CouncilId, Guid ProvinceId, string Tier, string Name, string SortKey, string Group);

/// <summary>
/// Where subjects lie: a statement with the columns <c>subject_id, council_id, province_id, tier, name, sort_key, grp</c> whose only parameter, <c>{0}</c>, is a day: those who stand on it.
/// </summary>
public sealed record CoverageSubjectSource(string Kind, string Sql);

/// <summary>A period of a cadence, both days included.</summary>
public sealed record CoveragePeriod(DateOnly From, DateOnly To)
{
    /// <summary>The one that holds a day. Pure.</summary>
    public static CoveragePeriod Of(CoverageCadence cadence, DateOnly day)
    {
        var months = cadence switch { CoverageCadence.Month => 1, CoverageCadence.Quarter => 3, CoverageCadence.HalfYear => 6, _ => 12 };
        var from = new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1);

        return new CoveragePeriod(from, from.AddMonths(months).AddDays(-1));
    }
}

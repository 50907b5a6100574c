using NghiTruong.Accounts;
using NghiTruong.Coverage;

namespace NghiTruong.Indicators;

/// <summary>A property of counted records by which an indicator may choose them.</summary>
/// <param name="Dimension">Dimension of the counts that carries it: <c>field</c>, <c>authority</c>, <c>status</c>, <c>outcome</c>.</param>
/// <param name="Values">Values there are; named by the text <c>{Texts}{value}</c>.</param>
public sealed record CountedDimension(string Dimension, string Texts, IReadOnlyList<string> Values);

/// <summary>
/// Records of a room that indicators may count. A room registers its kinds with <c>services.AddSingleton(new CountedRecords(…))</c> and names them by the text <c>counted.{Code}</c>, their
/// dimensions by <c>counted.{Code}.{dimension}</c>.
/// </summary>
/// <param name="Kind">Kind of the counts, <c>Petition</c>.</param>
/// <param name="Code">Part of the texts.</param>
/// <param name="Subject">Kind of record as links name it, <c>petition</c>.</param>
/// <param name="Sql">
/// One row a record, for both engines: <c>id, code, title, council_id, province_id, day, field, authority, status, outcome</c> as the counts have them; empty where the records behind are
/// read elsewhere.
/// </param>
public sealed record CountedRecords(string Kind, string Code, string Subject, string Sql)
{
    /// <summary>Where the person may read such records in their own room: figures flow up the tiers, records only as far as the room lets them.</summary>
    public required Func<Acting, Scope> ReadBy { get; init; }

    public IReadOnlyList<CountedDimension> Dimensions { get; init; } = [];

    /// <summary>What a kind of coverage offers: done or not, by group.</summary>
    internal static CountedRecords Of(CoverageKind kind) => new(kind.CountKind, $"coverage.{kind.Code}", kind.Subject, "")
    {
        ReadBy = acting => acting.ScopeOf<ReadIndicators>(),
        Dimensions = [new("outcome", "coverage.outcome.", [CoverageBook.Covered, CoverageBook.Missing]), .. Groups(kind)],
    };

    private static IEnumerable<CountedDimension> Groups(CoverageKind kind) => kind.Subject == CoverageSubjects.Delegate ? [new("field", "coverage.group.", ["FullTime", "PartTime"])] : [];
}

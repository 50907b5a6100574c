using System.Globalization;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Resolutions;

/// <summary>
/// Điều, khoản cần theo dõi: what a place of the resolution asks of whom, by a day or again and again. Once it has an agency and a term, its tasks arise: one for a day, one each
/// period for a cadence.
/// </summary>
public sealed class ResolutionClause : ICouncilRecord, IVersioned, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>DKNQ-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required Guid ResolutionId { get; init; }

    /// <summary><c>Điều 3 khoản 2</c>.</summary>
    public required string Place { get; set; }

    public required string Content { get; set; }

    public Guid? AgencyId { get; set; }

    public string? Product { get; set; }

    /// <summary>Null while it is only noted.</summary>
    public ClauseCadence? Cadence { get; private set; }

    /// <summary>The day of a clause to be done once.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The first period is the one of this day.</summary>
    public DateOnly? FollowedFrom { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndedBecause { get; private set; }

    public int Version { get; private set; }

    public Guid SubjectId => ResolutionId;

    public bool IsFollowed => Cadence is not null && EndedOn is null;

    public void Follow(Guid agency, string? product, ClauseCadence cadence, DateOnly? due, DateOnly from) =>
        (AgencyId, Product, Cadence, DueOn, FollowedFrom) = (agency, product ?? Product, cadence, due, from);

    /// <summary>Another day for a clause to be done once.</summary>
    public void MoveDue(DateOnly due) => DueOn = due;

    public void End(DateOnly on, string? because) => (EndedOn, EndedBecause) = (on, because);
}

/// <summary>Periods of a cadence, pure.</summary>
public static class ClausePeriod
{
    /// <summary>The period a day lies in, <c>2026-Q3</c>, <c>2026-H2</c>, <c>2026</c>, and its last day.</summary>
    public static (string Name, DateOnly Last) Of(ClauseCadence cadence, DateOnly day)
    {
        var months = cadence switch
        {
            ClauseCadence.Quarter => 3,
            ClauseCadence.HalfYear => 6,
            _ => 12,
        };
        var ordinal = (day.Month + months - 1) / months;
        var last = new DateOnly(day.Year, ordinal * months, DateTime.DaysInMonth(day.Year, ordinal * months));
        var name = cadence switch
        {
            ClauseCadence.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{ordinal}"),
            ClauseCadence.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-H{ordinal}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}"),
        };

        return (name, last);
    }

    /// <summary>Every period from the one of a day to the one of another.</summary>
    public static IEnumerable<(string Name, DateOnly Last)> Between(ClauseCadence cadence, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to;)
        {
            var period = Of(cadence, day);
            yield return period;
            day = period.Last.AddDays(1);
        }
    }
}

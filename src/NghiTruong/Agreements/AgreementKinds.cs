using System.Globalization;
using NghiTruong.Councils;

namespace NghiTruong.Agreements;

/// <summary>What the parties signed.</summary>
public enum AgreementKind
{
    /// <summary>Quy chế phối hợp.</summary>
    Regulation,

    /// <summary>Quy trình phối hợp.</summary>
    Procedure,

    /// <summary>Chương trình phối hợp.</summary>
    Programme,
}

/// <summary>Where an agreement stands on a day.</summary>
public enum AgreementState
{
    NotYet,
    InForce,

    /// <summary>Its last day is past, and nobody has renewed or ended it.</summary>
    Expired,

    /// <summary>Chấm dứt.</summary>
    Ended,

    /// <summary>Another one took its place.</summary>
    Renewed,
}

/// <summary>Who a party is.</summary>
public enum PartyKind
{
    /// <summary>A body of the council itself.</summary>
    Body,

    /// <summary>One of the council's list of agencies: UBND, the Front, organisations, courts.</summary>
    Agency,

    /// <summary>Another council.</summary>
    Council,

    /// <summary>Named as signed; stands in no list.</summary>
    Other,
}

/// <summary>How often a duty falls due.</summary>
public enum DutyCadence
{
    Month,
    Quarter,
    HalfYear,
    Year,

    /// <summary>Before each regular session of the council.</summary>
    RegularSession,
}

/// <summary>Where one period's share of a duty stands.</summary>
public enum AgreementTaskState
{
    Following,

    /// <summary>Done, with the document that proves it.</summary>
    Done,

    /// <summary>Its duty or its agreement ended first.</summary>
    LetGo,
}

/// <summary>Periods of duties, pure.</summary>
public static class DutyPeriod
{
    /// <summary>The period a day lies in, <c>2026-10</c>, <c>2026-Q4</c>, <c>2026-H2</c>, <c>2026</c>, and its last day. A session is no period of the calendar.</summary>
    public static (string Name, DateOnly Last) Of(DutyCadence cadence, DateOnly day)
    {
        var months = cadence switch
        {
            DutyCadence.Month => 1,
            DutyCadence.Quarter => 3,
            DutyCadence.HalfYear => 6,
            _ => 12,
        };
        var ordinal = (day.Month + months - 1) / months;
        var last = new DateOnly(day.Year, ordinal * months, DateTime.DaysInMonth(day.Year, ordinal * months));
        var name = cadence switch
        {
            DutyCadence.Month => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM}"),
            DutyCadence.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{ordinal}"),
            DutyCadence.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-H{ordinal}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}"),
        };

        return (name, last);
    }

    /// <summary>Every period from the one of a day to the one of another.</summary>
    public static IEnumerable<(string Name, DateOnly Last)> Between(DutyCadence cadence, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to;)
        {
            var period = Of(cadence, day);
            yield return period;
            day = period.Last.AddDays(1);
        }
    }
}

/// <summary>Human codes: letters, council's code at birth, year, number.</summary>
public static class AgreementCode
{
    public const string Agreement = "QCPH";
    public const string Task = "VPH";

    public static string Series(string letters, Council council, int year) => string.Create(CultureInfo.InvariantCulture, $"{letters}-{council.Code}-{year:0000}");

    public static string Of(string series, int number) => string.Create(CultureInfo.InvariantCulture, $"{series}-{number:00000}");
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Supervision.Briefings;

/// <summary>How often a body holds its briefing.</summary>
public enum BriefingEvery
{
    Month,
    Quarter,
}

/// <summary>Chế độ giao ban of a body, from a day on: the working rules of the council say how often (Law 87/2015 Art 75.4: the Standing Committee with committee heads every quarter).</summary>
public sealed class BriefingCadence : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid BodyId { get; init; }

    public required BriefingEvery Every { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; set; }

    /// <summary>Number of the rule that says so.</summary>
    public string? Basis { get; init; }

    public Guid SubjectId => BodyId;
}

/// <summary>One briefing (giao ban) of a body in a period: planned from the cadence, held with minutes, or missing from the day after its period.</summary>
public sealed class Briefing : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>GB-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required Guid BodyId { get; init; }

    /// <summary><c>2026-10</c>, <c>2026-Q4</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary><see cref="DueOn"/> until it is held or excused.</summary>
    public DateOnly? OwedBy { get; private set; }

    public DateOnly? HeldOn { get; private set; }

    public string? Place { get; private set; }

    /// <summary>Who chaired.</summary>
    public string? Chair { get; private set; }

    public string? Minutes { get; private set; }

    /// <summary>Why there is none in this period, by which paper.</summary>
    public string? ExcusedBecause { get; private set; }

    public int Version { get; private set; }

    public void Plan() => OwedBy = DueOn;

    public void Hold(DateOnly on, string? place, string? chair, string minutes)
    {
        (HeldOn, Place, Chair, Minutes) = (on, place, chair, minutes);
        OwedBy = null;
    }

    public void Excuse(string because)
    {
        ExcusedBecause = because;
        OwedBy = null;
    }
}

/// <summary>Periods of briefings, pure.</summary>
public static class BriefingPeriod
{
    /// <summary>The period a day lies in, and its last day.</summary>
    public static (string Name, DateOnly Last) Of(BriefingEvery every, DateOnly day)
    {
        var lastMonth = every == BriefingEvery.Month ? day.Month : ((day.Month + 2) / 3) * 3;
        var last = new DateOnly(day.Year, lastMonth, DateTime.DaysInMonth(day.Year, lastMonth));

        return (every == BriefingEvery.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM}")
            : string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{lastMonth / 3}"), last);
    }

    /// <summary>Every period from the one of a day to the one of another.</summary>
    public static IEnumerable<(string Name, DateOnly Last)> Between(BriefingEvery every, DateOnly from, DateOnly to)
    {
        for (var day = from; ;)
        {
            var period = Of(every, day);
            yield return period;
            if (period.Last >= to)
            {
                yield break;
            }

            day = period.Last.AddDays(1);
        }
    }
}

internal sealed class BriefingMapping : IEntityTypeConfiguration<Briefing>, IEntityTypeConfiguration<BriefingCadence>
{
    public void Configure(EntityTypeBuilder<Briefing> builder)
    {
        builder.Property(b => b.Code).HasMaxLength(40);
        builder.Property(b => b.Period).HasMaxLength(10);
        builder.HasIndex(b => b.Code).IsUnique();
        // One briefing of a body in a period, whichever node planned it.
        builder.HasIndex(b => new { b.BodyId, b.Period }).IsUnique();
        builder.HasIndex(b => new { b.CouncilId, b.DueOn });
        builder.HasIndex(b => new { b.ProvinceId, b.OwedBy });
    }

    public void Configure(EntityTypeBuilder<BriefingCadence> builder)
    {
        builder.Ignore(c => c.SubjectId);
        builder.HasIndex(c => c.CouncilId);
    }
}

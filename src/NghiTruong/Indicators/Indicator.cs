using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Coverage;
using NghiTruong.Database;

namespace NghiTruong.Indicators;

/// <summary>
/// An indicator as a definition: what counts, over what base, in which period, at which tiers, against which target, by which rule. Those of the house come from files (one each, in
/// <c>Shipped/</c>); a province's administrator makes more in the browser.
/// </summary>
public sealed class Indicator : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary><c>delegate.trained</c>; of one made here <c>CS-26-003</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The council that made it; null for those of the house.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>The province (unit) it is for, with all below it; null for the whole nation.</summary>
    public Guid? ProvinceId { get; init; }

    public required string Vietnamese { get; set; }

    public required string English { get; set; }

    /// <summary>What is counted over what, in a sentence.</summary>
    public required string Meaning { get; set; }

    public required string MeaningEnglish { get; set; }

    /// <summary>Where it comes from: <c>SeedA</c>, <c>SeedB</c>, <c>Frame</c>, <c>Own</c>.</summary>
    public required IndicatorGroup Group { get; set; }

    /// <summary><see cref="MeasureRule"/> in JSON.</summary>
    public required string RuleJson { get; set; }

    public required CoverageCadence Cadence { get; set; }

    /// <summary>Percent to be reached where no administrator has said otherwise; null where none is set.</summary>
    public int? Target { get; set; }

    /// <summary>Law, article or document, in Vietnamese.</summary>
    public required string Basis { get; set; }

    public required int Order { get; set; }

    /// <summary>Last day it was asked for; what was known of it stays.</summary>
    public DateOnly? RetiredOn { get; set; }

    public int Version { get; private set; }

    public bool IsShipped => CouncilId is null;

    public MeasureRule Rule => new Measure { Code = Code, RuleJson = RuleJson }.Rule;

    public string NameIn(CultureInfo language) => language.TwoLetterISOLanguageName == "en" ? English : Vietnamese;

    public string MeaningIn(CultureInfo language) => language.TwoLetterISOLanguageName == "en" ? MeaningEnglish : Meaning;

    /// <summary>The period that holds a day, cut at today: what is yet to come counts for nobody.</summary>
    public DaySpan DaysOf(DateOnly day, DateOnly today)
    {
        var period = CoveragePeriod.Of(Cadence, day);

        return new DaySpan(period.From, period.To > today && period.From <= today ? today : period.To);
    }
}

/// <summary>Where an indicator comes from.</summary>
public enum IndicatorGroup
{
    /// <summary>Chỉ tiêu của Đề án (bài về Hà Nội).</summary>
    SeedA,

    /// <summary>Điều hội nghị Si Ma Cai nêu.</summary>
    SeedB,

    /// <summary>Khung chỉ tiêu hoạt động HĐND nhiệm kỳ 2026-2031.</summary>
    Frame,

    /// <summary>Của địa phương.</summary>
    Own,
}

/// <summary>What was known of an indicator at a place on a day; a day without a row knew what the day before it knew.</summary>
public sealed class IndicatorSnapshot
{
    public required string Indicator { get; init; }

    /// <summary>As of <see cref="MeasureCell.Place"/>.</summary>
    public required Guid Place { get; init; }

    public required DateOnly PeriodFrom { get; init; }

    public required DateOnly Day { get; init; }

    public required long Numerator { get; init; }

    public required long Denominator { get; init; }
}

/// <summary>The middle one of all councils of a tier, counted anew a few times an hour.</summary>
public sealed class IndicatorMedian
{
    public required string Indicator { get; init; }

    public required Tier Tier { get; init; }

    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Percent, two decimals.</summary>
    public required decimal Median { get; set; }

    /// <summary>How many councils have something to count.</summary>
    public required int Councils { get; set; }
}

internal sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>, IEntityTypeConfiguration<IndicatorSnapshot>, IEntityTypeConfiguration<IndicatorMedian>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.Ignore(i => i.Rule);
        builder.Ignore(i => i.IsShipped);
        builder.Property(i => i.Code).HasMaxLength(60);
        builder.HasIndex(i => i.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IndicatorSnapshot> builder)
    {
        builder.HasKey(s => new { s.Place, s.Indicator, s.PeriodFrom, s.Day });
        builder.Property(s => s.Indicator).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<IndicatorMedian> builder)
    {
        builder.HasKey(m => new { m.Indicator, m.Tier, m.PeriodFrom });
        builder.Property(m => m.Indicator).HasMaxLength(60);
        builder.Property(m => m.Median).HasPrecision(5, 2);
    }
}

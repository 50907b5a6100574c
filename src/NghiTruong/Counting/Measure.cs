using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NghiTruong.Counting;

/// <summary>A dimension and the values taken: <c>status: Closed, Answered</c>. The dimension is <c>field</c>, <c>authority</c>, <c>status</c> or <c>outcome</c>.</summary>
public sealed record MeasureCondition(string Dimension, IReadOnlyList<string> Values);

/// <summary>What a measure counts: of the records of these kinds that meet the base's conditions, those that meet the others too.</summary>
public sealed record MeasureRule(IReadOnlyList<string> Kinds, IReadOnlyList<MeasureCondition> Base, IReadOnlyList<MeasureCondition> Counted)
{
    private static readonly string[] Dimensions = [CountDimensions.Field, CountDimensions.Authority, CountDimensions.Status, "outcome"];

    /// <summary>Names of code only: letters, digits, dot, dash, underscore. What else is typed never reaches a statement.</summary>
    public bool IsSound =>
        Kinds.Count > 0 && Kinds.All(IsName) && Base.Concat(Counted).All(c => Dimensions.Contains(c.Dimension) && c.Values.Count > 0 && c.Values.All(v => v.Length == 0 || IsName(v)));

    private static bool IsName(string text) => text.Length is > 0 and <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}

/// <summary>
/// A named ratio kept up to date as records change, for every council, province and the nation: numerator and denominator by month. A reader touches a few rows however many records there are.
/// </summary>
public sealed class Measure
{
    public required string Code { get; init; }

    /// <summary><see cref="MeasureRule"/> in JSON.</summary>
    public required string RuleJson { get; set; }

    /// <summary>Its cells hold what the lines hold: only then does folding add to them.</summary>
    public bool IsBuilt { get; set; }

    public MeasureRule Rule => JsonSerializer.Deserialize<MeasureRule>(RuleJson)!;

    public static string Write(MeasureRule rule) => JsonSerializer.Serialize(rule);
}

/// <summary>A measure's two numbers of one place: a council, province or nation by month, a province or nation by day too.</summary>
public sealed class MeasureCell
{
    public required string Measure { get; init; }

    /// <summary>The council; unit of the province; the empty id for the nation.</summary>
    public required Guid Place { get; init; }

    /// <summary><c>M</c> for a month, <c>D</c> for a day.</summary>
    public required string Grain { get; init; }

    /// <summary>First day of the month, or the day.</summary>
    public required DateOnly Period { get; init; }

    public required long Numerator { get; init; }

    public required long Denominator { get; init; }
}

internal sealed class MeasureMapping : IEntityTypeConfiguration<Measure>, IEntityTypeConfiguration<MeasureCell>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.HasKey(m => m.Code);
        builder.Ignore(m => m.Rule);
        builder.Property(m => m.Code).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<MeasureCell> builder)
    {
        builder.HasKey(c => new { c.Place, c.Measure, c.Grain, c.Period });
        builder.HasIndex(c => new { c.Measure, c.Grain, c.Period });
        builder.Property(c => c.Measure).HasMaxLength(60);
        builder.Property(c => c.Grain).HasMaxLength(1);
    }
}

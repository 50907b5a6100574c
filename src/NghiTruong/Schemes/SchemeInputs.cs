using System.ComponentModel.DataAnnotations;

namespace NghiTruong.Schemes;

/// <summary>A document as it is entered or corrected.</summary>
public sealed record SchemeInput
{
    /// <summary>Given by the page or program that asks, so that an entry sent twice makes one.</summary>
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    public SchemeKind Kind { get; init; }

    [StringLength(60)]
    public required string Number { get; init; }

    [StringLength(500)]
    public required string Title { get; init; }

    public DateOnly IssuedOn { get; init; }

    [StringLength(200)]
    public required string IssuedBy { get; init; }

    [Range(1990, 2099)]
    public int PeriodFrom { get; init; }

    [Range(1990, 2099)]
    public int PeriodTo { get; init; }

    /// <summary>Code of the document it carries out.</summary>
    [StringLength(60)]
    public string? Parent { get; init; }
}

/// <summary>The target of a year.</summary>
public sealed record GoalInput(int Year, decimal Goal);

/// <summary>An objective, target or solution as it is entered or corrected.</summary>
public sealed record NodeInput
{
    public Guid? Id { get; init; }

    public NodeKind Kind { get; init; }

    [StringLength(1000)]
    public required string Title { get; init; }

    /// <summary>Code of the node of the same document it stands under.</summary>
    [StringLength(60)]
    public string? Parent { get; init; }

    /// <summary>Code of the upper council's node it counts into.</summary>
    [StringLength(60)]
    public string? Upper { get; init; }

    public NodeMeasure Measure { get; init; }

    [StringLength(60)]
    public string? Unit { get; init; }

    public NodeDirection Direction { get; init; }

    public bool SumsBelow { get; init; }

    public decimal? Baseline { get; init; }

    [Range(1990, 2099)]
    public int? BaselineYear { get; init; }

    public Guid? OwnerAgencyId { get; init; }

    public Guid? OwnerBodyId { get; init; }

    [StringLength(200)]
    public string? OwnerName { get; init; }

    [StringLength(300)]
    public string? DataSource { get; init; }

    public IReadOnlyList<GoalInput> Goals { get; init; } = [];

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

/// <summary>What a node has come to in a period.</summary>
/// <param name="Period"><c>2026</c>, <c>2026-1</c>.</param>
/// <param name="AsOf">Today, or the last day of a period that is over, where it is left out.</param>
/// <param name="Version">Version of the figure that stood in the form; null for a new one or where the caller does not say.</param>
public sealed record ProgressInput(
    [property: StringLength(8)] string Period, decimal? Numerator, decimal? Denominator, decimal? Value, DateOnly? AsOf = null, [property: StringLength(300)] string? Source = null, int? Version = null);

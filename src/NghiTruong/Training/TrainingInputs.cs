using System.ComponentModel.DataAnnotations;
using NghiTruong.Delegates;

namespace NghiTruong.Training;

/// <summary>A line of the yearly plan.</summary>
public sealed record PlanItemInput
{
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [Range(2016, 2100)]
    public required int Year { get; init; }

    [StringLength(500)]
    public required string Subject { get; init; }

    public TrainingAudience Audience { get; init; }

    [Range(1, 100_000)]
    public int? People { get; init; }

    [Range(1, 12)]
    public int? Month { get; init; }

    public long? Budget { get; init; }

    public bool ForCommunes { get; init; }

    [StringLength(120)]
    public string? Document { get; init; }
}

/// <summary>A class as it is opened or corrected.</summary>
public sealed record TrainingInput
{
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [StringLength(500)]
    public required string Subject { get; init; }

    public TrainingFormat Format { get; init; }

    public TrainingAudience Audience { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Null: the first day.</summary>
    public DateOnly? Until { get; init; }

    [StringLength(300)]
    public string? Place { get; init; }

    [StringLength(300)]
    public string? Trainer { get; init; }

    [StringLength(4000)]
    public string? Content { get; init; }

    public bool ForCommunes { get; init; }

    public Guid? PlanItemId { get; init; }

    [StringLength(120)]
    public string? Document { get; init; }

    public int? Version { get; init; }
}

/// <summary>Whom to enrol.</summary>
public sealed record EnrolInput
{
    public EnrolWhom Whom { get; init; }

    /// <summary>Only delegates of these councils; empty for all the class is for.</summary>
    public IReadOnlyList<Guid> Councils { get; init; } = [];

    public Guid? GroupId { get; init; }

    public PostKind? Post { get; init; }

    public IReadOnlyList<Guid> Delegates { get; init; } = [];

    /// <summary>No more than so many: those not yet trained this year first, full-timers before others.</summary>
    [Range(1, 100_000)]
    public int? Most { get; init; }
}

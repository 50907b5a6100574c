using System.ComponentModel.DataAnnotations;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>A roll-out as it is opened.</summary>
public sealed record RollOutInput
{
    public Guid? Id { get; init; }

    [StringLength(300)]
    public required string Title { get; init; }

    public RollOutTopic Topic { get; init; } = RollOutTopic.Plan;

    public RollOutReach Reach { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool CountsCells { get; init; }

    /// <summary>Names of its steps in their order; none takes issued, disseminated, done.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>For <see cref="RollOutReach.ChosenCouncils"/>: the councils.</summary>
    public IReadOnlyList<Guid> Councils { get; init; } = [];
}

/// <summary>A step of a unit that is done.</summary>
public sealed record StepDoneInput(Guid TaskId, DateOnly? On = null, [property: StringLength(60)] string? Number = null);

/// <summary>Totals of a unit's Party committee.</summary>
public sealed record CellsInput([property: Range(0, 100_000)] int? Cells, [property: Range(0, 100_000)] int? CellsReached, [property: Range(0, 1_000_000)] int? Members, [property: Range(0, 1_000_000)] int? MembersReached, int? Version = null);

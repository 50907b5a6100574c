using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>Whom a plan must reach.</summary>
public enum RollOutReach
{
    /// <summary>Every commune council of the province.</summary>
    AllCommunes,

    /// <summary>Councils named one by one.</summary>
    ChosenCouncils,

    /// <summary>Committees and delegate groups of the council itself.</summary>
    Committees,
}

/// <summary>What is rolled out, so that the same is counted everywhere.</summary>
public enum RollOutTopic
{
    /// <summary>Cấp ủy ban hành văn bản lãnh đạo, chỉ đạo hoạt động của HĐND.</summary>
    PartyDocument,

    /// <summary>Kế hoạch quán triệt, triển khai.</summary>
    Plan,

    Other,
}

/// <summary>A plan or scheme that must reach every unit: what is to be done, by whom, by when.</summary>
public sealed class RollOut : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required Tier Tier { get; init; }

    public required Guid SchemeId { get; init; }

    /// <summary><c>TK-96-2026-0002</c>.</summary>
    public required string Code { get; init; }

    public required string Title { get; set; }

    public required RollOutTopic Topic { get; init; }

    public required RollOutReach Reach { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Of each unit's Party committee the number of cells and members, and of those reached, is asked too: totals, never lists.</summary>
    public bool CountsCells { get; init; }

    public int Version { get; private set; }
}

/// <summary>A step every unit takes: issued, disseminated, done; data of the roll-out.</summary>
public sealed class RollOutStep : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid RollOutId { get; init; }

    public required int Ordinal { get; init; }

    /// <summary>Stable code by which it is counted: <c>issued</c>, <c>disseminated</c>, <c>done</c>, or <c>step4</c>.</summary>
    public required string StepCode { get; init; }

    public required string Name { get; init; }

    public Guid SubjectId => RollOutId;
}

/// <summary>A unit the roll-out must reach. Its council owns the row and alone counts it.</summary>
public sealed class RollOutUnit : ICouncilRecord, IVersioned, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid RollOutId { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary>The committee of the council; null for a council.</summary>
    public Guid? BodyId { get; init; }

    public required string Name { get; set; }

    /// <summary>Chi bộ, đảng viên of its Party committee, and those reached.</summary>
    public int? Cells { get; set; }

    public int? CellsReached { get; set; }

    public int? Members { get; set; }

    public int? MembersReached { get; set; }

    public required DateOnly Day { get; init; }

    public int Urged { get; set; }

    public DateOnly? UrgedOn { get; set; }

    /// <summary>The letter that urged it last, where there is one.</summary>
    public Guid? UrgingLetterId { get; set; }

    /// <summary>The unit went into another one that stands here too: this row stays to be read and counts no more.</summary>
    public bool IsMerged { get; set; }

    public int Version { get; private set; }

    public Guid SubjectId => RollOutId;
}

/// <summary>A step of a unit: to be done, or done by a document and on a day.</summary>
public sealed class RollOutTask : ICouncilRecord, IVersioned, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid RollOutId { get; init; }

    public required Guid UnitRowId { get; init; }

    public required Guid StepId { get; init; }

    public required string StepCode { get; init; }

    public required RollOutTopic Topic { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required DateOnly Day { get; init; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>Number of the document that shows it.</summary>
    public string? Number { get; set; }

    public Guid? EnteredBy { get; set; }

    /// <summary>In which capacity; the upper desk enters what came on paper.</summary>
    public string? EnteredAs { get; set; }

    /// <summary>The upper council's desk entered it for the unit.</summary>
    public bool OnBehalf { get; set; }

    public bool IsMerged { get; set; }

    public int Version { get; private set; }

    public Guid SubjectId => RollOutId;
}

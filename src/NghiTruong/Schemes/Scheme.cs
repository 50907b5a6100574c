using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Schemes;

/// <summary>What a document of a Party committee is.</summary>
public enum SchemeKind
{
    /// <summary>Nghị quyết đại hội.</summary>
    CongressResolution,

    /// <summary>Chương trình.</summary>
    Programme,

    /// <summary>Đề án.</summary>
    Scheme,

    /// <summary>Kế hoạch.</summary>
    Plan,
}

/// <summary>
/// A document of a Party committee as a council follows it: kind, number, title, day, issuing committee and period. Its content is never kept: Party documents have confidentiality rules of
/// their own (domain 8.9).
/// </summary>
public sealed class Scheme : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary>Tier of the council that follows it: what a province follows its communes may read.</summary>
    public required Tier Tier { get; init; }

    /// <summary><c>DA-96-2026-0003</c>: council's code at birth, year, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    public required SchemeKind Kind { get; set; }

    /// <summary>As the document prints it: <c>15-ĐA/TU</c>.</summary>
    public required string Number { get; set; }

    public required string Title { get; set; }

    public required DateOnly IssuedOn { get; set; }

    /// <summary>Cấp ủy ban hành.</summary>
    public required string IssuedBy { get; set; }

    /// <summary>First and last year of its period.</summary>
    public required int PeriodFrom { get; set; }

    public required int PeriodTo { get; set; }

    /// <summary>The document it carries out: of the same council, or of its province's.</summary>
    public Guid? ParentId { get; set; }

    [NotInJournal]
    public string Folded { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary>"Đề án số 15-ĐA/TU" without the word of its kind.</summary>
    public string NumberAndTitle => $"{Number}: {Title}";

    public void AfterRestoring() => Fold();

    internal void Fold() => Folded = VietnameseText.Fold($"{Number} {Title} {IssuedBy} {Code}");
}

/// <summary>What a node of a document is.</summary>
public enum NodeKind
{
    /// <summary>Mục tiêu.</summary>
    Objective,

    /// <summary>Chỉ tiêu.</summary>
    Target,

    /// <summary>Nhiệm vụ, giải pháp.</summary>
    Solution,
}

/// <summary>How progress of a node is measured.</summary>
public enum NodeMeasure
{
    /// <summary>No figure: it is turned into a resolution or it is not.</summary>
    None,

    /// <summary>A numerator over a denominator, in per cent.</summary>
    Ratio,

    /// <summary>A plain figure in its unit.</summary>
    Value,
}

/// <summary>Which way is better.</summary>
public enum NodeDirection
{
    Higher,
    Lower,
}

/// <summary>Whether a node has become a resolution of the council.</summary>
public enum NodeOutcome
{
    NotConcretised,
    Concretised,

    /// <summary>Không thuộc thẩm quyền HĐND: out of the base.</summary>
    OutsideAuthority,
}

/// <summary>Where a node stands against its target.</summary>
public enum NodeStatus
{
    NoValue,

    /// <summary>A denominator of nothing: chưa có cơ sở tính.</summary>
    NoBasis,
    NotReached,
    Reached,
    Exceeded,
}

/// <summary>An objective, target or solution of a document.</summary>
public sealed class SchemeNode : ICouncilRecord, IVersioned, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required Tier Tier { get; init; }

    /// <summary><c>DA-96-2026-0003-07</c>.</summary>
    public required string Code { get; init; }

    public required int Ordinal { get; set; }

    public required NodeKind Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>The node of the same document it stands under.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>The node of the upper council's document it counts into.</summary>
    public Guid? UpperNodeId { get; set; }

    public required NodeMeasure Measure { get; set; }

    /// <summary>Đơn vị tính now; what it was before stands in <see cref="NodeUnit"/>. Per cent for a ratio.</summary>
    public string? Unit { get; set; }

    public NodeDirection Direction { get; set; }

    /// <summary>The council's own figure and those of the nodes below are added up; otherwise its own alone.</summary>
    public bool SumsBelow { get; set; }

    public decimal? Baseline { get; set; }

    public int? BaselineYear { get; set; }

    /// <summary>Who answers for it: an agency of the council's list, a body of the council, or as written.</summary>
    public Guid? OwnerAgencyId { get; set; }

    public Guid? OwnerBodyId { get; set; }

    public string? OwnerName { get; set; }

    /// <summary>Nguồn số liệu.</summary>
    public string? DataSource { get; set; }

    /// <summary>Why no resolution of the council can carry it.</summary>
    public string? OutsideBecause { get; set; }

    public NodeOutcome Outcome { get; set; }

    /// <summary>State by the latest figure of its own.</summary>
    public NodeStatus Status { get; set; }

    public DateOnly IssuedOn { get; set; }

    public int Version { get; private set; }

    public Guid SubjectId => SchemeId;
}

/// <summary>A unit of measure that a node had until another took its place: figures of both stay, dated, and are never added to each other.</summary>
public sealed class NodeUnit : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid NodeId { get; init; }

    public required string Unit { get; init; }

    /// <summary>Last day on which figures were given in it.</summary>
    public required DateOnly Until { get; init; }

    public Guid SubjectId => SchemeId;
}

/// <summary>The target of a year.</summary>
public sealed class NodeGoal : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid NodeId { get; init; }

    public required int Year { get; init; }

    public required decimal Goal { get; set; }

    public string? Unit { get; set; }

    public Guid SubjectId => SchemeId;
}

/// <summary>A resolution of the council that turns a node into what binds. The resolution stays what it is in its own room.</summary>
public sealed class NodeResolution : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid NodeId { get; init; }

    public required Guid ResolutionId { get; init; }

    public required string ResolutionCode { get; init; }

    /// <summary>Number and title when it was named.</summary>
    public required string Title { get; init; }

    public Guid SubjectId => SchemeId;
}

/// <summary>What a node had come to in a period: entered once by the council that follows it.</summary>
public sealed class NodeValue : ICouncilRecord, IVersioned, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid NodeId { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required int Year { get; init; }

    /// <summary>0 for the year, 1 or 2 for a half of it.</summary>
    public required int Half { get; init; }

    public decimal? Numerator { get; set; }

    public decimal? Denominator { get; set; }

    public decimal? Value { get; set; }

    /// <summary>In which it was given.</summary>
    public string? Unit { get; set; }

    /// <summary>Số liệu tính đến ngày.</summary>
    public required DateOnly AsOf { get; set; }

    /// <summary>Where it is from: a report by number, a register.</summary>
    public string? Source { get; set; }

    public required Guid EnteredBy { get; set; }

    public required DateTime EnteredAt { get; set; }

    public int Version { get; private set; }

    public Guid SubjectId => SchemeId;

    public Measured Measured => new(Value, Numerator, Denominator, Unit);
}

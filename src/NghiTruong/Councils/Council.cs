using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>The People's Council of a unit, across its terms. In a time without a <see cref="CouncilTerm"/> the unit has no council.</summary>
public sealed class Council : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }

    public Unit? Unit { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>Unit of the province it lies in; the unit itself for a province.</summary>
    public required Guid ProvinceId { get; set; }

    /// <summary>The unit's code when the council was born: part of every human code it gives out, so it never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Present name, <c>HĐND xã Bản Mẫu</c>: a copy for lists; the dated one is the unit's.</summary>
    public required string Name { get; set; }

    public required string Folded { get; set; }

    public required string SortKey { get; set; }

    /// <summary>Identifier code of the organ (Decision 20/2020/QĐ-TTg), where it has one.</summary>
    public string? OrganCode { get; set; }

    public List<CouncilTerm> Terms { get; init; } = [];

    public int Version { get; private set; }
}

/// <summary>A council's life in one term (nhiệm kỳ).</summary>
public sealed class CouncilTerm : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary><c>2026-2031</c>.</summary>
    public required string Term { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day, included; null while it runs.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>"Tổng số đại biểu" from a day on: the base of every majority.</summary>
public sealed class DelegateTotal : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required DateOnly From { get; init; }

    public required int Total { get; init; }

    public string? Basis { get; init; }
}

/// <summary>What a body of a council is.</summary>
public enum BodyKind
{
    StandingCommittee,
    Committee,
    DelegateGroup,
    NationalAssemblyDelegation,
}

/// <summary>A body: the Standing Committee, a committee (Ban), a delegate group (Tổ đại biểu), the province's National Assembly delegation. Law 72/2025 Art 29.</summary>
public sealed class Body : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required BodyKind Kind { get; init; }

    /// <summary>Stable within the council: <c>TT</c>, <c>KTNS</c>, <c>VHXH</c>, <c>PC</c>, <c>DT</c>, <c>TO-1</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Authority form of its documents: <c>TM. THƯỜNG TRỰC HĐND</c>.</summary>
    public string? AuthorityForm { get; set; }

    /// <summary><c>KT. CHỦ TỊCH</c> / <c>PHÓ CHỦ TỊCH</c>, one line each.</summary>
    public string? SignerTitle { get; set; }

    public string? SignerName { get; set; }

    public bool UsesCouncilSeal { get; set; } = true;

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; set; }

    public int Version { get; private set; }
}

/// <summary>Phân công theo dõi: who follows which field and area, from a day to a day, by a numbered document.</summary>
public sealed class Responsibility : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid BodyId { get; init; }

    /// <summary>The person, where one is named.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Code of the field; null for every field.</summary>
    public string? Field { get; init; }

    public string? Area { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; set; }

    public string? DocumentNumber { get; init; }
}

/// <summary>What an agency is to a council.</summary>
public enum AgencyKind
{
    /// <summary>UBND.</summary>
    PeoplesCommittee,

    /// <summary>Sở, phòng.</summary>
    Department,

    /// <summary>Ban Thường trực Ủy ban MTTQ.</summary>
    FatherlandFront,

    /// <summary>Cấp ủy, as a recipient.</summary>
    PartyCommittee,

    /// <summary>Bộ, ngành Trung ương.</summary>
    Central,

    Other,
}

/// <summary>Someone a council sends to and hears from. No agency need ever sign in.</summary>
public sealed class Agency : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>The council whose list it stands in.</summary>
    public required Guid CouncilId { get; init; }

    public required AgencyKind Kind { get; init; }

    public required string Name { get; set; }

    public required string Folded { get; set; }

    public string? ShortName { get; set; }

    /// <summary>Identifier code (Decision 20/2020/QĐ-TTg, at most 35 characters).</summary>
    public string? OrganCode { get; set; }

    public string? Email { get; set; }

    /// <summary>The UBND a department belongs to.</summary>
    public Guid? ParentId { get; set; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; set; }

    public Guid? SuccessorId { get; set; }

    public int Version { get; private set; }
}

/// <summary>Kinds of session (Law 72/2025 Art 34).</summary>
public enum SessionKind
{
    First,
    Regular,
    Thematic,
    Urgent,
}

/// <summary>A session as a dated line, until sessions get a room of their own.</summary>
public sealed class CouncilSession : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required string Term { get; init; }

    /// <summary>Runs within the term.</summary>
    public required int Number { get; init; }

    public required SessionKind Kind { get; set; }

    public required string Name { get; set; }

    public required DateOnly OpensOn { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public int Version { get; private set; }

    /// <summary>How a session stands in addresses and counts, so that "the second session" can be asked of a whole province: <c>2026-2031/2</c>.</summary>
    public string Key => KeyOf(Term, Number);

    public static string KeyOf(string term, int number) => $"{term}/{number}";
}

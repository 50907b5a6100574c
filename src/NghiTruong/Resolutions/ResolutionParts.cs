using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Resolutions;

/// <summary>What another document did to a resolution, from a day on.</summary>
public sealed class ResolutionChange : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ResolutionId { get; init; }

    public required ResolutionChangeKind Kind { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Number of the document that does it.</summary>
    public required string Number { get; init; }

    /// <summary>That document, where it stands in the register.</summary>
    public Guid? ById { get; init; }

    /// <summary>Which part: <c>khoản 2 Điều 3</c>; null for the whole.</summary>
    public string? Part { get; init; }

    public Guid SubjectId => ResolutionId;
}

/// <summary>A look of the committee in charge: what it found, and whether the resolution is still needed. Its words stay with the council.</summary>
public sealed class ResolutionLook : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ResolutionId { get; init; }

    public required DateOnly On { get; init; }

    public required LookVerdict Verdict { get; init; }

    public required string Found { get; init; }

    /// <summary>Why it is to be amended, replaced, repealed.</summary>
    public string? Reason { get; init; }

    /// <summary>The body that looked.</summary>
    public required string By { get; init; }

    public Guid SubjectId => ResolutionId;
}

/// <summary>Báo cáo tình hình thực hiện nghị quyết of the UBND or an agency, by its own hand or on paper.</summary>
public sealed class ResolutionReport : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    /// <summary><c>BCNQ-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required Guid ResolutionId { get; init; }

    public Guid? AgencyId { get; init; }

    public string? Number { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The time it tells of, as written: <c>6 tháng đầu năm 2026</c>.</summary>
    public string? Period { get; init; }

    public required string Text { get; init; }

    /// <summary>Written down by the office from paper.</summary>
    public required bool OnBehalf { get; init; }

    public Guid SubjectId => ResolutionId;
}

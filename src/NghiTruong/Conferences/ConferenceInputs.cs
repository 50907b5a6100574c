using System.ComponentModel.DataAnnotations;
using NghiTruong.Documents.Files;

namespace NghiTruong.Conferences;

/// <summary>A conference as it is entered or corrected.</summary>
public sealed record ConferenceInput
{
    /// <summary>The form's own id, so that one sent twice is one.</summary>
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [StringLength(500)]
    public required string Title { get; init; }

    [StringLength(1000)]
    public string? Theme { get; init; }

    public required DateOnly HeldOn { get; init; }

    [StringLength(300)]
    public string? Place { get; init; }

    [StringLength(1000)]
    public string? Chair { get; init; }

    [StringLength(4000)]
    public string? Invited { get; init; }

    [StringLength(10_000)]
    public string? Report { get; init; }

    public int? Version { get; init; }
}

/// <summary>An opinion given at a conference.</summary>
public sealed record OpinionInput
{
    public Guid? Id { get; init; }

    [StringLength(200)]
    public string? Speaker { get; init; }

    [StringLength(300)]
    public required string Body { get; init; }

    [StringLength(10_000)]
    public required string Words { get; init; }
}

/// <summary>A paper handed in.</summary>
public sealed record PaperInput
{
    public Guid? Id { get; init; }

    [StringLength(500)]
    public required string Title { get; init; }

    [StringLength(200)]
    public string? Author { get; init; }

    [StringLength(300)]
    public required string Body { get; init; }

    [StringLength(4000)]
    public string? Summary { get; init; }

    public StagedFile? File { get; init; }
}

/// <summary>A proposal; with a lead and a day it becomes a follow-up item.</summary>
public sealed record ProposalInput
{
    public Guid? Id { get; init; }

    [StringLength(4000)]
    public required string Content { get; init; }

    public Guid? OpinionId { get; init; }

    public Guid? LeadAgencyId { get; init; }

    public DateOnly? DueOn { get; init; }
}

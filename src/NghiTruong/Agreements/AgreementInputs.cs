using System.ComponentModel.DataAnnotations;
using NghiTruong.Documents.Files;

namespace NghiTruong.Agreements;

/// <summary>A party: one of body, agency, council, or a name as signed.</summary>
public sealed record AgreementPartyInput(Guid? BodyId = null, Guid? AgencyId = null, Guid? CouncilId = null, [property: StringLength(300)] string? Name = null);

/// <summary>An agreement as it is entered or corrected.</summary>
public sealed record AgreementInput
{
    /// <summary>The form's own id, so that an agreement sent twice is one.</summary>
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    public AgreementKind Kind { get; init; }

    [StringLength(60)]
    public required string Number { get; init; }

    [StringLength(1000)]
    public required string Title { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>Null: the day it was signed.</summary>
    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    [StringLength(4000)]
    public string? Scope { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    /// <summary>In the order of the document.</summary>
    public IReadOnlyList<AgreementPartyInput> Parties { get; init; } = [];

    /// <summary>The signed document.</summary>
    public StagedFile? File { get; init; }

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

/// <summary>A step of the procedure.</summary>
public sealed record AgreementStepInput([property: StringLength(2000)] string Content, Guid? PartyId = null, [property: StringLength(200)] string? Term = null);

/// <summary>A duty that comes again and again.</summary>
public sealed record AgreementDutyInput
{
    public Guid? Id { get; init; }

    [StringLength(2000)]
    public required string Content { get; init; }

    public Guid? PartyId { get; init; }

    public DutyCadence Cadence { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    /// <summary>It begins with the period of this day; today's when null.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>The agreement that takes the place of one whose time is up.</summary>
public sealed record RenewAgreementInput
{
    public Guid? Id { get; init; }

    [StringLength(60)]
    public required string Number { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>Null: the day it was signed.</summary>
    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public StagedFile? File { get; init; }
}

/// <summary>What was done of a duty in its period.</summary>
public sealed record AgreementTaskInput
{
    /// <summary>Number of the document; it or the file itself proves the work.</summary>
    [StringLength(120)]
    public string? Document { get; init; }

    [StringLength(4000)]
    public string? Result { get; init; }

    public DateOnly? On { get; init; }

    public StagedFile? File { get; init; }
}

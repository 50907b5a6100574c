using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Resolutions;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>The form of a resolution with its choices, for entering and for correcting.</summary>
public interface IResolutionForm
{
    ResolutionForm Input { get; }

    List<SelectListItem> Councils { get; }

    List<SelectListItem> Kinds { get; }

    List<SelectListItem> Bodies { get; }

    List<SelectListItem> Agencies { get; }

    List<SelectListItem> Sessions { get; }

    List<SelectListItem> Fields { get; }

    bool HasMore => Input is not { Replaces: null, SessionId: null, Field: null, Note: null };
}

/// <summary>What the form binds.</summary>
public sealed record ResolutionForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "resolution.numberMissing"), StringLength(200)]
    public string Number { get; init; } = "";

    [Required]
    public DateOnly? PassedOn { get; init; }

    [Required(ErrorMessage = "resolution.titleMissing"), StringLength(2000)]
    public string Title { get; init; } = "";

    [Required]
    public string? Kind { get; init; }

    public DateOnly? InForceFrom { get; init; }

    public DateOnly? InForceUntil { get; init; }

    public Guid? BodyId { get; init; }

    public Guid? LeadAgencyId { get; init; }

    public Guid? SessionId { get; init; }

    [StringLength(40)]
    public string? Field { get; init; }

    [StringLength(200)]
    public string? Replaces { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    public IFormFile? File { get; init; }

    public int? Version { get; init; }

    public static ResolutionForm Of(Resolution r) => new()
    {
        CouncilId = r.CouncilId, Number = r.Number, PassedOn = r.PassedOn, Title = r.Title, Kind = r.Kind, InForceFrom = r.InForceFrom, InForceUntil = r.InForceUntil, BodyId = r.BodyId,
        LeadAgencyId = r.LeadAgencyId, SessionId = r.SessionId, Field = r.Field, Replaces = r.Replaces, Note = r.Note, Version = r.Version,
    };

    public ResolutionInput Asked(Guid council, StagedFile? file) => new()
    {
        Id = Id,
        CouncilId = council,
        Number = Number,
        Title = Title,
        Kind = Kind,
        PassedOn = PassedOn!.Value,
        SessionId = SessionId,
        InForceFrom = InForceFrom,
        InForceUntil = InForceUntil,
        BodyId = BodyId,
        LeadAgencyId = LeadAgencyId,
        Field = Words.Blank(Field),
        Replaces = Words.Blank(Replaces),
        Note = Words.Blank(Note),
        File = file,
        Version = Version,
    };
}

/// <summary>Reads the choices of the form for a council.</summary>
public sealed class ResolutionChoices(Councils.CouncilDesks desks, ResolutionListView view, TimeProvider clock)
{
    public List<SelectListItem> Kinds { get; } = ResolutionWords.Kinds();

    public List<SelectListItem> Fields { get; } = Law.CatalogueWords.Choices(NghiTruong.Law.Catalogues.CatalogueKind.Field, clock.Today);

    public async Task<(List<SelectListItem> Bodies, List<SelectListItem> Agencies, List<SelectListItem> Sessions)> OfAsync(Guid council, CancellationToken ct) =>
        (await view.BodiesAsync(council, ct), await desks.AgencyChoicesAsync(council, ct), await desks.SessionChoicesAsync(council, ct));
}

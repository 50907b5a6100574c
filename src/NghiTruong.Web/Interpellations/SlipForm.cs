using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.Interpellations;
using NghiTruong.Law.Catalogues;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>A slip as its form holds it.</summary>
public sealed record SlipForm
{
    /// <summary>The form's own id: sent again, it is the same slip.</summary>
    public Guid Id { get; init; }

    public Guid? CouncilId { get; init; }

    [StringLength(200)]
    public string? AskerName { get; init; }

    [Required(ErrorMessage = "interpellation.personMissing"), StringLength(200)]
    public string PersonAsked { get; init; } = "";

    [Required(ErrorMessage = "interpellations.agencyMissing")]
    public Guid? AgencyId { get; init; }

    [Required(ErrorMessage = "interpellation.issueMissing"), StringLength(4000)]
    public string Issue { get; init; } = "";

    public Guid? SessionId { get; init; }

    public string? Field { get; init; }

    [StringLength(1000)]
    public string? StemsFrom { get; init; }

    [StringLength(40)]
    public string? SourceCode { get; init; }

    public DateOnly? HandedInOn { get; init; }

    public int? Version { get; init; }

    public List<IFormFile> Files { get; init; } = [];

    public static SlipForm Of(Interpellation s) => new()
    {
        Id = s.Id, AskerName = s.AskerName, PersonAsked = s.PersonAsked, AgencyId = s.AgencyId, Issue = s.Issue, SessionId = s.SessionId, Field = s.Field, StemsFrom = s.StemsFrom, SourceCode = s.SourceCode,
        HandedInOn = s.HandedInOn, Version = s.Version,
    };

    public SlipInput Asked(Guid council, IReadOnlyList<StagedFile> files) => new()
    {
        Id = Id == Guid.Empty ? null : Id,
        CouncilId = council,
        SessionId = SessionId,
        AskerName = Words.Blank(AskerName),
        PersonAsked = PersonAsked,
        AgencyId = AgencyId,
        Field = Words.Blank(Field),
        Issue = Issue,
        StemsFrom = Words.Blank(StemsFrom),
        SourceCode = Words.Blank(SourceCode),
        HandedInOn = HandedInOn,
        Version = Version,
        Files = files,
    };
}

/// <summary>The fields of a slip with their choices; <see cref="Input"/> is the page's bound form.</summary>
public sealed class SlipFormPart
{
    public required SlipForm Input { get; init; }

    /// <summary>A clerk writes a paper slip down and names the delegate.</summary>
    public bool IsClerk { get; init; }

    public IReadOnlyList<string> Delegates { get; init; } = [];

    public IReadOnlyList<SelectListItem> Agencies { get; init; } = [];

    public IReadOnlyList<SelectListItem> Sessions { get; init; } = [];

    public IReadOnlyList<SelectListItem> Fields { get; init; } = [];

    public bool HasMore => Input is not { StemsFrom: null, SourceCode: null, Field: null };

    public static async Task<SlipFormPart> ReadAsync(InterpellationTools tools, SlipForm input, Guid council, bool isClerk, CancellationToken ct) => new()
    {
        Input = input,
        IsClerk = isClerk,
        Delegates = isClerk ? await tools.Reader.DelegatesAsync(council, tools.Today, ct) : [],
        Agencies = await tools.Desks.AgencyChoicesAsync(council, ct),
        Sessions = await tools.Desks.SessionChoicesAsync(council, ct),
        Fields = CatalogueWords.Choices(CatalogueKind.Field, tools.Today),
    };

    /// <summary>The session slips are for now: the running or next one, else none.</summary>
    public static async Task<Guid?> NextSessionAsync(InterpellationTools tools, Guid council, CancellationToken ct) =>
        (await tools.Directory.SessionsOfAsync(council, ct)).Where(s => (s.ClosesOn ?? s.OpensOn) >= tools.Today).OrderBy(s => s.OpensOn).FirstOrDefault()?.Id;

    public static bool IsClerkAt(Acting acting, Guid council) => acting.CapacityFor<HandInSlips>(council, Guid.Empty)?.Role == Role.Clerk;
}

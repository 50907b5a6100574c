using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Agreements;
using NghiTruong.Documents.Files;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>The form of an agreement with its choices, for entering and for correcting.</summary>
public interface IAgreementForm
{
    AgreementForm Input { get; }

    List<SelectListItem> Councils { get; }

    List<SelectListItem> Kinds { get; }

    List<SelectListItem> Parties { get; }
}

/// <summary>What the form binds.</summary>
public sealed record AgreementForm
{
    private const int Room = 2;
    private const int Least = 4;

    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    public AgreementKind Kind { get; init; }

    [Required(ErrorMessage = "agreement.numberMissing"), StringLength(60)]
    public string Number { get; init; } = "";

    [Required]
    public DateOnly? SignedOn { get; init; }

    [Required(ErrorMessage = "agreement.titleMissing"), StringLength(1000)]
    public string Title { get; init; } = "";

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    [StringLength(4000)]
    public string? Scope { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    /// <summary>One line for each: <c>b:</c>, <c>a:</c>, <c>c:</c> and an id; empty lines are nobody.</summary>
    public List<string?> Parties { get; init; } = [];

    /// <summary>Parties that stand in no list, one a line.</summary>
    [StringLength(2000)]
    public string? Others { get; init; }

    public IFormFile? File { get; init; }

    public int? Version { get; init; }

    public static AgreementForm Empty(string? body) => new() { Id = Guid.CreateVersion7(), Parties = Padded(body is null ? [] : [body]) };

    public static AgreementForm Of(AgreementWhole whole)
    {
        var a = whole.Agreement;

        return new AgreementForm
        {
            Kind = a.Kind, Number = a.Number, SignedOn = a.SignedOn, Title = a.Title, ValidFrom = a.ValidFrom == a.SignedOn ? null : a.ValidFrom, ValidUntil = a.ValidUntil, Scope = a.Scope, Note = a.Note,
            Parties = Padded([.. whole.Parties.Where(p => p.Kind != PartyKind.Other).Select(p => p.BodyId is { } b ? $"b:{b}" : p.AgencyId is { } g ? $"a:{g}" : $"c:{p.PartnerCouncilId}")]),
            Others = string.Join('\n', whole.Parties.Where(p => p.Kind == PartyKind.Other).Select(p => p.Name)),
            Version = a.Version,
        };
    }

    public AgreementInput Asked(Guid council, StagedFile? file) => new()
    {
        Id = Id, CouncilId = council, Kind = Kind, Number = Number, Title = Title, SignedOn = SignedOn!.Value, ValidFrom = ValidFrom, ValidUntil = ValidUntil, Scope = Words.Blank(Scope), Note = Words.Blank(Note),
        Parties =
        [
            .. Parties.Select(Party).OfType<AgreementPartyInput>(),
            .. (Others ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => new AgreementPartyInput(Name: name)),
        ],
        File = file, Version = Version,
    };

    private static AgreementPartyInput? Party(string? chosen) => chosen?.Split(':') switch
    {
        ["b", var id] when Guid.TryParse(id, out var body) => new AgreementPartyInput(BodyId: body),
        ["a", var id] when Guid.TryParse(id, out var agency) => new AgreementPartyInput(AgencyId: agency),
        ["c", var id] when Guid.TryParse(id, out var council) => new AgreementPartyInput(CouncilId: council),
        _ => null,
    };

    private static List<string?> Padded(List<string?> chosen) => [.. chosen, .. Enumerable.Repeat<string?>(null, Math.Max(Room, Least - chosen.Count))];
}

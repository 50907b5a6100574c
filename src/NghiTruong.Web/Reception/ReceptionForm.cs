using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Delegates;
using NghiTruong.Reception;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

public sealed record ReceptionForm
{
    public Guid Id { get; init; }

    public ReceptionKind Kind { get; init; } = ReceptionKind.Periodic;

    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? StartsAt { get; init; }

    public TimeOnly? EndsAt { get; init; }

    [Required(ErrorMessage = "reception.placeMissing"), StringLength(300)]
    public string Place { get; init; } = "";

    public bool IsOnline { get; init; }

    public Guid? DelegateId { get; init; }

    [StringLength(200)]
    public string? Receiver { get; init; }

    public ReceptionRhythm Rhythm { get; init; }

    [Range(1, 60)]
    public int? Times { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    public int? Version { get; init; }

    public ReceptionInput Asked(Guid council) => new()
    {
        Id = Id == Guid.Empty ? null : Id, CouncilId = council, Kind = Kind, On = On!.Value, StartsAt = StartsAt!.Value, EndsAt = EndsAt, Place = Place, IsOnline = IsOnline, DelegateId = DelegateId, Receiver = Words.Blank(Receiver),
        Rhythm = Rhythm, Times = Times ?? 1, Note = Words.Blank(Note), Version = Version,
    };
}

/// <summary>The fields of a reception with their choices.</summary>
public sealed record ReceptionFormPart(ReceptionForm Input, bool IsNew, IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<SelectListItem> Rhythms, IReadOnlyList<SelectListItem> Delegates)
{
    public static async Task<ReceptionFormPart> ReadAsync(ReceptionTools tools, ReceptionForm input, Guid council, bool isNew, CancellationToken ct) => new(
        input, isNew, tools.Texts.Choices<ReceptionKind>("reception.kind."), tools.Texts.Choices<ReceptionRhythm>("receptions.rhythm."),
        [.. (await tools.Delegates.OnAsync(council, input.On ?? tools.Today, ct)).Select(d => new SelectListItem(d.Name, d.Id.ToString("D")))]);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Conferences;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>The form of a conference, for entering and for correcting.</summary>
public interface IConferenceForm
{
    ConferenceForm Input { get; }

    List<SelectListItem> Councils { get; }
}

/// <summary>What the form binds.</summary>
public sealed record ConferenceForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "conference.titleMissing"), StringLength(500)]
    public string Title { get; init; } = "";

    [StringLength(1000)]
    public string? Theme { get; init; }

    [Required]
    public DateOnly? HeldOn { get; init; }

    [StringLength(300)]
    public string? Place { get; init; }

    [StringLength(1000)]
    public string? Chair { get; init; }

    [StringLength(4000)]
    public string? Invited { get; init; }

    [StringLength(10_000)]
    public string? Report { get; init; }

    public int? Version { get; init; }

    public static ConferenceForm Of(Conference c) => new() { Title = c.Title, Theme = c.Theme, HeldOn = c.HeldOn, Place = c.Place, Chair = c.Chair, Invited = c.Invited, Report = c.Report, Version = c.Version };

    public ConferenceInput Asked(Guid council) => new()
    {
        Id = Id, CouncilId = council, Title = Title, Theme = Words.Blank(Theme), HeldOn = HeldOn!.Value, Place = Words.Blank(Place), Chair = Words.Blank(Chair), Invited = Words.Blank(Invited), Report = Words.Blank(Report),
        Version = Version,
    };
}

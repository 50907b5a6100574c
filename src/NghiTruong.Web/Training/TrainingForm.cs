using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Training;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>The form of a class with its choices, for opening and for correcting.</summary>
public interface ITrainingForm
{
    TrainingForm Input { get; }

    List<SelectListItem> Councils { get; }

    List<SelectListItem> Formats { get; }

    List<SelectListItem> Audiences { get; }

    List<SelectListItem> PlanItems { get; }

    /// <summary>The council gives classes to those below it.</summary>
    bool IsProvince { get; }
}

/// <summary>What the form binds.</summary>
public sealed record TrainingForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    [Required(ErrorMessage = "training.subjectMissing"), StringLength(500)]
    public string Subject { get; init; } = "";

    public TrainingFormat Format { get; init; }

    public TrainingAudience Audience { get; init; }

    [Required]
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [StringLength(300)]
    public string? Place { get; init; }

    [StringLength(300)]
    public string? Trainer { get; init; }

    [StringLength(4000)]
    public string? Content { get; init; }

    public bool ForCommunes { get; init; }

    public Guid? PlanItemId { get; init; }

    [StringLength(120)]
    public string? Document { get; init; }

    public int? Version { get; init; }

    public static TrainingForm Of(TrainingClass c) => new()
    {
        Subject = c.Subject, Format = c.Format, Audience = c.Audience, From = c.From, Until = c.Until == c.From ? null : c.Until, Place = c.Place, Trainer = c.Trainer, Content = c.Content, ForCommunes = c.ForCommunes,
        PlanItemId = c.PlanItemId, Document = c.Document, Version = c.Version,
    };

    public TrainingInput Asked(Guid council) => new()
    {
        Id = Id, CouncilId = council, Subject = Subject, Format = Format, Audience = Audience, From = From!.Value, Until = Until, Place = Words.Blank(Place), Trainer = Words.Blank(Trainer), Content = Words.Blank(Content),
        ForCommunes = ForCommunes, PlanItemId = PlanItemId, Document = Words.Blank(Document), Version = Version,
    };
}

using System.ComponentModel.DataAnnotations;
using NghiTruong.Schemes;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>A document as it is typed.</summary>
public sealed record SchemeForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    /// <summary>Unit code of the council, for who keeps no desk of their own.</summary>
    [StringLength(40)]
    public string? CouncilCode { get; init; }

    public SchemeKind Kind { get; init; } = SchemeKind.Scheme;

    [Required(ErrorMessage = "scheme.numberMissing"), StringLength(60)]
    public string Number { get; init; } = "";

    [Required(ErrorMessage = "scheme.titleMissing"), StringLength(500)]
    public string Title { get; init; } = "";

    [Required(ErrorMessage = "schemes.dayMissing")]
    public DateOnly? IssuedOn { get; init; }

    [Required(ErrorMessage = "scheme.issuerMissing"), StringLength(200)]
    public string IssuedBy { get; init; } = "";

    [Range(1990, 2099)]
    public int PeriodFrom { get; init; }

    [Range(1990, 2099)]
    public int PeriodTo { get; init; }

    [StringLength(60)]
    public string? Parent { get; init; }

    public int? Version { get; init; }

    public SchemeInput ToInput(Guid council) => new()
    {
        Id = Id, CouncilId = council, Kind = Kind, Number = Number, Title = Title, IssuedOn = IssuedOn ?? default, IssuedBy = IssuedBy, PeriodFrom = PeriodFrom, PeriodTo = PeriodTo, Parent = Words.Blank(Parent),
    };
}

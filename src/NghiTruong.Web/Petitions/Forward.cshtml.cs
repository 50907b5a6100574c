using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>Sends one petition or many with one letter: signed and numbered outside already, or drafted here.</summary>
[Requires<SendPetitions>]
public sealed class ForwardModel(PetitionForwarder forwarder, LetterList letters, PetitionActTools tools) : PetitionManyModel(tools)
{
    private Guid _sender;

    public override string Act => "chuyen";

    [BindProperty]
    public ForwardForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public IEnumerable<SelectListItem> Ways =>
        [new(Tools.Texts["petitions.letter.signed"], "true"), new(Tools.Texts["petitions.letter.draft"], "false")];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        var only = Matters.Count == 1 ? (await Tools.Reader.ReadAsync(Matters[0].Code, Acting, ct))?.Petition : null;
        _sender = only is not null && PetitionRules.IsHeld(only) ? only.HolderCouncilId!.Value : Matters[0].CouncilId;
        Agencies = await Tools.Desks.AgencyChoicesAsync(_sender, ct);
    }

    public async Task OnGetAsync(Guid? coQuan, CancellationToken ct) => Input = new ForwardForm
    {
        RecipientAgencyId = coQuan ?? Matters[0].LeadAgencyId,
        Abstract = Tools.Texts["petitions.letter.abstract.default"],
        Notation = await letters.LastNotationAsync(_sender, Acting, ct),
        IssuedOn = Tools.Clock.Today,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Warned(Finish(await forwarder.ForwardAsync(Input.Asked(Codes), Acting, ct)));

    /// <summary>A letter older than what it forwards is a slip of one of the two days: it stands, and the person is told. Ledgers tell days as they can.</summary>
    private IActionResult Warned(IActionResult answer)
    {
        if (ModelState.IsValid && Input.Asked(Codes).IssuedOn is { } on && Matters.FirstOrDefault(m => !m.FromLedger && m.ReceivedOn > on) is { } later)
        {
            TempData.Warning(Tools.Texts["petitions.letter.beforeReceipt", Ui.Date(on), later.Code, Ui.Date(later.ReceivedOn)]);
        }

        return answer;
    }
}

public sealed record ForwardForm : IValidatableObject
{
    [Required(ErrorMessage = "petitions.recipientMissing")]
    public Guid? RecipientAgencyId { get; init; }

    public Guid? LeadAgencyId { get; init; }

    public List<Guid> CooperatingAgencyIds { get; init; } = [];

    [StringLength(500)]
    public string? Abstract { get; init; }

    public bool IsSigned { get; init; } = true;

    [StringLength(20)]
    public string? Number { get; init; }

    [StringLength(40)]
    public string? Notation { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsSigned && string.IsNullOrWhiteSpace(Number))
        {
            yield return new ValidationResult("petitions.letter.numberMissing", [nameof(Number)]);
        }

        if (IsSigned && IssuedOn is null)
        {
            yield return new ValidationResult("petitions.letter.issuedOnMissing", [nameof(IssuedOn)]);
        }
    }

    public ForwardInput Asked(IReadOnlyList<string> codes) => new()
    {
        Codes = codes,
        RecipientAgencyId = RecipientAgencyId!.Value,
        LeadAgencyId = LeadAgencyId,
        CooperatingAgencyIds = CooperatingAgencyIds,
        Abstract = Words.Blank(Abstract),
        Number = IsSigned ? Words.Blank(Number) : null,
        Notation = IsSigned ? Words.Blank(Notation) : null,
        IssuedOn = IsSigned ? IssuedOn : null,
        DueOn = DueOn,
    };
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Proposes a theme for the programme: necessity, content, scope, object (Law 87/2015 Art 58), with what voters raise most beside it.</summary>
[Requires<ProposeSupervisions>]
public sealed class ProposeModel(ProgrammeDesk desk, ProgrammeAdvice advice, SubjectChoices subjects, GroupForms forms, CouncilDesks desks, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ProposeForm Input { get; set; } = new();

    [FromQuery(Name = "nhom")]
    public string? Asked { get; set; }

    /// <summary>The group where one was chosen; else it follows from the kind.</summary>
    public string? Chosen { get; private set; }

    public GroupFieldsForm Group { get; private set; } = new("", "", [], [], [], true);

    public List<SelectListItem> Groups { get; private set; } = [];

    public List<SelectListItem> Councils { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public List<SelectListItem> Kinds => texts.Choices<SupervisionKind>("supervision.kind.");

    public List<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, clock.Today);

    public IReadOnlyList<RaisedField> Raised { get; private set; } = [];

    public bool HasMore => Input is not { Source: null, UpperCode: null };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await desks.CouncilChoicesAsync<ProposeSupervisions>(ct);
        if (Councils.Count > 0)
        {
            var council = Input.CouncilId ?? Guid.Parse(Councils[0].Value);
            Subjects = await subjects.OfAsync(council, ct);
            Raised = await advice.OfAsync(council, clock.Today.Year, ct);
            Groups = await forms.ChoicesAsync(council, ct);
            Chosen = Groups.Find(g => g.Value == (Input.Group ?? Asked))?.Value;
            Group = await forms.OfAsync(Chosen ?? SupervisionKinds.GroupOf(Input.Kind), council, Input.Fields, isLater: true, ct) ?? Group;
        }

        await next();
    }

    public void OnGet()
    {
        // Proposals are for the next year, until somebody says otherwise.
        var year = clock.Today.Year + 1;
        Input = new ProposeForm { Id = Guid.CreateVersion7(), PlannedFrom = new DateOnly(year, 1, 1), PlannedTo = new DateOnly(year, 12, 31) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var council = Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);
        if (GroupForms.Fit(Group, Input.Fields) is not { } fields)
        {
            ModelState.AddModelError("", "supervisions.group.changed");

            return Page();
        }

        var saved = await desk.ProposeAsync(Input.Asked(council) with { Group = Chosen, Fields = fields }, acting, ct);
        if (ModelState.Refuse(saved, texts))
        {
            return Page();
        }

        TempData.Notice(texts["supervisions.propose.saved", saved.Value]);

        return LocalRedirect(SupervisionLinks.Details(saved.Value));
    }
}

public sealed record ProposeForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    /// <summary>As <see cref="SubjectChoices"/> writes it.</summary>
    public string? Subject { get; init; }

    public SupervisionKind Kind { get; init; }

    [Required(ErrorMessage = "supervision.themeMissing"), StringLength(500)]
    public string Theme { get; init; } = "";

    [StringLength(4000)]
    public string? Necessity { get; init; }

    [StringLength(4000)]
    public string? Content { get; init; }

    [StringLength(1000)]
    public string? Scope { get; init; }

    [StringLength(1000)]
    public string? Object { get; init; }

    public string? Field { get; init; }

    [Required]
    public DateOnly? PlannedFrom { get; init; }

    [Required]
    public DateOnly? PlannedTo { get; init; }

    [StringLength(500)]
    public string? Source { get; init; }

    [StringLength(60)]
    public string? UpperCode { get; init; }

    public string? Group { get; init; }

    public Dictionary<string, string?> Fields { get; init; } = [];

    public SupervisionInput Asked(Guid council)
    {
        var (subject, body) = SubjectChoices.Read(Subject);

        return new SupervisionInput
        {
            Id = Id,
            CouncilId = council,
            Subject = subject,
            BodyId = body,
            Kind = Kind,
            Theme = Theme,
            Necessity = Words.Blank(Necessity),
            Content = Words.Blank(Content),
            Scope = Words.Blank(Scope),
            Object = Words.Blank(Object),
            Source = Words.Blank(Source),
            Field = Words.Blank(Field),
            UpperCode = Words.Blank(UpperCode),
            PlannedFrom = PlannedFrom!.Value,
            PlannedTo = PlannedTo!.Value,
        };
    }
}

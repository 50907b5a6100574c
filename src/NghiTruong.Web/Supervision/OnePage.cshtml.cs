using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Definitions;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Biên bản một trang of an ongoing supervision or field survey, from the phone: a planned one (<c>?ma=</c>) or one in no programme.</summary>
[Requires<CarryOutSupervisions>]
public sealed class OnePageModel(
    SupervisionResults results, SupervisionReader reader, GroupFieldReader fields, GroupForms forms, FileDesk files, SubjectChoices subjects, CouncilDesks desks, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? PlannedCode { get; set; }

    [BindProperty]
    public OnePageForm Input { get; set; } = new();

    [FromQuery(Name = "nhom")]
    public string? Asked { get; set; }

    /// <summary>The group where one was chosen; else it is that of the programme, or follows from the kind.</summary>
    public string? Chosen { get; private set; }

    public GroupFieldsForm Group { get; private set; } = new("", "", [], [], [], false);

    public List<SelectListItem> Groups { get; private set; } = [];

    public IReadOnlyList<DefinitionEntry> Questions { get; private set; } = [];

    public SupervisionCase? Planned { get; private set; }

    public List<SelectListItem> Councils { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Kinds => [.. texts.Choices<SupervisionKind>("supervision.kind.").Where(k => k.Value != nameof(SupervisionKind.Thematic)).Reverse()];

    public string Back => Planned is { } s ? SupervisionLinks.Details(s.Code) : SupervisionLinks.List;

    private Guid Council => Planned?.CouncilId ?? Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (PlannedCode is not null)
        {
            Planned = (await reader.ReadAsync(PlannedCode, acting, ct))?.Supervision;
            if (Planned is null)
            {
                context.Result = NotFound();

                return;
            }
        }

        Councils = await desks.CouncilChoicesAsync<CarryOutSupervisions>(ct);
        Subjects = await subjects.OfAsync(Council, ct);
        Agencies = await desks.AgencyChoicesAsync(Council, ct);
        await PrepareGroupAsync(ct);
        await next();
    }

    private async Task PrepareGroupAsync(CancellationToken ct)
    {
        var kind = Planned?.Kind ?? (Request.Method == HttpMethods.Post ? Input.Kind : SupervisionKind.FieldSurvey);
        Groups = await forms.ChoicesAsync(Council, ct);
        Chosen = Planned is null ? Groups.Find(g => g.Value == (Input.Group ?? Asked))?.Value : null;
        Group = await forms.OfAsync(Planned?.Group ?? Chosen ?? SupervisionKinds.GroupOf(kind), Council, Input.Fields, isLater: false, ct) ?? Group;
        var place = await desks.FindAsync(Council.ToString("D"), ct);
        Questions = place is null ? [] : await fields.QuestionsAsync(kind, place.Id, place.ProvinceId, ct);
    }

    public void OnGet() => Input = new OnePageForm { Id = Guid.CreateVersion7(), On = clock.Today, Kind = SupervisionKind.FieldSurvey };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Planned is null && string.IsNullOrWhiteSpace(Input.Theme))
        {
            ModelState.AddModelError("Input.Theme", "supervision.themeMissing");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (GroupForms.Fit(Group, Input.Fields) is not { } typed)
        {
            ModelState.AddModelError("", "supervisions.group.changed");

            return Page();
        }

        var photos = await files.TakeInAsync(Input.Photos, Council, nameof(Input.Photos), ct);
        if (ModelState.Refuse(photos, texts))
        {
            return Page();
        }

        var saved = await results.OnePageAsync(Planned?.Code, Input.Asked(Council, Planned, photos.Value, Chosen, typed), acting, ct);
        if (ModelState.Refuse(saved.IsRefused ? Result.Refuse([.. saved.Refusals.Select(AtItsField)]) : saved, texts))
        {
            return Page();
        }

        TempData.Notice(texts["supervisions.onePage.saved", saved.Value]);

        return LocalRedirect(SupervisionLinks.Details(saved.Value));
    }

    /// <summary>A recommendation of the form has no code yet that a person knows: what it lacks stands at its fields.</summary>
    private static Refusal AtItsField(Refusal refusal) => refusal.Code switch
    {
        "recommendation.agencyMissing" => new Refusal("supervisions.onePage.agencyMissing", nameof(OnePageForm.LeadAgencyId)),
        "recommendation.dueMissing" => new Refusal("supervisions.onePage.dueMissing", nameof(OnePageForm.DueOn)),
        _ => refusal,
    };
}

public sealed record OnePageForm
{
    /// <summary>The form's own id: sent again, it is the same record.</summary>
    public Guid Id { get; init; }

    public Guid? CouncilId { get; init; }

    public SupervisionKind Kind { get; init; }

    public string? Subject { get; init; }

    [StringLength(500)]
    public string? Theme { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "supervision.placeMissing"), StringLength(200)]
    public string Place { get; init; } = "";

    public Guid? Body { get; init; }

    [StringLength(20_000)]
    public string? Results { get; init; }

    [StringLength(20_000)]
    public string? Shortcomings { get; init; }

    [StringLength(20_000)]
    public string? Assessment { get; init; }

    [StringLength(4000)]
    public string? Recommendation { get; init; }

    public Guid? LeadAgencyId { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public DateOnly? DueOn { get; init; }

    [StringLength(2000)]
    public string? NoRecommendationBecause { get; init; }

    public List<IFormFile> Photos { get; init; } = [];

    [StringLength(60)]
    public string? Number { get; init; }

    public string? Group { get; init; }

    public Dictionary<string, string?> Fields { get; init; } = [];

    /// <param name="planned">The one of the programme, whose theme and kind stand; null for one in no programme.</param>
    public OnePageInput Asked(Guid council, SupervisionCase? planned, IReadOnlyList<StagedFile> photos, string? group, Dictionary<string, string?> fields)
    {
        var (subject, body) = SubjectChoices.Read(Subject);

        return new OnePageInput
        {
            Id = Id == Guid.Empty ? null : Id,
            About = new SupervisionInput
            {
                CouncilId = council,
                Subject = planned?.Subject ?? subject,
                BodyId = planned?.BodyId ?? body,
                Kind = planned?.Kind ?? Kind,
                Group = planned?.Group ?? group,
                Theme = planned?.Theme ?? Theme ?? "",
                PlannedFrom = On!.Value,
                PlannedTo = On.Value,
            },
            On = On.Value,
            Place = Place,
            Bodies = Body is { } supervised ? [supervised] : [],
            Results = new ResultsInput
            {
                Results = Words.Blank(Results),
                Shortcomings = Words.Blank(Shortcomings),
                Assessment = Words.Blank(Assessment),
                NoRecommendationBecause = Words.Blank(NoRecommendationBecause),
                Fields = fields,
            },
            Recommendations = Words.Blank(Recommendation) is { } content
                ? [new RecommendationInput { Content = content, LeadAgencyId = LeadAgencyId, Product = Words.Blank(Product), DueOn = DueOn }]
                : [],
            Photos = photos,
            Number = Words.Blank(Number),
        };
    }
}

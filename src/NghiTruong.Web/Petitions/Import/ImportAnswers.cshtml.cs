using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions.Import;

/// <summary>UBND's answer annex against the open petitions: the machine proposes which row answers which, a person confirms, one document answers them all.</summary>
[Requires<SendPetitions>]
public sealed class ImportAnswersModel(AnswerAnnexImport annexes, PetitionReplies replies, CouncilDesks desks, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public AnnexForm Input { get; set; } = new();

    [BindProperty]
    public AnnexDocument Document { get; set; } = new();

    [BindProperty]
    public List<AnnexItem> Items { get; set; } = [];

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Letters { get; private set; } = [];

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Outcomes => texts.Choices<Outcome>("petition.outcome.");

    public IReadOnlyList<OpenPetition> Open { get; private set; } = [];

    private Guid Council => Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Councils = await desks.CouncilChoicesAsync<SendPetitions>(ct);
        Letters = [.. (await annexes.LettersAsync(Council, acting, ct)).Select(l => new SelectListItem(l.Name, l.Id.ToString("D")))];
        Agencies = await desks.AgencyChoicesAsync(Council, ct);
        await next();
    }

    public void OnGet() => Items = [];

    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        ModelState.Clear();
        Items = [];
        if (Input.File is null)
        {
            ModelState.AddModelError("Input.File", texts["imports.file.missing"]);

            return Page();
        }

        await using var content = Input.File.OpenReadStream();
        var read = await annexes.ReadAsync(Council, Input.LetterId, content, Input.File.FileName, acting, ct);
        if (ModelState.Refuse(read, texts))
        {
            return Page();
        }

        Input = Input with { CouncilId = Council };
        Open = read.Value.Open;
        Items = [.. read.Value.Proposals.Select(p => new AnnexItem
        {
            Row = p.Row.Number, Content = p.Row.Content, Code = p.Petition?.Code, Extract = p.Row.Extract, Outcome = p.Row.Outcome, Match = p.Match,
        })];

        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken ct)
    {
        Open = await annexes.OpenAsync(Council, acting, ct);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var chosen = Items.FindAll(i => !string.IsNullOrWhiteSpace(i.Code));
        var answered = await replies.AnswerAsync(
            new AnswerInput
            {
                AgencyId = Document.AgencyId,
                Number = Words.Blank(Document.Number),
                IssuedOn = Document.IssuedOn,
                ReceivedOn = Document.ReceivedOn,
                Items = [.. chosen.Select(i => new AnswerItem(i.Code!, Words.Blank(i.Extract), i.Outcome))],
            },
            acting, ct);
        if (ModelState.Refuse(answered, texts, nameof(Document)))
        {
            return Page();
        }

        TempData.Notice(texts["imports.annex.done", Ui.Number(chosen.Count)]);

        return LocalRedirect(PetitionLinks.List);
    }
}

public sealed record AnnexForm
{
    public Guid? CouncilId { get; init; }

    public IFormFile? File { get; init; }

    public Guid? LetterId { get; init; }
}

public sealed record AnnexDocument
{
    public Guid? AgencyId { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }
}

public sealed record AnnexItem
{
    public int Row { get; init; }

    public string? Content { get; init; }

    public string? Code { get; init; }

    [StringLength(20_000)]
    public string? Extract { get; init; }

    public Outcome? Outcome { get; init; }

    public AnnexMatch Match { get; init; }
}

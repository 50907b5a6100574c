using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Letters;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Letters;

/// <summary>What a clerk writes of a letter.</summary>
public sealed record LetterForm
{
    public Guid CouncilId { get; init; }

    [Required(ErrorMessage = "letter.abstractMissing")]
    [StringLength(500)]
    public string Abstract { get; init; } = "";

    public Guid? RecipientAgencyId { get; init; }

    [StringLength(300)]
    public string? RecipientName { get; init; }

    public Guid? BodyId { get; init; }

    [StringLength(40)]
    public string? Notation { get; init; }

    public DateOnly? AnswerDueOn { get; init; }

    [StringLength(20_000)]
    public string? Text { get; init; }

    public int? Version { get; init; }

    public LetterInput Asked => new()
    {
        CouncilId = CouncilId,
        Abstract = Abstract,
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text,
        RecipientAgencyId = RecipientAgencyId,
        RecipientName = RecipientName,
        BodyId = BodyId,
        Notation = Notation,
        AnswerDueOn = AnswerDueOn,
        Version = Version,
    };
}

/// <summary>A new letter written by hand, or a draft changed before it is signed.</summary>
[Requires<PrepareLetters>]
public sealed class EditModel(LetterDesk desk, LetterList list, CouncilDesks desks, IDbContextFactory<Db> contexts, TextTable texts, Acting acting) : PageModel
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public LetterForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Bodies { get; private set; } = [];

    /// <summary>A room's letter keeps its recipient: what hangs on it was drafted for that one.</summary>
    public bool ChoosesRecipient { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is not { } id)
        {
            return await ShowAsync(ct);
        }

        if (await list.FindAsync(id, acting, ct) is not { Letter: var l } || acting.CapacityFor<PrepareLetters>(l.CouncilId, l.ProvinceId) is null)
        {
            return NotFound();
        }

        Input = new LetterForm
        {
            CouncilId = l.CouncilId,
            Abstract = l.Abstract,
            Text = l.Text,
            RecipientAgencyId = l.RecipientAgencyId,
            RecipientName = l.RecipientAgencyId is null ? l.RecipientName : null,
            BodyId = l.BodyId,
            Notation = l.Notation,
            AnswerDueOn = l.AnswerDueOn,
            Version = l.Version,
        };

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(ct);
        }

        var drafted = Id is null ? await desk.DraftAsync(Input.Asked, acting, ct) : null;
        if (ModelState.Refuse(drafted ?? await desk.EditAsync(Id!.Value, Input.Asked, acting, ct), texts))
        {
            return await ShowAsync(ct);
        }

        TempData.Notice(texts["letters.done.saved"]);

        return Redirect(LetterWords.Details(Id ?? drafted!.Value));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Councils = await desks.CouncilChoicesAsync<PrepareLetters>(ct);
        if (Councils.Count == 0)
        {
            return NotFound();
        }

        if (Input.CouncilId == Guid.Empty)
        {
            Input = Input with { CouncilId = Guid.Parse(Councils[0].Value) };
        }

        Agencies = await desks.AgencyChoicesAsync(Input.CouncilId, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        Bodies = [.. (await db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == Input.CouncilId && b.Until == null).OrderBy(b => b.Kind).ThenBy(b => b.Code).ToListAsync(ct))
            .Select(b => new SelectListItem(b.Name, b.Id.ToString("D")))];
        ChoosesRecipient = Id is null || (await list.FindAsync(Id.Value, acting, ct))?.Letter.Kind == "letters.general";

        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.FollowUp;

/// <summary>The council's own ladder of urging; an emptied name takes a step away.</summary>
[Requires<SetUrgingLadder>]
public sealed class LadderModel(UrgingDesk desk, IDbContextFactory<Db> contexts, Acting acting, TextTable texts) : PageModel
{
    private const int Spare = 2;

    public sealed record StepForm
    {
        public string? Code { get; init; }

        public string? Name { get; init; }

        public string? NameEnglish { get; init; }

        public bool MakesLetter { get; init; }

        public UrgingAddressee Addressee { get; init; }

        public bool Repeats { get; init; }
    }

    [BindProperty]
    public IReadOnlyList<StepForm> Steps { get; set; } = [];

    public bool IsOwn { get; private set; }

    public List<SelectListItem> Addressees => [.. Enum.GetValues<UrgingAddressee>().Select(a => new SelectListItem(texts[$"followUp.addressee.{a}"], $"{a}"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Council() is not { } council)
        {
            return NotFound();
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var ladder = await UrgingLadder.OfAsync(db, council, ct);
        IsOwn = ladder.IsOwn;
        Steps =
        [
            .. ladder.Steps.Select(s => new StepForm { Code = s.Code, Name = s.NameVietnamese, NameEnglish = s.NameEnglish, MakesLetter = s.MakesLetter, Addressee = s.Addressee, Repeats = s.Repeats }),
            .. Enumerable.Repeat(new StepForm(), Spare),
        ];

        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SetAsync(
        [.. Steps.Where(s => !string.IsNullOrWhiteSpace(s.Name)).Select((s, i) => new UrgingStep(i + 1, s.Code ?? $"OWN_{i + 1}", s.Name!, s.NameEnglish ?? "", s.MakesLetter, s.Repeats, s.Addressee))], ct);

    public Task<IActionResult> OnPostShippedAsync(CancellationToken ct) => SetAsync([], ct);

    private async Task<IActionResult> SetAsync(IReadOnlyList<UrgingStep> steps, CancellationToken ct)
    {
        if (Council() is not { } council)
        {
            return NotFound();
        }

        if (ModelState.Refuse(await desk.SetLadderAsync(council, steps, acting, ct), texts))
        {
            return Page();
        }

        TempData.Notice(texts["followUp.ladder.saved"]);

        return Redirect(FollowUpLinks.Ladder);
    }

    private Guid? Council() => acting.OwnCouncils<SetUrgingLadder>() is [var first, ..] ? first : null;
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Letters;

public sealed record NumberForm
{
    public string? Number { get; init; }

    public string? Notation { get; init; }

    public DateOnly? On { get; init; }
}

public sealed record OutsideForm
{
    public string? Number { get; init; }

    public string? Notation { get; init; }

    public DateOnly? SignedOn { get; init; }

    public string? Signer { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public IFormFile? File { get; init; }
}

/// <summary>A reason, or a file: forms of one question.</summary>
public sealed record WhyForm
{
    public string? Reason { get; init; }
}

public sealed record CopyForm
{
    public IFormFile? File { get; init; }
}

/// <summary>One letter: where it stands on the signing path, the next act, its copies and its story.</summary>
[Requires<ReadLetters>]
public sealed class DetailsModel(
    LetterList list, LetterDesk desk, LetterOffice office, FileDesk files, CouncilDirectory directory, StoryTeller story, TextTable texts, TimeProvider clock, Acting acting) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public NumberForm Given { get; set; } = new();

    [BindProperty]
    public OutsideForm Outside { get; set; } = new();

    [BindProperty]
    public WhyForm Return { get; set; } = new();

    [BindProperty]
    public WhyForm Withdrawal { get; set; } = new();

    [BindProperty]
    public CopyForm Copy { get; set; } = new();

    public LetterView View { get; private set; } = null!;

    /// <summary>The form whose wish was refused; it stays open.</summary>
    public string? Failed { get; private set; }

    public string Council { get; private set; } = "";

    public IReadOnlyList<StoryEntry> Story { get; private set; } = [];

    public OfficialLetter Letter => View.Letter;

    public bool IsLate => View.IsLate(clock.Today);

    public bool MayPrepare => May<PrepareLetters>();

    public bool MaySign => May<SignLetters>();

    public bool MayIssue => May<IssueLetters>();

    public IReadOnlyList<string> Why => View.OutBy is { } due && LetterStates.SignedNotOut.Contains(Letter.State) ? [texts["letters.outBy.why", due.Rule.LegalBasis]] : [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => DoAsync(desk.SubmitAsync(Id, acting, ct), "", "letters.done.submitted", ct);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) => DoAsync(desk.ReturnAsync(Id, Return.Reason ?? "", acting, ct), nameof(Return), "letters.done.returned", ct);

    public Task<IActionResult> OnPostSignAsync(CancellationToken ct) => DoAsync(desk.SignAsync(Id, acting, ct), "", "letters.done.signed", ct);

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken ct) => DoAsync(desk.DiscardAsync(Id, acting, ct), "", "letters.done.discarded", ct);

    public Task<IActionResult> OnPostSealAsync(CancellationToken ct) => DoAsync(office.SealAsync(Id, acting, ct), "", "letters.done.sealed", ct);

    public Task<IActionResult> OnPostIssueAsync(CancellationToken ct) => DoAsync(office.IssueAsync(Id, acting, ct), "", "letters.done.issued", ct);

    public async Task<IActionResult> OnPostNumberAsync(CancellationToken ct) =>
        await DoAsync(Plain(office.NumberAsync(Id, Given.Number, Given.Notation, Given.On, acting, ct)), nameof(Given), "letters.done.numbered", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        await DoAsync(Plain(office.WithdrawAsync(Id, Withdrawal.Reason ?? "", acting, ct)), nameof(Withdrawal), "letters.done.withdrawn", ct);

    public async Task<IActionResult> OnPostOutsideAsync(CancellationToken ct)
    {
        var seen = new IssuedOutside
        {
            Number = Outside.Number,
            Notation = Outside.Notation,
            SignedOn = Outside.SignedOn,
            Signer = Outside.Signer,
            IssuedOn = Outside.IssuedOn ?? clock.Today,
        };
        var scan = await TakeAsync(Outside.File, ct);

        return await DoAsync(scan.IsRefused ? Task.FromResult<Result>(scan) : office.RecordOutsideAsync(Id, seen, scan.Value, acting, ct), nameof(Outside), "letters.done.issued", ct);
    }

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        var scan = await TakeAsync(Copy.File, ct);
        var done = scan.IsRefused ? Task.FromResult<Result>(scan)
            : scan.Value is { } copy ? office.AttachCopyAsync(Id, copy, acting, ct)
            : Task.FromResult<Result>(new Refusal("file.missing", "File"));

        return await DoAsync(done, nameof(Copy), "letters.done.copied", ct);
    }

    private static async Task<Result> Plain<T>(Task<Result<T>> result) => await result;

    /// <summary>The scan in the store, before the operation that names it; null when none was chosen. A stranger's file is not even read.</summary>
    private async Task<Result<StagedFile?>> TakeAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || await list.FindAsync(Id, acting, ct) is not { } view || acting.CapacityFor<IssueLetters>(view.Letter.CouncilId, view.Letter.ProvinceId) is null)
        {
            return Result.Of<StagedFile?>(null);
        }

        await using var content = file.OpenReadStream();
        var taken = await files.TakeInAsync(new IncomingFile(view.Letter.CouncilId, content, file.FileName), ct);

        return taken.IsRefused ? Result<StagedFile?>.Refuse([.. taken.Refusals.Select(r => r.At("File"))]) : Result.Of<StagedFile?>(taken.Value);
    }

    private async Task<IActionResult> DoAsync(Task<Result> act, string form, string done, CancellationToken ct)
    {
        var result = await act;
        if (ModelState.Refuse(result, texts, form))
        {
            Failed = form;

            return await ShowAsync(ct);
        }

        TempData.Notice(texts[done]);

        return Redirect(LetterWords.Details(Id));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await list.FindAsync(Id, acting, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Council = (await directory.CouncilAsync(view.Letter.CouncilId, ct))?.Name ?? "";
        Story = [.. view.Story.Select(e => story.Line(e, view.Names)).Select(l => new StoryEntry(l.At, l.What, l.Who, l.Because))];
        if (Failed is null)
        {
            Given = new NumberForm { Notation = view.Letter.Notation, On = clock.Today };
            Outside = new OutsideForm { Notation = view.Letter.Notation, SignedOn = view.Letter.SignedOn, IssuedOn = clock.Today };
        }

        return Page();
    }

    private bool May<T>()
        where T : Permission, new() => acting.CapacityFor<T>(Letter.CouncilId, Letter.ProvinceId) is not null;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Refusals;
using NghiTruong.Threads;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>Puts a record into a thread, from the record's own page: one that is open, or a new one. Two presses in all.</summary>
[Requires<KeepThreads>]
public sealed class JoinModel(ThreadDesk desk, ThreadPlacing placing, ThreadPageTools tools) : PageModel
{
    public const string AsNew = "moi";

    [BindProperty]
    public JoinThreadForm Input { get; set; } = new();

    /// <summary>Kind of the record.</summary>
    [BindProperty(Name = "loai", SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>How its teller finds it.</summary>
    [BindProperty(Name = "ma", SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>Words by which a thread is looked for.</summary>
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Sought { get; set; }

    public ThreadPlaces Places { get; private set; } = null!;

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Choices { get; private set; } = [];

    public string Back => RecordLinks.Of(Places.Record.Kind, Places.Record.Code) ?? ThreadLinks.List;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (await placing.ForAsync(Words.Blank(Kind), Code ?? "", Words.Blank(Sought), tools.Acting, ct) is not { } places)
        {
            context.Result = NotFound();

            return;
        }

        Places = places;
        Councils = await tools.Desks.CouncilChoicesAsync<KeepThreads>(ct);
        Choices = [.. places.Open.Select(p => new SelectListItem(Say(p), p.Code)), new(tools.Texts["threads.join.new"], AsNew)];
        await next();
    }

    public void OnGet() => Input = new JoinThreadForm
    {
        Id = Guid.CreateVersion7(),
        Thread = Places.Open.FirstOrDefault(p => p.Reason is not null)?.Code ?? AsNew,
        Title = Words.Short(Places.Record.Title, 300),
        CouncilId = tools.Acting.OwnCouncils<KeepThreads>().Contains(Places.Record.CouncilId) ? Places.Record.CouncilId : tools.OwnCouncil,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var record = new ThreadRecordInput(Code!, Places.Record.Kind, Words.Blank(Input.Note));
        var joined = Input.Thread == AsNew ? await OpenAsync(record, ct) : await LinkAsync(record, ct);
        if (ModelState.Refuse(joined, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["threads.joined", Places.Record.Code, joined.Value]);

        return LocalRedirect(ThreadLinks.Details(joined.Value));
    }

    private Task<Result<string>> OpenAsync(ThreadRecordInput record, CancellationToken ct) => desk.OpenAsync(
        new ThreadInput { Id = Input.Id, CouncilId = Input.CouncilId ?? tools.OwnCouncil, Title = Input.Title ?? "", Record = record }, tools.Acting, ct);

    private async Task<Result<string>> LinkAsync(ThreadRecordInput record, CancellationToken ct)
    {
        var linked = await desk.LinkAsync(Input.Thread, record, tools.Acting, ct);

        return linked.IsRefused ? Result<string>.Refuse(linked.Refusals) : Input.Thread;
    }

    private string Say(ThreadPlace place) =>
        string.Join(" · ", new[] { Words.Short(place.Title, 120), place.Code, place.Place, place.Reason is null ? null : tools.Texts["threads.join.because", place.Reason] }.Where(w => !string.IsNullOrEmpty(w)));
}

public sealed record JoinThreadForm
{
    public Guid? Id { get; init; }

    public Guid? CouncilId { get; init; }

    /// <summary>Code of an open thread, or <c>moi</c>.</summary>
    [Required(ErrorMessage = "threads.join.missing"), StringLength(60)]
    public string Thread { get; init; } = "";

    [StringLength(500)]
    public string? Title { get; init; }

    [StringLength(500)]
    public string? Note { get; init; }
}

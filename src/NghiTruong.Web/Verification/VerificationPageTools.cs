using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Verification;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>What every page of one dossier needs.</summary>
public sealed record VerificationPageTools(VerificationReader Reader, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock);

/// <summary>A page about one dossier. It finds the dossier first; what one may not see is not found.</summary>
public abstract class VerificationPageModel(VerificationPageTools tools) : PageModel
{
    public VerificationView View { get; private set; } = null!;

    public VerificationCase Case => View.Case;

    public string Code => Case.Code;

    public string Back => VerificationLinks.Details(Code);

    protected VerificationPageTools Tools => tools;

    protected Acting Acting => tools.Acting;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (await tools.Reader.ReadAsync((string?)RouteData.Values["code"] ?? "", tools.Acting, ct) is not { } view || !IsFor(view))
        {
            context.Result = NotFound();

            return;
        }

        View = view;
        await PrepareAsync(ct);
        await next();
    }

    /// <summary>Whether this page is for somebody who sees that much of the dossier.</summary>
    protected virtual bool IsFor(VerificationView view) => true;

    /// <summary>Reads what the page shows besides.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>On with a word of what was done; or the page again with what was wrong.</summary>
    protected IActionResult Finish(Result result, string done, string? to = null)
    {
        if (ModelState.Refuse(result, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts[done, Code]);

        return LocalRedirect(to ?? Back);
    }

    protected bool May<T>()
        where T : Permission, new() => Acting.CapacityFor<T>(Case.CouncilId, Case.ProvinceId) is not null;
}

/// <summary>Verification vocabulary in the reader's language.</summary>
public static class VerificationWords
{
    public static string Of(this TextTable texts, VerificationItem item) => texts[$"verification.item.{item}"];

    public static string Of(this TextTable texts, VerificationState state) => texts[$"verification.state.{state}"];

    public static string Of(this TextTable texts, VerificationPosition position) => texts[$"verification.position.{position}"];

    public static Tone ToneOf(VerificationState state) => state switch
    {
        VerificationState.Reported => Tone.Done,
        VerificationState.Concluded => Tone.Going,
        _ => Tone.Plain,
    };

    public static List<SelectListItem> Choices<T>(this TextTable texts, string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(texts[$"{prefix}.{v}"], $"{v}"))];
}

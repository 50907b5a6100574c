using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Refusals;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>A page that does one thing with one record, named by <c>{code}</c> in the address. It finds the record first; what one may not see is not found.</summary>
/// <typeparam name="T">What the room's reader gives.</typeparam>
public abstract class ActModel<T>(TextTable texts) : PageModel
    where T : class
{
    public T Matter { get; private set; } = null!;

    public abstract string Code { get; }

    /// <summary>Address of the record.</summary>
    public abstract string Back { get; }

    /// <summary>Name of the act in texts: <c>{Room}.act.{Act}</c> is its title, <c>.done</c> what the next page says.</summary>
    public abstract string Act { get; }

    /// <summary>First part of the room's texts: <c>petitions</c>.</summary>
    protected abstract string Room { get; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (await FindAsync((string?)RouteData.Values["code"] ?? "", ct) is not { } matter)
        {
            context.Result = NotFound();

            return;
        }

        Matter = matter;
        await PrepareAsync(ct);
        await next();
    }

    protected abstract Task<T?> FindAsync(string code, CancellationToken ct);

    /// <summary>Reads the choices of the form.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Back to the record with a word of what was done; or the form again with what was wrong.</summary>
    protected IActionResult Finish(Result result, string? next = null, string prefix = "Input")
    {
        if (ModelState.Refuse(result, texts, prefix))
        {
            return Page();
        }

        TempData.Notice(texts[$"{Room}.act.{Act}.done", Code]);

        return LocalRedirect(next ?? Back);
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Library;

/// <summary>Writes a new text, changes one's own, or puts one's own in place of the nation's.</summary>
[Requires<KeepLibrary>]
public class EditModel(LibraryDesk desk, LibraryShelf shelf, CouncilDesks desks, Acting acting, TextTable texts) : PageModel
{
    private LibraryPage? _text;

    [BindProperty]
    public LibraryForm Input { get; set; } = new();

    /// <summary>Null for a new text.</summary>
    public string? Code { get; private set; }

    public bool IsNew => Code is null;

    /// <summary>Own councils; the nation for its administrator (empty value).</summary>
    public List<SelectListItem> Places { get; private set; } = [];

    public List<SelectListItem> Kinds => texts.Choices<LibraryKind>("library.kind.");

    public List<SelectListItem> Uses => texts.Choices<LibraryUse>("library.use.");

    public bool MayTakeDown => _text?.Id is not null && Places.Exists(p => p.Value == (_text.CouncilId?.ToString("D") ?? ""));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        Code = (string?)RouteData.Values["code"];
        if (Code is not null && (_text = await shelf.FindAsync(Code, acting, ct)) is null)
        {
            context.Result = NotFound();

            return;
        }

        Places = await desks.CouncilChoicesAsync<KeepLibrary>(ct);
        if (acting.ScopeOf<KeepLibrary>().All)
        {
            Places.Insert(0, new SelectListItem(texts["libraries.nation"], ""));
        }

        await next();
    }

    public void OnGet()
    {
        var place = _text?.Id is null ? Places is [var first, ..] ? first.Value : "" : _text.CouncilId?.ToString("D") ?? "";
        Input = _text is null
            ? new LibraryForm { Place = place }
            : new LibraryForm { Place = place, Kind = _text.Kind, Use = _text.Use, Title = _text.Title, Body = string.Join('\n', _text.Paragraphs), Version = _text.Id is null ? null : _text.Version };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var place = PlaceOf(Input.Place);
        var saved = await desk.SaveAsync(
            new LibraryInput { Code = Code, CouncilId = place, Kind = Input.Kind, Use = Input.Use, Title = Input.Title, Body = Input.Body, Version = _text?.Id is not null && _text.CouncilId == place ? Input.Version : null }, acting, ct);

        return Finish(saved, "libraries.saved", saved.IsRefused ? "" : LibraryLinks.Details(saved.Value));
    }

    public async Task<IActionResult> OnPostTakeDownAsync(string? place, CancellationToken ct) => Finish(await desk.TakeDownAsync(Code ?? "", PlaceOf(place), acting, ct), "libraries.takenDown", LibraryLinks.List);

    /// <summary>The council chosen; where there is but one, that; the nation for its administrator alone.</summary>
    private Guid? PlaceOf(string? typed) => Guid.TryParse(typed, out var id) ? id : acting.ScopeOf<KeepLibrary>().All ? null : Places is [var only, ..] && Guid.TryParse(only.Value, out var own) ? own : Guid.Empty;

    private IActionResult Finish(Result result, string done, string next)
    {
        if (ModelState.Refuse(result, texts))
        {
            return Page();
        }

        TempData.Notice(texts[done]);

        return LocalRedirect(next);
    }
}

public sealed record LibraryForm
{
    public string? Place { get; init; }

    public LibraryKind Kind { get; init; } = LibraryKind.Lesson;

    public LibraryUse Use { get; init; }

    [Required(ErrorMessage = "library.titleMissing"), StringLength(300)]
    public string Title { get; init; } = "";

    [Required(ErrorMessage = "library.bodyMissing"), StringLength(10_000)]
    public string Body { get; init; } = "";

    public int? Version { get; init; }
}

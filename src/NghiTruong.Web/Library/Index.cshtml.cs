using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Library;

/// <summary>The shelf: texts by what they are for, found by words; those kept on this device are marked.</summary>
[Requires<ReadLibrary>]
public sealed class IndexModel(LibraryShelf shelf, Acting acting, TextTable texts) : PageModel
{
    public IReadOnlyList<LibraryPage> Texts { get; private set; } = [];

    public string? Sought { get; private set; }

    public string? Use { get; private set; }

    public string? Kind { get; private set; }

    public List<SelectListItem> Uses => texts.CodedChoices<LibraryUse>("library.use.");

    public List<SelectListItem> Kinds => texts.CodedChoices<LibraryKind>("library.kind.");

    public bool MayKeep => acting.May<KeepLibrary>();

    /// <summary>What the device keeps: the plain list, each text, the style sheet.</summary>
    public string PlainPages => string.Join(' ', Texts.Select(t => LibraryLinks.PlainOf(t.Code)).Prepend(LibraryLinks.Plain).Append(ShellAssets.Styles));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var address = new AddressReader(Request.Query, "libraries.filterUnreadable");
        var (use, kind) = (address.Name<LibraryUse>("for"), address.Name<LibraryKind>("kind"));
        Sought = address.Text("q");
        if (ModelState.Refuse(address.Read(true), texts, ""))
        {
            return;
        }

        (Use, Kind) = (use is { } u ? Words.CodeOf(u) : null, kind is { } k ? Words.CodeOf(k) : null);
        Texts = await shelf.ReadAsync(Sought, kind, use, acting, ct);
    }
}

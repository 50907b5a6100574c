using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law;
using NghiTruong.Law.Definitions;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Law;

/// <summary>The catalogues that an administrator keeps: one page says what each is for.</summary>
[Requires<ReadRules>]
public sealed class DefinitionIndexModel(DefinitionDesk desk) : PageModel
{
    public IReadOnlyList<DefinitionCatalogue> Catalogues { get; } = desk.Catalogues;
}

/// <summary>
/// One list of a catalogue as it holds for the reader's council: who said each entry, edited in place, previewed, returned to what stands above. A province's word holds for all below
/// it; whoever administers the nation speaks for all.
/// </summary>
[Requires<ReadRules>]
public sealed class DefinitionsModel(DefinitionDesk desk, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    /// <summary>What <c>?sua=</c> says for a new entry.</summary>
    public const string NewEntry = "moi";

    [FromQuery(Name = "nhom")]
    public string? List { get; set; }

    /// <summary>Code of the entry whose form stands open.</summary>
    [FromQuery(Name = "sua")]
    public string? Editing { get; set; }

    [BindProperty]
    public DefinitionForm Input { get; set; } = new();

    public DefinitionCatalogue Catalogue { get; private set; } = null!;

    public DefinitionList Chosen { get; private set; } = null!;

    public CouncilName? Council { get; private set; }

    public bool MaySet { get; private set; }

    public IReadOnlyList<Defined> Entries { get; private set; } = [];

    /// <summary>Said for a day to come.</summary>
    public IReadOnlyList<Definition> ToCome { get; private set; } = [];

    /// <summary>Kinds there are to choose from.</summary>
    public List<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>The list as it would be with what is typed; null where nothing is being previewed.</summary>
    public IReadOnlyList<DefinitionEntry>? Preview { get; private set; }

    public bool IsNew => Editing == NewEntry;

    public int Total => Entries.Where(e => !e.Entry.IsRetired).Sum(e => e.Entry.Number ?? 0);

    public IReadOnlyList<DefinitionEntry> Seen => Preview ?? [.. Entries.Where(e => !e.Entry.IsRetired).Select(e => e.Entry)];

    public bool HasOwn => Entries.Any(e => e.Layer == OwnLayer);

    public DefinitionLayer OwnLayer => Council is null ? DefinitionLayer.Nation : DefinitionLayer.Council;

    public bool MayAdd => MaySet && !Catalogue.IsClosed && !Chosen.IsLocked;

    public bool IsChoice(string? kind) => kind is not null && kind == Catalogue.ChoiceKind;

    public string KindName(string? kind) => Kinds.FirstOrDefault(k => k.Value == kind)?.Text ?? kind ?? "";

    public string LinkTo(string? list = null, string? edit = null, string? handler = null) =>
        LawLinks.Definitions(Catalogue.Slug) + QueryString.Create(new KeyValuePair<string, string?>[] { new("nhom", list ?? Chosen.Key), new("sua", edit), new("handler", handler) }.Where(p => !string.IsNullOrEmpty(p.Value))).Value;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        if (Editing is not null && !IsNew)
        {
            if (Entries.FirstOrDefault(e => e.Code == Editing)?.Entry is not { } entry)
            {
                return NotFound();
            }

            Input = DefinitionForm.Of(entry);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        return ModelState.IsValid ? After(await desk.SetAsync(Asked(), acting, ct), "definitions.saved") : Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string slug, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid && await desk.PreviewAsync(Asked(), acting, clock.Today, ct) is var planned && !ModelState.Refuse(planned, texts))
        {
            Preview = [.. Entries.Select(e => e.Entry).Where(e => e.Code != planned.Value.Code).Append(planned.Value).Where(e => !e.IsRetired).OrderBy(e => e.Order)];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostReturnAsync(string slug, string? code, CancellationToken ct)
    {
        if (!await LoadAsync(slug, ct))
        {
            return NotFound();
        }

        ModelState.Clear();

        return After(await desk.ReturnAsync(Council?.Id, Catalogue.Code, Chosen.Key, code, acting, ct), "definitions.returned");
    }

    private IActionResult After(Result result, string said)
    {
        if (ModelState.Refuse(result, texts))
        {
            return Page();
        }

        TempData.Notice(texts[said]);

        return LocalRedirect(LinkTo());
    }

    private DefinitionInput Asked() => new()
    {
        CouncilId = Council?.Id,
        Catalogue = Catalogue.Code,
        List = Chosen.Key,
        Code = IsNew ? null : Editing,
        ValidFrom = Input.ValidFrom,
        Vietnamese = Input.Vietnamese,
        English = Input.English,
        Basis = Input.Basis,
        Kind = Catalogue.HasKind ? Input.Kind : null,
        IsRequired = Input.IsRequired,
        Number = Input.Number,
        Choices = Input.Choices?.ReplaceLineEndings("\n"),
        Order = Input.Order,
        IsRetired = Input.IsRetired,
    };

    private async Task<bool> LoadAsync(string slug, CancellationToken ct)
    {
        if (desk.Catalogues.FirstOrDefault(c => c.Slug == slug) is not { } catalogue || catalogue.List(List ?? catalogue.Lists[0].Key) is not { } list)
        {
            return false;
        }

        (Catalogue, Chosen) = (catalogue, list);
        var own = acting.OwnCouncils<ReadRules>();
        Council = own.Count > 0 ? await directory.CouncilAsync(own[0], ct) : null;
        MaySet = Council is null ? acting.CapacityFor<SetGeneralRules>(Guid.Empty, Guid.Empty) is not null : acting.CapacityFor<SetOwnRules>(Council.Id, Council.ProvinceId) is not null;
        var place = new DefinitionPlace(Council?.Id, Council?.ProvinceId);
        var (defined, rows) = await desk.ReadAsync(catalogue, place, clock.Today, ct);
        Entries = [.. defined.Where(d => d.List == list.Key)];
        ToCome = [.. rows.Where(r => r.List == list.Key && r.ValidFrom > clock.Today).OrderBy(r => r.ValidFrom)];
        Kinds = catalogue.KindsOf is { } groups
            ? [.. (await desk.ReadAsync(groups, place, clock.Today, ct)).Defined.Standing("").Select(e => new SelectListItem(e.NameIn(CultureInfo.CurrentUICulture), e.Code))]
            : [.. catalogue.Kinds.Where(k => list.Kinds?.Contains(k) != false).Select(k => new SelectListItem(texts[$"definition.{catalogue.Code}.kind.{k}"], k))];

        return true;
    }
}

public sealed record DefinitionForm
{
    public string? Vietnamese { get; init; }

    public string? English { get; init; }

    public string? Basis { get; init; }

    public string? Kind { get; init; }

    public bool IsRequired { get; init; }

    public int? Number { get; init; }

    public string? Choices { get; init; }

    public int? Order { get; init; }

    public bool IsRetired { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public static DefinitionForm Of(DefinitionEntry e) => new()
    {
        Vietnamese = e.Vietnamese, English = e.English, Basis = e.Basis, Kind = e.Kind, IsRequired = e.IsRequired, Number = e.Number,
        Choices = string.Join('\n', e.Choices), Order = e.Order, IsRetired = e.IsRetired,
    };
}

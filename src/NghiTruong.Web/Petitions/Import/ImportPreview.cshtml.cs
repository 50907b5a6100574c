using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Texts;
using NghiTruong.Web.CitizenLetters;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions.Import;

/// <summary>What will happen to a ledger, row by row; a person matches columns, agrees, or leaves it. Afterwards: what came of it.</summary>
[Requires<ImportPetitions>]
public sealed class ImportPreviewModel(PetitionImports imports, ImportReader reader, CouncilDirectory directory, LetterWarning warning, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private const int Shown = 30;
    private HashSet<string> _agencies = [];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ImportView View { get; private set; } = null!;

    public IReadOnlyList<FoundColumn> Unknown { get; private set; } = [];

    public IReadOnlyList<ImportRowView> Added { get; private set; } = [];

    public IReadOnlyList<ImportRowView> Changed { get; private set; } = [];

    public IReadOnlyList<ImportRowView> Rejected { get; private set; } = [];

    public IReadOnlyList<ImportRowView> MovedOn { get; private set; } = [];

    public IReadOnlyList<ImportRowView> Warned { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Samples { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Sessions the ledger names and nobody has entered yet: their rows would stand in none.</summary>
    public IReadOnlyList<int> UnknownSessions { get; private set; } = [];

    /// <summary>Rows that look like a denunciation: who sends one is protected, which the list of petitions does not do.</summary>
    public IReadOnlyList<(int Number, LetterWord Found)> Denunciations { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public string Lead { get; private set; } = "";

    public string Words(RowProblem problem) => reader.Words(problem);

    public string? SampleOf(FoundColumn column) => Samples.GetValueOrDefault(column.Title);

    public bool IsNewAgency(string name) => !_agencies.Contains(VietnameseText.Fold(name));

    /// <summary>A value of a changed field in the reader's words.</summary>
    public string? Said(string field, string? value) => value is null ? null : field switch
    {
        "field" => CatalogueWords.Field(value),
        "authority" => CatalogueWords.Authority(value),
        "outcome" => texts.Of(Enum.Parse<Outcome>(value)),
        "kind" => texts.Of(Enum.Parse<PetitionKind>(value)),
        _ => value,
    };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await reader.FindAsync(Id, acting, HttpContext.RequestAborted) is not { } view)
        {
            context.Result = NotFound();

            return;
        }

        View = view;
        var council = (await directory.CouncilsAsync(HttpContext.RequestAborted)).GetValueOrDefault(view.Batch.CouncilId);
        Lead = texts["imports.lead", council?.Name ?? "", Ui.Number(view.Batch.Total)];
        await next();
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostPublishAsync(bool takeChanges, CancellationToken ct) =>
        await DoneAsync(await imports.PublishAsync(Id, new PublishChoice(takeChanges), acting, ct), ct);

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken ct) => await DoneAsync(await imports.DiscardAsync(Id, acting, ct), ct);

    public async Task<IActionResult> OnPostColumnsAsync(string[] titles, string?[] keys, CancellationToken ct)
    {
        var chosen = titles.Zip(keys).GroupBy(c => c.First, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Second, StringComparer.Ordinal);

        return await DoneAsync(await imports.MapColumnsAsync(Id, chosen, acting, ct), ct);
    }

    private async Task<IActionResult> DoneAsync(Refusals.Result result, CancellationToken ct)
    {
        if (!ModelState.Refuse(result, texts))
        {
            return LocalRedirect(ImportLinks.Of(Id));
        }

        await LoadAsync(ct);

        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (View.Batch.State is ImportState.Staging or ImportState.Discarded)
        {
            return;
        }

        Added = await reader.RowsAsync(View, ImportRowState.New, Shown, ct);
        Changed = await reader.RowsAsync(View, ImportRowState.Changed, Shown, ct);
        Rejected = await reader.RowsAsync(View, ImportRowState.Rejected, Shown, ct);
        MovedOn = await reader.RowsAsync(View, ImportRowState.MovedOn, Shown, ct);
        Warned = await reader.RowsAsync(View, null, Shown, ct);
        Unknown = [.. View.Tables.SelectMany(t => t.Columns).Where(c => c.Key is null && c.Match == ColumnMatch.Unknown && c.Title.Length > 0).DistinctBy(c => c.Title)];
        UnknownSessions = View.Batch.State == ImportState.Ready ? await reader.UnknownSessionsAsync(View, Today, ct) : [];
        Denunciations = View.Batch.State == ImportState.Ready ? await DenunciationsAsync(ct) : [];
        Samples = await reader.SamplesAsync(View, Unknown, ct);
        _agencies = [.. (await directory.AgenciesOfAsync(View.Batch.CouncilId, ct)).Select(a => VietnameseText.Fold(a.Name))];
    }

    private async Task<IReadOnlyList<(int Number, LetterWord Found)>> DenunciationsAsync(CancellationToken ct)
    {
        var words = await warning.WordsAsync(View.Batch.CouncilId, ct);

        return await reader.ChosenAsync(View, told => CitizenLetterRules.Find(told.Content, words) is { Kind: CitizenLetterKind.Denunciation } found ? found : null, Shown, ct);
    }
}

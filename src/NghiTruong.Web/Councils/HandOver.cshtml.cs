using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Texts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Councils;

/// <summary>Shares out the open matters of a council that has ended; what was shared out can be printed as a hand-over record.</summary>
[Requires<HandOverMatters>]
public sealed class HandOverModel(HandOver handOver, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    [BindProperty]
    public HandOverForm Input { get; set; } = new();

    public HandOverPage Matters { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, CouncilName> Names { get; private set; } = new Dictionary<Guid, CouncilName>();

    public async Task<IActionResult> OnGetAsync(Guid council, CancellationToken ct)
    {
        Input = new HandOverForm { On = clock.Today };

        return await FindAsync(council, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid council, CancellationToken ct)
    {
        if (!await FindAsync(council, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        List<HandOverChoice> choices = [.. Input.To.Where(c => c.Value is not null).Select(c => new HandOverChoice(c.Key, c.Value!.Value))];
        var result = await handOver.ShareOutAsync(council, choices, Input.On!.Value, Input.Basis!, acting, ct);
        if (ModelState.Refuse(result, texts))
        {
            return Page();
        }

        TempData.Notice(texts["handOver.done", choices.Count, result.Value.Count]);

        return Redirect(CouncilLinks.HandOver(council));
    }

    private async Task<bool> FindAsync(Guid council, CancellationToken ct)
    {
        if (await handOver.ReadAsync(council, acting, ct) is not { } found)
        {
            return false;
        }

        Matters = found;
        Names = await directory.CouncilsAsync(ct);

        return true;
    }

    /// <summary>The hand-over record as Word.</summary>
    internal static async Task<IResult> RecordAsync(Guid council, Guid record, Acting acting, HandOver handOver, TextTable texts, CancellationToken ct)
    {
        if (await handOver.ReadRecordAsync(council, record, acting, ct) is not var (handed, from, to))
        {
            return Results.NotFound();
        }

        var file = new MemoryStream();
        WordWriter.Write(HandOverDocument.Of(handed, from, to, UnitNames.WithoutKind(UnitNames.Heading(from.Name.Replace("HĐND ", "", StringComparison.Ordinal))), texts), file);
        file.Position = 0;

        return Results.File(file, WordWriter.ContentType, $"bien-ban-ban-giao-{from.Code}-{to.Code}.docx");
    }
}

public sealed record HandOverForm
{
    [Required]
    public DateOnly? On { get; init; }

    [Required, StringLength(200)]
    public string? Basis { get; init; }

    /// <summary>The receiving council by matter; a matter left out stays.</summary>
    public Dictionary<Guid, Guid?> To { get; init; } = [];
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Reception;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>Sổ tiếp công dân (Mẫu 03/TCD) of a period.</summary>
[Requires<KeepReceptionBook>]
public sealed class BookModel(ReceptionTools tools) : PageModel
{
    public IReadOnlyList<BookRow> Rows { get; private set; } = [];

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string CouncilName { get; private set; } = "";

    public string Query => $"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}";

    public async Task OnGetAsync(DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        (From, To) = (from ?? new DateOnly(tools.Today.Year, 1, 1), to ?? tools.Today);
        if (tools.OwnCouncil<KeepReceptionBook>() is { } council)
        {
            Rows = await tools.Book.ReadAsync(council, From, To, tools.Acting, ct);
            CouncilName = (await tools.Directory.CouncilAsync(council, ct))?.Name ?? "";
        }
    }
}

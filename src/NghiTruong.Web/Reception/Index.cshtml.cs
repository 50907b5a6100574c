using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Reception;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>The schedule: to come, past without a word, all.</summary>
[Requires<ReadReceptions>]
public sealed class IndexModel(ReceptionTools tools) : PageModel
{
    private const int MostMissing = 60;

    public IReadOnlyList<CitizenReception> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string Tab { get; private set; } = "ahead";

    public bool MayArrange { get; } = tools.Acting.May<ArrangeReceptions>();

    public bool MayKeep { get; } = tools.Acting.May<KeepReceptionBook>();

    public DateOnly Today => tools.Today;

    public bool ShowsCouncil { get; private set; }

    /// <summary>Delegates who have not received this year.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public string? CouncilOf(CitizenReception reception) => _councils.GetValueOrDefault(reception.CouncilId)?.Name;

    public async Task OnGetAsync(string? tab, string? cursor, CancellationToken ct)
    {
        Tab = tab is "unsaid" or "all" ? tab : "ahead";
        var own = tools.OwnCouncil<ReadReceptions>();
        ShowsCouncil = own is null;
        var filter = new ReceptionFilter { CouncilId = own, Cursor = cursor };
        filter = Tab switch { "ahead" => filter with { Ahead = true, State = ReceptionState.Scheduled, From = tools.Today }, "unsaid" => filter with { Unsaid = true }, _ => filter };
        (Rows, Next) = await tools.Book.ListAsync(filter, tools.Acting, ct);
        if (tools.OwnCouncil<ArrangeReceptions>() is { } council)
        {
            Missing = await tools.Book.MissingAsync(council, MostMissing, ct);
        }

        _councils = await tools.Directory.CouncilsAsync(ct);
    }
}

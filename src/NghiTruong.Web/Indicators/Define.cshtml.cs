using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Coverage;
using NghiTruong.Indicators;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

/// <summary>An indicator made or said anew: records first, then which of them are the base and which count, with a preview before it is kept.</summary>
[Requires<KeepIndicators>]
public sealed class DefineModel(IndicatorDesk desk, IndicatorList list, CouncilDesks desks, Acting acting, TextTable texts) : PageModel
{
    [BindProperty]
    public DefineForm Input { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public string? Code { get; private set; }

    public IndicatorFigure? Preview { get; private set; }

    public CountedRecords? Chosen => desk.Records.FirstOrDefault(r => r.Kind == Input.Records);

    public List<SelectListItem> Records => [.. desk.Records.Select(r => new SelectListItem(texts[ConditionWords.RecordsText(r.Code)], r.Kind))];

    public List<SelectListItem> Cadences => [.. Enum.GetValues<CoverageCadence>().Select(c => new SelectListItem(texts["indicators.cadence." + TextCode.Of(c)], c.ToString()))];

    public List<SelectListItem> Councils { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        if (!await FindAsync(code, ct))
        {
            return NotFound();
        }

        if (Code is null)
        {
            Input = new DefineForm { Id = Guid.CreateVersion7(), Records = AddressReader.Text(Request.Query, "records"), CouncilId = Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken ct)
    {
        var typed = Input;
        if (!await FindAsync(code, ct))
        {
            return NotFound();
        }

        Input = typed;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var kept = Code is null ? await desk.MakeAsync(Input.Asked, acting, ct) : await desk.EditAsync(Code, Input.Asked, Input.Version, acting, ct);
        if (ModelState.Refuse(kept, texts))
        {
            return Page();
        }

        TempData.Notice(texts["indicators.kept", Input.Vietnamese ?? ""]);

        return Redirect(IndicatorLinks.Definitions);
    }

    /// <summary>Other records were chosen, or what it would show is asked for; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string? code, CancellationToken ct)
    {
        var typed = Input;
        if (!await FindAsync(code, ct))
        {
            return NotFound();
        }

        Input = typed;
        var preview = await desk.PreviewAsync(Input.Asked, acting, ct);
        Preview = ModelState.Refuse(preview, texts) ? null : preview.Value;

        return Page();
    }

    public async Task<IActionResult> OnPostRetireAsync(string code, CancellationToken ct)
    {
        if (!await FindAsync(code, ct))
        {
            return NotFound();
        }

        var retired = await desk.RetireAsync(code, acting, ct);
        if (ModelState.Refuse(retired, texts, ""))
        {
            return Page();
        }

        TempData.Notice(texts["indicators.retiredNow"]);

        return Redirect(IndicatorLinks.Definitions);
    }

    private async Task<bool> FindAsync(string? code, CancellationToken ct)
    {
        Councils = await desks.CouncilChoicesAsync<KeepIndicators>(ct);
        if (code is null or "moi")
        {
            return true;
        }

        if ((await list.ReadAsync(acting, ct)).FirstOrDefault(i => i.Code == code) is not { CouncilId: { } council } indicator || acting.CapacityFor<KeepIndicators>(council, indicator.ProvinceId ?? Guid.Empty) is null)
        {
            return false;
        }

        (Code, Input) = (code, DefineForm.Of(indicator));

        return true;
    }
}

public sealed record DefineForm
{
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [StringLength(200)]
    public string? Vietnamese { get; init; }

    [StringLength(200)]
    public string? English { get; init; }

    [StringLength(500)]
    public string? Meaning { get; init; }

    [StringLength(60)]
    public string? Records { get; init; }

    public List<string> Base { get; init; } = [];

    public List<string> Counted { get; init; } = [];

    public CoverageCadence Cadence { get; init; } = CoverageCadence.Year;

    public int? Target { get; init; }

    [StringLength(300)]
    public string? Basis { get; init; }

    public int? Version { get; init; }

    internal IndicatorInput Asked => new()
    {
        Id = Id, CouncilId = CouncilId, Vietnamese = Vietnamese, English = English, Meaning = Meaning, Records = Records, Base = Base, Counted = Counted, Cadence = Cadence, Target = Target, Basis = Basis,
    };

    internal static DefineForm Of(Indicator i)
    {
        var rule = i.Rule;

        return new DefineForm
        {
            Id = i.Id,
            CouncilId = i.CouncilId ?? Guid.Empty,
            Vietnamese = i.Vietnamese,
            English = i.English,
            Meaning = i.Meaning,
            Records = rule.Kinds[0],
            Base = [.. rule.Base.SelectMany(c => c.Values.Select(v => $"{c.Dimension}:{v}"))],
            Counted = [.. rule.Counted.SelectMany(c => c.Values.Select(v => $"{c.Dimension}:{v}"))],
            Cadence = i.Cadence,
            Target = i.Target,
            Basis = i.Basis,
            Version = i.Version,
        };
    }
}

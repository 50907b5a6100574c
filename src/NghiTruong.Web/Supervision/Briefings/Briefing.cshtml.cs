using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Briefings;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision.Briefings;

/// <summary>One briefing: its minutes and what was concluded, or the form to write them.</summary>
[Requires<ReadFindings>]
public sealed class BriefingModel(BriefingDesk desk, BriefingList list, CouncilDesks desks, Acting acting, TextTable texts, TimeProvider clock) : ActModel<BriefingView>(texts)
{
    [BindProperty]
    public BriefingForm Input { get; set; } = new();

    /// <summary>Why a briefing that was not held is excused.</summary>
    [BindProperty]
    public ExcuseForm Excuse { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public override string Code => Matter.Briefing.Code;

    public override string Back => SupervisionLinks.Briefings;

    public override string Act => "hold";

    protected override string Room => "briefings";

    protected override Task<BriefingView?> FindAsync(string code, CancellationToken ct) => list.FindAsync(code, acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) => Agencies = await desks.AgencyChoicesAsync(Matter.Briefing.CouncilId, ct);

    public void OnGet() => Input = new BriefingForm { On = clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.HoldAsync(Code, Input.Asked(), acting, ct), SupervisionLinks.Briefing(Code));

    public async Task<IActionResult> OnPostExcuseAsync(CancellationToken ct)
    {
        // Only the reason was asked for: the other form's fields are not missing.
        foreach (var other in ModelState.Keys.Where(k => k.StartsWith(nameof(Input), StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(other);
        }

        return !ModelState.IsValid ? Page() : Finish(await desk.ExcuseAsync(Code, Excuse.Reason, acting, ct), prefix: nameof(Excuse));
    }
}

public sealed record ExcuseForm
{
    [StringLength(500)]
    public string? Reason { get; init; }
}

public sealed record BriefingForm
{
    /// <summary>Lines for conclusions.</summary>
    public const int Lines = 4;

    [Required]
    public DateOnly? On { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(200)]
    public string? Chair { get; init; }

    [Required(ErrorMessage = "briefing.minutesMissing"), StringLength(20_000)]
    public string Minutes { get; init; } = "";

    public List<string?> Contents { get; init; } = [.. new string?[Lines]];

    public List<Guid?> Agencies { get; init; } = [.. new Guid?[Lines]];

    public List<DateOnly?> Dues { get; init; } = [.. new DateOnly?[Lines]];

    /// <summary>A line of which nothing was written is nobody's.</summary>
    public BriefingInput Asked() => new()
    {
        On = On,
        Place = Words.Blank(Place),
        Chair = Words.Blank(Chair),
        Minutes = Minutes,
        Conclusions =
        [
            .. Contents.Select((content, i) => new BriefingConclusionInput(content?.Trim() ?? "", Agencies.ElementAtOrDefault(i), Dues.ElementAtOrDefault(i)))
                .Where(c => c.Content.Length > 0 || c.AgencyId is not null || c.DueOn is not null),
        ],
    };
}

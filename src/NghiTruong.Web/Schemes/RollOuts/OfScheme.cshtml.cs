using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes.RollOuts;

/// <summary>The roll-outs of one document, and a new one: what must reach whom, by which steps, by when.</summary>
[Requires<ReadSchemes>]
public sealed class OfSchemeModel(RollOutDesk desk, RollOutList list, SchemeTools tools) : SchemePageModel(tools)
{
    public override string Act => "trien-khai";

    [BindProperty]
    public RollOutForm Input { get; set; } = new();

    public RollOutPage List { get; private set; } = new([], null);

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Reaches => [.. Tools.Texts.Choices<RollOutReach>("rollOut.reach.").Where(r => Scheme.Tier == Tier.Province || r.Value == nameof(RollOutReach.Committees))];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        List = await list.ReadAsync(Scheme.Id, false, null, 50, Acting, ct);
        Councils = [.. (await Tools.Directory.OfProvinceAsync(Scheme.ProvinceId, ct)).Where(c => c.Tier == Tier.Commune).Select(c => new SelectListItem(c.Name, c.Id.ToString("D")))];
    }

    public void OnGet() => Input = new RollOutForm { Id = Guid.CreateVersion7(), Reach = Scheme.Tier == Tier.Province ? RollOutReach.AllCommunes : RollOutReach.Committees };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var opened = await desk.OpenAsync(
            Code,
            new RollOutInput
            {
                Id = Input.Id, Title = Input.Title, Topic = Input.Topic, Reach = Input.Reach, DueOn = Input.DueOn, CountsCells = Input.CountsCells, Councils = Input.Councils ?? [],
                Steps = (Input.Steps ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            },
            Acting, ct);

        return opened.IsRefused ? Finish(NghiTruong.Refusals.Result.Refuse(opened.Refusals)) : Finish(NghiTruong.Refusals.Result.Done, SchemeLinks.RollOut(opened.Value));
    }
}

public sealed record RollOutForm
{
    public Guid? Id { get; init; }

    [Required(ErrorMessage = "rollOut.titleMissing"), StringLength(300)]
    public string Title { get; init; } = "";

    public RollOutTopic Topic { get; init; } = RollOutTopic.Plan;

    public RollOutReach Reach { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool CountsCells { get; init; }

    [StringLength(2000)]
    public string? Steps { get; init; }

    public List<Guid>? Councils { get; init; }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Schemes;

/// <summary>A commune takes the province's document over: the number of its own plan is typed, the nodes are not.</summary>
[Requires<KeepSchemes>]
public sealed class AdoptModel(SchemeDesk desk, SchemeTools tools) : SchemePageModel(tools)
{
    public override string Act => "nhan";

    [BindProperty]
    public SchemeForm Input { get; set; } = new();

    public List<SelectListItem> Councils { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Councils = await Tools.Desks.CouncilChoicesAsync<KeepSchemes>(ct);

    public void OnGet() => Input = new SchemeForm
    {
        Id = Guid.CreateVersion7(), Kind = SchemeKind.Plan, Title = Tools.Texts["schemes.adopt.title", Tools.Texts.Of(Scheme.Kind).ToLowerInvariant(), Scheme.Number], PeriodFrom = Scheme.PeriodFrom, PeriodTo = Scheme.PeriodTo,
        IssuedBy = Tools.Texts["schemes.adopt.issuer"], IssuedOn = Tools.Clock.Today,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var adopted = await desk.AdoptAsync(Code, Input.ToInput(Input.CouncilId ?? Tools.OwnCouncil), Acting, ct);

        return adopted.IsRefused ? Finish(NghiTruong.Refusals.Result.Refuse(adopted.Refusals)) : Finish(NghiTruong.Refusals.Result.Done, SchemeLinks.Details(adopted.Value));
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Cơ quan chịu sự giám sát: which, what each hands in, by when.</summary>
[Requires<CarryOutSupervisions>]
public sealed class BodiesModel(SupervisionDesk desk, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "doi-tuong";

    [BindProperty]
    public BodiesForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Agencies = await Tools.Desks.AgencyChoicesAsync(Supervision.CouncilId, ct);
    }

    public void OnGet() => Input = BodiesForm.Of(Matter.Bodies, Tools.Texts["supervisions.body.mustHandIn.usual"]);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.SetBodiesAsync(Code, Input.Asked(), Acting, ct));
}

public sealed record BodiesForm
{
    /// <summary>One line for each; lines without an agency are nobody.</summary>
    public List<Guid?> Agencies { get; init; } = [];

    public List<string?> MustHandIn { get; init; } = [];

    public List<DateOnly?> HandInBy { get; init; } = [];

    public static BodiesForm Of(IReadOnlyList<SupervisedBody> standing, string usual)
    {
        const int room = 3;
        var form = new BodiesForm { Agencies = [.. standing.Select(b => (Guid?)b.AgencyId)], MustHandIn = [.. standing.Select(b => b.MustHandIn)], HandInBy = [.. standing.Select(b => b.HandInBy)] };
        for (var i = 0; i < room; i++)
        {
            form.Agencies.Add(null);
            form.MustHandIn.Add(usual);
            form.HandInBy.Add(null);
        }

        return form;
    }

    public IReadOnlyList<SupervisedBodyInput> Asked() =>
    [
        .. Agencies.Select((agency, i) => (Agency: agency, What: MustHandIn.ElementAtOrDefault(i), By: HandInBy.ElementAtOrDefault(i))).Where(b => b.Agency is not null)
            .Select(b => new SupervisedBodyInput(b.Agency!.Value, Words.Blank(b.What), b.By)),
    ];
}

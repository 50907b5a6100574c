using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Training;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>Sets right what was entered.</summary>
[Requires<KeepTrainings>]
public sealed class EditModel(TrainingDesk desk, TrainingPageTools tools) : TrainingPageModel(tools), ITrainingForm
{
    public override string Act => "sua";

    [BindProperty]
    public TrainingForm Input { get; set; } = new();

    public List<SelectListItem> Councils => [];

    public List<SelectListItem> Formats => Tools.Formats;

    public List<SelectListItem> Audiences => Tools.Audiences;

    public List<SelectListItem> PlanItems { get; private set; } = [];

    public bool IsProvince { get; private set; }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        if (await Tools.Directory.CouncilAsync(Class.CouncilId, ct) is { } council)
        {
            IsProvince = council.Tier == Tier.Province;
            PlanItems = [.. (await Tools.Reader.PlanAsync(council, Class.From.Year, Acting, ct)).Where(p => p.Item.CouncilId == council.Id).Select(p => new SelectListItem(Words.Short(p.Item.Subject), p.Item.Id.ToString("D")))];
        }
    }

    public void OnGet() => Input = TrainingForm.Of(Class);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.EditAsync(Code, Input.Asked(Class.CouncilId), Acting, ct)) : Page();
}

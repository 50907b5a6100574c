using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Results, what was not achieved, assessment: assembled from the findings, finished by people.</summary>
[Requires<CarryOutSupervisions>]
public sealed class ResultsModel(SupervisionResults results, GroupFieldReader groups, GroupForms forms, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "ket-qua";

    [BindProperty]
    public ResultsForm Input { get; set; } = new();

    /// <summary>The words were put together from the findings and nobody has written them yet.</summary>
    public bool IsAssembled { get; private set; }

    public GroupFieldsForm Group { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var stored = (await groups.OfAsync(Matter, ct)).Where(f => f.Value is not null).ToDictionary(f => f.Field.Code, GroupForms.Typed);
        Group = (await forms.OfAsync(Supervision.Group, Supervision.CouncilId, Request.Method == HttpMethods.Post ? Input.Fields : stored, isLater: false, ct))!;
    }

    public void OnGet()
    {
        var s = Supervision;
        IsAssembled = Matter.Findings.Count > 0 && string.IsNullOrEmpty(s.Results) && string.IsNullOrEmpty(s.Shortcomings);
        Input = new ResultsForm
        {
            Results = IsAssembled ? Found(FindingKind.Achieved) : s.Results,
            Shortcomings = IsAssembled ? Found(FindingKind.Shortcoming, FindingKind.Cause) : s.Shortcomings,
            Assessment = s.Assessment,
            NoRecommendationBecause = s.NoRecommendationBecause,
            Version = s.Version,
        };
    }

    private string Found(params IReadOnlyList<FindingKind> kinds) =>
        string.Join('\n', Matter.Findings.Where(f => kinds.Contains(f.Kind)).Select(f => f.Kind == FindingKind.Cause ? $"- {Tools.Texts.Of(f.Kind)}: {f.Text}" : $"- {f.Text}"));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // A field emptied by hand is emptied: only what a caller leaves out stays as it was.
        var asked = new ResultsInput
        {
            Results = Input.Results?.Trim() ?? "",
            Shortcomings = Input.Shortcomings?.Trim() ?? "",
            Assessment = Input.Assessment?.Trim() ?? "",
            NoRecommendationBecause = Input.NoRecommendationBecause?.Trim() ?? "",
            Version = Input.Version,
            Fields = Input.Fields,
        };

        return Finish(await results.WriteAsync(Code, asked, Acting, ct));
    }
}

public sealed record ResultsForm
{
    [StringLength(20_000)]
    public string? Results { get; init; }

    [StringLength(20_000)]
    public string? Shortcomings { get; init; }

    [StringLength(20_000)]
    public string? Assessment { get; init; }

    [StringLength(2000)]
    public string? NoRecommendationBecause { get; init; }

    public int? Version { get; init; }

    public Dictionary<string, string?> Fields { get; init; } = [];
}

using Microsoft.AspNetCore.Mvc;
using NghiTruong.Agreements;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>The steps of the procedure, each with who does it and within which time.</summary>
[Requires<KeepAgreements>]
public sealed class StepsModel(AgreementDesk desk, AgreementPageTools tools) : AgreementPageModel(tools)
{
    public override string Act => "quy-trinh";

    [BindProperty]
    public StepsForm Input { get; set; } = new();

    public void OnGet() => Input = StepsForm.Of(Matter.Steps);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.SetStepsAsync(Code, Input.Asked(), Acting, ct)) : Page();
}

public sealed record StepsForm
{
    private const int Room = 4;

    /// <summary>One line for each step; empty lines are none.</summary>
    public List<string?> Contents { get; init; } = [];

    public List<Guid?> Owners { get; init; } = [];

    public List<string?> Terms { get; init; } = [];

    public static StepsForm Of(IReadOnlyList<AgreementStep> standing) => new()
    {
        Contents = [.. standing.Select(s => s.Content), .. Enumerable.Repeat<string?>(null, Room)],
        Owners = [.. standing.Select(s => s.PartyId), .. Enumerable.Repeat<Guid?>(null, Room)],
        Terms = [.. standing.Select(s => s.Term), .. Enumerable.Repeat<string?>(null, Room)],
    };

    public IReadOnlyList<AgreementStepInput> Asked() =>
        [.. Contents.Select((c, i) => new AgreementStepInput(c ?? "", Owners.ElementAtOrDefault(i), Words.Blank(Terms.ElementAtOrDefault(i)))).Where(s => s.Content.Trim().Length > 0)];
}

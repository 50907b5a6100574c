using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Đoàn giám sát: who, in which part.</summary>
[Requires<CarryOutSupervisions>]
public sealed class TeamModel(SupervisionDesk desk, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "doan";

    [BindProperty]
    public TeamForm Input { get; set; } = new();

    public List<SelectListItem> Roles => Tools.Texts.Choices<TeamRole>("supervision.role.");

    public void OnGet() => Input = TeamForm.Of([.. Matter.Team.Where(m => m.Until is null)]);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid ? Page() : Finish(await desk.SetTeamAsync(Code, Input.Asked(), Acting, ct));
}

public sealed record TeamForm
{
    /// <summary>One line for each; empty lines are nobody.</summary>
    public List<string?> Names { get; init; } = [];

    public List<TeamRole> Roles { get; init; } = [];

    public static TeamForm Of(IReadOnlyList<TeamMember> standing)
    {
        const int room = 3;
        const int usual = 5;
        var form = new TeamForm { Names = [.. standing.Select(m => m.Name)], Roles = [.. standing.Select(m => m.Role)] };
        TeamRole[] first = [TeamRole.Head, TeamRole.Secretary];
        while (form.Names.Count < Math.Max(usual, standing.Count + room))
        {
            form.Roles.Add(form.Names.Count < first.Length && standing.Count == 0 ? first[form.Names.Count] : TeamRole.Member);
            form.Names.Add(null);
        }

        return form;
    }

    public IReadOnlyList<TeamMemberInput> Asked() =>
        [.. Names.Select((name, i) => (Name: name, Role: i < Roles.Count ? Roles[i] : TeamRole.Member)).Where(m => !string.IsNullOrWhiteSpace(m.Name)).Select(m => new TeamMemberInput(m.Name!, m.Role))];
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Groups;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision;

/// <summary>The group of the twelve a supervision falls under, and what the council records under its fields.</summary>
[Requires<CarryOutSupervisions>]
public sealed class GroupModel(GroupDesk desk, GroupFieldReader reader, GroupForms forms, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "nhom";

    [FromQuery(Name = "nhom")]
    public string? Asked { get; set; }

    [BindProperty]
    public GroupForm Input { get; set; } = new();

    public GroupFieldsForm Form { get; private set; } = null!;

    public List<SelectListItem> Groups { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => Finish(await desk.SetAsync(Code, Input.Group, Input.Fields, Acting, ct));

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Groups = await forms.ChoicesAsync(Supervision.CouncilId, ct);
        var group = Input.Group ?? (Groups.Exists(g => g.Value == Asked) ? Asked! : Supervision.Group);
        var stored = (await reader.OfAsync(Matter, ct)).Where(f => f.Value is not null).ToDictionary(f => f.Field.Code, GroupForms.Typed);
        Form = (await forms.OfAsync(group, Supervision.CouncilId, Request.Method == HttpMethods.Post ? Input.Fields : stored, isLater: false, ct))!;
        Groups.ForEach(g => g.Selected = g.Value == group);
    }
}

public sealed record GroupForm
{
    public string? Group { get; init; }

    public Dictionary<string, string?> Fields { get; init; } = [];
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Schemes;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Schemes;

/// <summary>One objective, target or solution: by what resolution it binds, its targets and figures by year, and the lower councils' figures under it.</summary>
[Requires<ReadSchemes>]
public sealed class NodeModel(SchemeNodes nodes, SchemeTools tools) : NodePageModel(tools)
{
    private string _act = "go";

    public override string Act => _act;

    public string CouncilName { get; private set; } = "";

    public string? Owner { get; private set; }

    public IReadOnlyDictionary<Guid, CouncilName> Councils { get; private set; } = new Dictionary<Guid, CouncilName>();

    public IReadOnlyList<SelectListItem> Periods => Tools.Periods(Scheme);

    public bool MayKeep => Matter.Whole.MayKeep;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Councils = await Tools.Directory.CouncilsAsync(ct);
        CouncilName = Councils.GetValueOrDefault(Node.CouncilId)?.Name ?? "";
        Owner = await Tools.OwnerAsync(Node, ct);
    }

    public async Task<IActionResult> OnPostUnlinkAsync(Guid link, CancellationToken ct) => Finish(await nodes.UnlinkAsync(Code, link, Acting, ct));

    public async Task<IActionResult> OnPostBackAsync(CancellationToken ct)
    {
        _act = "tro-lai";

        return Finish(await nodes.PutOutsideAsync(Code, null, true, Acting, ct));
    }
}

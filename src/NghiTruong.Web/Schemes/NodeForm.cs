using System.ComponentModel.DataAnnotations;
using System.Globalization;
using NghiTruong.Refusals;
using NghiTruong.Schemes;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>A node as it is typed.</summary>
public sealed record NodeForm
{
    public Guid? Id { get; init; }

    public NodeKind Kind { get; init; } = NodeKind.Target;

    [Required(ErrorMessage = "scheme.nodeTitleMissing"), StringLength(1000)]
    public string Title { get; init; } = "";

    [StringLength(60)]
    public string? Parent { get; init; }

    [StringLength(60)]
    public string? Upper { get; init; }

    public NodeMeasure Measure { get; init; } = NodeMeasure.Ratio;

    [StringLength(60)]
    public string? Unit { get; init; }

    public NodeDirection Direction { get; init; }

    public bool SumsBelow { get; init; }

    [StringLength(30)]
    public string? Baseline { get; init; }

    [Range(1990, 2099)]
    public int? BaselineYear { get; init; }

    public Guid? OwnerAgencyId { get; init; }

    public Guid? OwnerBodyId { get; init; }

    [StringLength(200)]
    public string? OwnerName { get; init; }

    [StringLength(300)]
    public string? DataSource { get; init; }

    /// <summary>One a line: <c>2026: 100</c>.</summary>
    [StringLength(1000)]
    public string? Goals { get; init; }

    public int? Version { get; init; }

    public static NodeForm Of(NodeDetails details, string? parent)
    {
        var n = details.Node;

        return new NodeForm
        {
            Kind = n.Kind, Title = n.Title, Parent = parent, Upper = details.Upper?.Code, Measure = n.Measure, Unit = n.Unit, Direction = n.Direction, SumsBelow = n.SumsBelow, Baseline = SchemeWords.Typed(n.Baseline),
            BaselineYear = n.BaselineYear, OwnerAgencyId = n.OwnerAgencyId, OwnerBodyId = n.OwnerBodyId, OwnerName = n.OwnerName, DataSource = n.DataSource, Version = n.Version,
            Goals = string.Join('\n', details.Goals.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Year}: ") + SchemeWords.Typed(g.Goal))),
        };
    }

    /// <returns>Refusals <c>schemes.figureUnreadable</c>, <c>schemes.goalUnreadable</c>.</returns>
    public Result<NodeInput> ToInput()
    {
        var (baseline, goals) = (SchemeWords.Read(Baseline, nameof(Baseline)), SchemeWords.ReadGoals(Goals, nameof(Goals)));
        if (baseline.IsRefused || goals.IsRefused)
        {
            return Result<NodeInput>.Refuse([.. baseline.IsRefused ? baseline.Refusals : [], .. goals.IsRefused ? goals.Refusals : []]);
        }

        return new NodeInput
        {
            Id = Id, Kind = Kind, Title = Title, Parent = Words.Blank(Parent), Upper = Words.Blank(Upper), Measure = Measure, Unit = Words.Blank(Unit), Direction = Direction, SumsBelow = SumsBelow, Baseline = baseline.Value,
            BaselineYear = BaselineYear, OwnerAgencyId = OwnerAgencyId, OwnerBodyId = OwnerBodyId, OwnerName = Words.Blank(OwnerName), DataSource = Words.Blank(DataSource), Goals = goals.Value, Version = Version,
        };
    }
}

/// <summary>The choices of the form of a node.</summary>
public sealed record NodeChoices(
    IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Parents, IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Agencies, IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Bodies)
{
    public static async Task<NodeChoices> ReadAsync(SchemeTools tools, SchemeView whole, Guid? self, CancellationToken ct) => new(
        [.. whole.Nodes.Where(n => n.Node.Id != self).Select(n => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(Words.Short(n.Node.Title, 90), n.Node.Code))],
        await tools.Desks.AgencyChoicesAsync(whole.Scheme.CouncilId, ct),
        [
            .. (await tools.Directory.BodiesAsync(ct)).Values.Where(b => b.CouncilId == whole.Scheme.CouncilId && b.IsPresent).OrderBy(b => b.Kind).ThenBy(b => b.Name, StringComparer.Ordinal)
                .Select(b => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(b.Name, b.Id.ToString("D"))),
        ]);
}

using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Schemes;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes;

/// <summary>What every page of one document or node needs.</summary>
public sealed record SchemeTools(SchemeReader Reader, CouncilDesks Desks, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock)
{
    /// <summary>The council at whose desk the person keeps schemes, the preferred first.</summary>
    public Guid OwnCouncil => Acting.OwnCouncils<KeepSchemes>() is [var own, ..] ? own : Guid.Empty;

    /// <summary>Periods one may look at: of the years of a document, those that have begun, latest first.</summary>
    public List<SelectListItem> Periods(Scheme scheme)
    {
        var today = Clock.Today;

        return
        [
            .. Enumerable.Range(scheme.PeriodFrom, Math.Clamp(scheme.PeriodTo - scheme.PeriodFrom + 1, 1, 30)).Reverse()
                .SelectMany(y => new[] { new SchemePeriod(y, 0), new SchemePeriod(y, 2), new SchemePeriod(y, 1) }).Where(p => p.First <= today).Select(p => new SelectListItem(Texts.Of(p), p.Key)),
        ];
    }

    /// <summary>Who answers for a node, in words.</summary>
    public async Task<string?> OwnerAsync(SchemeNode node, CancellationToken ct)
    {
        if (node.OwnerAgencyId is { } agency)
        {
            return (await Directory.AgenciesAsync([agency], ct)).GetValueOrDefault(agency)?.Name;
        }

        return node.OwnerBodyId is { } body ? (await Directory.BodiesAsync(ct)).GetValueOrDefault(body)?.Name : node.OwnerName;
    }
}

/// <summary>A page that does one thing with one document.</summary>
public abstract class SchemePageModel(SchemeTools tools) : ActModel<SchemeView>(tools.Texts)
{
    public Scheme Scheme => Matter.Scheme;

    public override string Code => Scheme.Code;

    public override string Back => SchemeLinks.Details(Code);

    protected override string Room => "schemes";

    protected SchemeTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<SchemeView?> FindAsync(string code, CancellationToken ct) =>
        tools.Reader.ReadAsync(code, SchemePeriod.Parse(AddressReader.Text(Request.Query, "ky")), tools.Acting, ct);
}

/// <summary>A page that does one thing with one node.</summary>
public abstract class NodePageModel(SchemeTools tools) : ActModel<NodeDetails>(tools.Texts)
{
    public SchemeNode Node => Matter.Node;

    public Scheme Scheme => Matter.Whole.Scheme;

    public override string Code => Node.Code;

    public override string Back => SchemeLinks.Node(Code);

    protected override string Room => "schemes";

    protected SchemeTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<NodeDetails?> FindAsync(string code, CancellationToken ct) =>
        tools.Reader.NodeAsync(code, SchemePeriod.Parse(AddressReader.Text(Request.Query, "ky")), tools.Acting, ct);
}

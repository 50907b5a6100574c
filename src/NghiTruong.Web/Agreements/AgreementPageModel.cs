using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>What every page of the room needs.</summary>
public sealed record AgreementPageTools(AgreementReader Reader, CouncilDesks Desks, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock)
{
    /// <summary>The council at whose desk the person keeps agreements, the preferred first.</summary>
    public Guid OwnCouncil => Acting.OwnCouncils<KeepAgreements>() is [var own, ..] ? own : Guid.Empty;

    public List<SelectListItem> Kinds => Texts.Choices<AgreementKind>("agreement.kind.");

    /// <summary>Everybody who may sign: bodies of the council, its agencies, councils of the province.</summary>
    public async Task<List<SelectListItem>> PartiesAsync(Guid council, CancellationToken ct)
    {
        var (bodies, agencies, councils) =
            (new SelectListGroup { Name = Texts["agreements.group.bodies"] }, new SelectListGroup { Name = Texts["agreements.group.agencies"] }, new SelectListGroup { Name = Texts["agreements.group.councils"] });

        return
        [
            .. (await Directory.BodiesAsync(ct)).Values.Where(b => b.CouncilId == council && b.IsPresent).OrderBy(b => b.Kind).Select(b => new SelectListItem(b.Name, $"b:{b.Id}") { Group = bodies }),
            .. (await Directory.AgenciesOfAsync(council, ct)).Where(a => a.IsPresent).Select(a => new SelectListItem(a.Name, $"a:{a.Id}") { Group = agencies }),
            .. (await Desks.NeighbourChoicesAsync(council, ct)).Select(c => new SelectListItem(c.Text, $"c:{c.Value}") { Group = councils }),
        ];
    }
}

/// <summary>A page that does one thing with one agreement.</summary>
public abstract class AgreementPageModel(AgreementPageTools tools) : ActModel<AgreementWhole>(tools.Texts)
{
    public CoordinationAgreement Agreement => Matter.Agreement;

    public override string Code => Agreement.Code;

    public override string Back => AgreementLinks.Details(Code);

    public DateOnly Today => tools.Clock.Today;

    /// <summary>The parties that signed, to choose one who owes something.</summary>
    public List<SelectListItem> Signed => [.. Matter.Parties.Select(p => new SelectListItem(p.Name, p.Id.ToString("D")))];

    protected override string Room => "agreements";

    protected AgreementPageTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<AgreementWhole?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);
}

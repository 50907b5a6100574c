using NghiTruong.Accounts;
using NghiTruong.Reception;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>A page that does one thing with one visit.</summary>
public abstract class VisitActModel(ReceptionTools tools) : ActModel<VisitView>(tools.Texts)
{
    public CitizenVisit Visit => Matter.Visit;

    public override string Code => Visit.Code;

    public override string Back => ReceptionLinks.Visit(Code);

    protected override string Room => "visits";

    protected ReceptionTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<VisitView?> FindAsync(string code, CancellationToken ct) => tools.Book.VisitAsync(code, tools.Acting, ct);
}

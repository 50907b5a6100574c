using NghiTruong.Accounts;
using NghiTruong.Reception;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>A page that does one thing with one reception.</summary>
public abstract class ReceptionActModel(ReceptionTools tools) : ActModel<ReceptionView>(tools.Texts)
{
    public CitizenReception Reception => Matter.Reception;

    public override string Code => Reception.Code;

    public override string Back => ReceptionLinks.Details(Code);

    protected override string Room => "receptions";

    protected ReceptionTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<ReceptionView?> FindAsync(string code, CancellationToken ct) => tools.Book.FindAsync(code, tools.Acting, ct);
}

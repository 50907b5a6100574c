using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Schemes.RollOuts;

/// <summary>What every page of one roll-out needs.</summary>
public sealed record RollOutTools(RollOutReader Reader, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock);

/// <summary>A page that does one thing with one roll-out.</summary>
public abstract class RollOutPageModel(RollOutTools tools) : ActModel<RollOutView>(tools.Texts)
{
    public RollOut RollOut => Matter.RollOut;

    public override string Code => RollOut.Code;

    public override string Back => SchemeLinks.RollOut(Code);

    public DateOnly Today => tools.Clock.Today;

    protected override string Room => "rollOuts";

    protected RollOutTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<RollOutView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);
}

using NghiTruong.Accounts;
using NghiTruong.Documents.Registers;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Supervision.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Registers;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision.Import;

/// <summary>Takes a register of supervisions in.</summary>
[Requires<ImportSupervisions>]
public sealed class RegisterStartModel(RegisterImport import, CouncilDesks desks, Acting acting, TextTable texts) : RegisterPage<ImportSupervisions>(RegisterColumns.All, desks, texts)
{
    public override string Room => "supervisions";

    public override string Address => SupervisionLinks.Import;

    protected override string RejectedName => "dong-chua-nhan.xlsx";

    protected override Task<Result<RegisterTold>> TakeInAsync(RegisterFile file, bool dryRun, CancellationToken ct) => import.RunAsync(file, dryRun, acting, ct);
}

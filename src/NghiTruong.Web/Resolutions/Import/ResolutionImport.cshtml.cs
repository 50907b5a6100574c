using NghiTruong.Accounts;
using NghiTruong.Documents.Registers;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Resolutions.Import;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Registers;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Resolutions.Import;

/// <summary>Takes a register of resolutions in.</summary>
[Requires<ImportResolutions>]
public sealed class ResolutionImportModel(ResolutionImport import, CouncilDesks desks, Acting acting, TextTable texts) : RegisterPage<ImportResolutions>(ResolutionColumns.All, desks, texts)
{
    public override string Room => "resolutions";

    public override string Address => ResolutionLinks.Import;

    protected override string RejectedName => "nghi-quyet-chua-nhan.xlsx";

    protected override Task<Result<RegisterTold>> TakeInAsync(RegisterFile file, bool dryRun, CancellationToken ct) => import.RunAsync(file, dryRun, acting, ct);
}

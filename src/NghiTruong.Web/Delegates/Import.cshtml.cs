using NghiTruong.Delegates;
using NghiTruong.Delegates.Import;
using NghiTruong.Documents.Registers;
using NghiTruong.Refusals;
using NghiTruong.Web.Registers;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Delegates;

/// <summary>Takes a list of delegates in.</summary>
[Requires<ManageDelegates>]
public sealed class ImportModel(DelegateImport import, DelegatePageTools tools) : RegisterPage<ManageDelegates>(DelegateColumns.All, tools.Desks, tools.Texts)
{
    public override string Room => "delegates";

    public override string Address => DelegateLinks.Import;

    protected override string RejectedName => "dai-bieu-chua-nhan.xlsx";

    protected override Task<Result<RegisterTold>> TakeInAsync(RegisterFile file, bool dryRun, CancellationToken ct) => import.RunAsync(file, dryRun, tools.Acting, ct);
}

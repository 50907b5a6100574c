using NghiTruong.Documents.Files;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision;

/// <summary>The report is signed and out; from here the conclusion is owed.</summary>
[Requires<CarryOutSupervisions>]
public sealed class ReportModel(SupervisionResults results, SupervisionDesk desk, FileDesk files, SupervisionActTools tools) : IssuedPaperModel(desk, files, tools)
{
    public override string Act => "bao-cao";

    protected override SupervisionPaperKind Paper => SupervisionPaperKind.Report;

    protected override Task<Result> IssueAsync(string? number, DateOnly? on, CancellationToken ct) => results.ReportAsync(Code, number, on, Acting, ct);
}

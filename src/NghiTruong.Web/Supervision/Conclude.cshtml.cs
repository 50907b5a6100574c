using NghiTruong.Documents.Files;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Supervision;

/// <summary>Kết luận: the recommendations are made, each followed by its day.</summary>
[Requires<ConcludeSupervisions>]
public sealed class ConcludeModel(SupervisionResults results, SupervisionDesk desk, FileDesk files, SupervisionActTools tools) : IssuedPaperModel(desk, files, tools)
{
    public override string Act => "ket-luan";

    protected override SupervisionPaperKind Paper => SupervisionPaperKind.Conclusion;

    protected override Task<Result> IssueAsync(string? number, DateOnly? on, CancellationToken ct) => results.ConcludeAsync(Code, number, on, Acting, ct);
}

using System.Text.Json;

namespace NghiTruong.Petitions.Import;

/// <summary>A row that could not be taken, and why: row number and column as the person sees them.</summary>
public sealed record RejectedRow(int Table, int Row, string? Column, string Code, IReadOnlyList<string> Values);

/// <summary>What came, or would come, of a ledger.</summary>
public sealed record ImportReport(
    Guid BatchId, int Total, int Accepted, int Changed, int Unchanged, int LeftOut, IReadOnlyList<RejectedRow> Rejected, IReadOnlyList<RejectedRow> Warnings)
{
    /// <summary>Known, changed here since, and told otherwise: to be decided by hand.</summary>
    public const string MovedOn = "import.movedOn";

    internal static ImportReport Of(ImportBatch batch, IEnumerable<ImportRow> rows)
    {
        List<RejectedRow> rejected = [], warnings = [];
        foreach (var row in rows)
        {
            var problems = row.Problems is null ? [] : JsonSerializer.Deserialize<List<RowProblem>>(row.Problems, ImportDraft.Json)!;
            if (row.State == ImportRowState.MovedOn)
            {
                rejected.Add(new RejectedRow(row.Table, row.Number, null, MovedOn, []));
            }

            foreach (var problem in problems)
            {
                (problem.IsRefusal ? rejected : warnings).Add(new RejectedRow(row.Table, row.Number, problem.Column, problem.Code, problem.Values));
            }
        }

        return new ImportReport(batch.Id, batch.Total, batch.Added, batch.Changed, batch.Unchanged, batch.LeftOut, rejected, warnings);
    }
}

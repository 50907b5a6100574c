using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Texts;

namespace NghiTruong.Petitions.Import;

/// <summary>One row as a person looks at it before deciding.</summary>
public sealed record ImportRowView(
    int Table, int Number, ImportRowState State, LedgerRow? Told, string Words, IReadOnlyList<RowProblem> Problems, IReadOnlyList<FieldChange> Changes, string? PetitionCode);

/// <summary>An import as a person looks at it.</summary>
/// <param name="CanMap">The file is still there, so that columns can be matched by hand and it be read again.</param>
public sealed record ImportView(ImportBatch Batch, IReadOnlyList<StagedTable> Tables, bool CanMap)
{
    public bool HasColumn(string key) => Tables.Any(t => t.Columns.Any(c => c.Key == key));
}

/// <summary>Reads imports within the scope of who asks.</summary>
public sealed class ImportReader(IDbContextFactory<Db> contexts, TextTable texts)
{
    public async Task<IReadOnlyList<ImportBatch>> RecentAsync(Acting acting, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await Visible(db, acting).OrderByDescending(b => b.CreatedAt).Take(most).ToListAsync(ct);
    }

    public async Task<ImportView?> FindAsync(Guid id, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await Visible(db, acting).FirstOrDefaultAsync(b => b.Id == id, ct) is not { } batch)
        {
            return null;
        }

        var tables = JsonSerializer.Deserialize<List<StagedTable>>(batch.Tables, ImportDraft.Json)!;

        return new ImportView(batch, tables, await db.Set<ImportFile>().AnyAsync(f => f.BatchId == id, ct));
    }

    /// <summary>Rows of one state, or null for all with something to say, in the order of the file.</summary>
    public async Task<IReadOnlyList<ImportRowView>> RowsAsync(ImportView view, ImportRowState? state, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<ImportRow>().AsNoTracking()
            .Where(r => r.BatchId == view.Batch.Id && (state == null ? r.Problems != null && r.State != ImportRowState.Rejected : r.State == state))
            .OrderBy(r => r.Ordinal)
            .Take(most)
            .ToListAsync(ct);
        var ids = rows.Where(r => r.PetitionId is not null).Select(r => r.PetitionId!.Value).ToList();
        var codes = await db.Set<Petition>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Code, ct);

        return [.. rows.Select(r => View(view, r, r.PetitionId is { } id ? codes.GetValueOrDefault(id) : null))];
    }

    /// <summary>Numbers of the sessions that rows of an undecided ledger name and the council's list does not have.</summary>
    public async Task<IReadOnlyList<int>> UnknownSessionsAsync(ImportView view, DateOnly today, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sessions = await LedgerSessions.LoadAsync(db, view.Batch.CouncilId, ct);
        SortedSet<int> unknown = [];
        await foreach (var json in db.Set<ImportRow>().Where(r => r.BatchId == view.Batch.Id && r.Told != null).Select(r => r.Told!).AsAsyncEnumerable().WithCancellation(ct))
        {
            var told = LedgerRow.Read(json);
            if (told.Session is { } number && sessions.Find(told, LedgerStanding.ReceivedOn(told, view.Batch.ReceivedOn, today)) is null)
            {
                unknown.Add(number);
            }
        }

        return [.. unknown];
    }

    /// <summary>Rows of an undecided ledger that are chosen by what they tell, in the order of the file; their number in the file first.</summary>
    public async Task<IReadOnlyList<(int Number, T Found)>> ChosenAsync<T>(ImportView view, Func<LedgerRow, T?> choose, int most, CancellationToken ct)
        where T : class
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        List<(int, T)> chosen = [];
        var rows = db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == view.Batch.Id && r.Told != null).OrderBy(r => r.Ordinal).Select(r => new { r.Number, Told = r.Told! });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (choose(LedgerRow.Read(row.Told)) is { } found)
            {
                chosen.Add((row.Number, found));
            }

            if (chosen.Count == most)
            {
                break;
            }
        }

        return chosen;
    }

    /// <summary>The rows that could not be taken, as an Excel file with the reason in each, to be mended and sent again.</summary>
    public async Task WriteRejectedAsync(ImportView view, Stream target, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<ImportRow>().AsNoTracking()
            .Where(r => r.BatchId == view.Batch.Id && (r.State == ImportRowState.Rejected || r.State == ImportRowState.MovedOn))
            .OrderBy(r => r.Ordinal)
            .ToListAsync(ct);
        var reasons = rows.ToDictionary(r => (r.Table, r.Number), Reason);
        var tables = view.Tables.Select(t => Table(t, rows.FindAll(r => r.Table == t.Ordinal))).Where(t => t.Rows.Count > 0).ToList();
        new RejectedRows(texts["import.reason"]).Write(target, tables, (table, number) => reasons.GetValueOrDefault((table.Table.Ordinal, number)));
    }

    /// <summary>A value found under each column, so that a person sees what it holds.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SamplesAsync(ImportView view, IReadOnlyList<FoundColumn> columns, CancellationToken ct)
    {
        const int looked = 50;
        var samples = new Dictionary<string, string>(StringComparer.Ordinal);
        if (columns.Count == 0)
        {
            return samples;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<ImportRow>().Where(r => r.BatchId == view.Batch.Id).OrderBy(r => r.Ordinal).Select(r => r.Cells).Take(looked).ToListAsync(ct);
        foreach (var cells in rows.Select(r => JsonSerializer.Deserialize<StagedCells>(r, ImportDraft.Json)!.Cells))
        {
            foreach (var column in columns.Where(c => c.Index < cells.Count && cells[c.Index].Length > 0))
            {
                samples.TryAdd(column.Title, cells[column.Index]);
            }
        }

        return samples;
    }

    public string Words(RowProblem problem) => texts[problem.Code, [.. problem.Values]];

    private static IQueryable<ImportBatch> Visible(Db db, Acting acting)
    {
        var scope = acting.ScopeOf<ImportPetitions>();
        var councils = scope.Councils;

        return db.Set<ImportBatch>().AsNoTracking().Where(b => scope.All || councils.Contains(b.CouncilId));
    }

    private static ImportRowView View(ImportView view, ImportRow row, string? code)
    {
        var told = row.Told is null ? null : LedgerRow.Read(row.Told);

        return new ImportRowView(
            row.Table,
            row.Number,
            row.State,
            told,
            told?.Content ?? Anchor(view, row),
            row.Problems is null ? [] : JsonSerializer.Deserialize<List<RowProblem>>(row.Problems, ImportDraft.Json)!,
            row.Changes is null ? [] : JsonSerializer.Deserialize<List<FieldChange>>(row.Changes, ImportDraft.Json)!,
            code);
    }

    private static string Anchor(ImportView view, ImportRow row)
    {
        var cells = JsonSerializer.Deserialize<StagedCells>(row.Cells, ImportDraft.Json)!.Cells;
        var column = view.Tables.FirstOrDefault(t => t.Ordinal == row.Table)?.Columns.FirstOrDefault(c => c.Key == LedgerColumns.Content)?.Index ?? -1;

        return column >= 0 && column < cells.Count && cells[column].Length > 0 ? cells[column] : string.Join(" · ", cells.Where(c => c.Length > 0).Take(4));
    }

    private string Reason(ImportRow row)
    {
        var problems = row.Problems is null ? [] : JsonSerializer.Deserialize<List<RowProblem>>(row.Problems, ImportDraft.Json)!;
        var said = problems.Where(p => p.IsRefusal).Select(p => p.Column is null ? Words(p) : $"{p.Column}: {Words(p)}").ToList();

        return row.State == ImportRowState.MovedOn ? string.Join('\n', said.Prepend(texts[ImportReport.MovedOn])) : string.Join('\n', said);
    }

    private static FoundTable Table(StagedTable staged, List<ImportRow> rows)
    {
        var keys = staged.Columns.Where(c => c.Key is not null).ToDictionary(c => c.Key!, c => c.Index, StringComparer.Ordinal);
        var found = rows.ConvertAll(row =>
        {
            var cells = JsonSerializer.Deserialize<StagedCells>(row.Cells, ImportDraft.Json)!;

            return new FoundRow(new TableRow(row.Number, [.. cells.Cells.Select(TableCell.Of)]), cells.Sections ?? [], keys);
        });

        return new FoundTable(new Table(staged.Ordinal, staged.Name, [.. found.Select(f => f.Source)], []), staged.HeaderRow, staged.Columns, found, []);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Documents.Registers;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions.Import;

/// <summary>A ledger as asked for.</summary>
public sealed record ImportInput
{
    public required Guid CouncilId { get; init; }

    public required string FileName { get; init; }

    /// <summary>Seekable; every byte is taken for hostile.</summary>
    public required Stream Content { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public bool IsOpeningBalance { get; init; }

    public bool CreatesAgencies { get; init; } = true;
}

/// <summary>A ledger read into rows to stage, in memory: the same bytes and choices always give the same draft, so staging can go on where it stopped.</summary>
internal sealed record ImportDraft(string Tables, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Stored text opens as written, with the indexes that say which column is which.</summary>
    public static JsonSerializerOptions Json { get; } = new(LedgerRow.Stored) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public bool HasSecrets { get; private init; }

    public static async Task<Result<ImportDraft>> ReadAsync(Db db, ImportBatch batch, Stream content, DateOnly today, CancellationToken ct)
    {
        var file = TableReader.Read(content, batch.FileName, cancellationToken: ct);
        if (file.IsRefused)
        {
            return Result<ImportDraft>.Refuse([.. file.Refusals.Select(r => r.At("File"))]);
        }

        var hand = new HandMapping { Titles = await ColumnMemory.ReadAsync(db, LedgerColumns.Register, batch.CouncilId, ct) };
        var found = LedgerColumns.Finder.FindAll(file.Value, hand);

        return found.IsRefused ? Result<ImportDraft>.Refuse([.. found.Refusals.Select(r => r.At("File"))]) : Of(batch, found.Value, today);
    }

    private static ImportDraft Of(ImportBatch batch, IReadOnlyList<FoundTable> tables, DateOnly today)
    {
        var keys = new ImportKeys(batch.CouncilId);
        List<ImportRow> rows = [];
        var secrets = false;
        foreach (var read in new LedgerReader(today, batch.ReceivedOn).Read(tables))
        {
            secrets |= read.IsSecret;
            rows.Add(Row(batch, read, rows.Count, keys));
        }

        var staged = tables.Select(t => new StagedTable(t.Table.Ordinal, t.Table.Name, t.HeaderRow, t.Columns));

        return new ImportDraft(JsonSerializer.Serialize(staged, Json), rows) { HasSecrets = secrets };
    }

    private static ImportRow Row(ImportBatch batch, ReadRow read, int ordinal, ImportKeys keys)
    {
        var problems = read.Problems;
        var (told, byCode, byContent) = (read.Told, (string?)null, (string?)null);
        if (told is not null)
        {
            // A code merged over several rows names the case, not the petition.
            if (told.Code is not null && read.Source[LedgerColumns.Code].IsContinued)
            {
                told = told with { Code = null, Year = null };
            }

            (byCode, byContent) = keys.Next(told);
            if (byCode is not null && keys.SeenBefore(byCode, read.Source.Number) is { } first)
            {
                problems = [.. problems, RowProblem.Refusal("import.codeTwice", null, told.Code!, $"{first}")];
                told = null;
            }
        }

        var json = told?.ToJson();

        return new ImportRow
        {
            BatchId = batch.Id,
            Ordinal = ordinal,
            Table = read.Table,
            Number = read.Source.Number,
            State = told is null ? ImportRowState.Rejected : batch.IsOpeningBalance && told.IsOver ? ImportRowState.LeftOut : ImportRowState.New,
            KeyByCode = byCode,
            KeyByContent = byContent,
            Cells = JsonSerializer.Serialize(Cells(read), Json),
            Told = json,
            Digest = json is null ? null : LedgerRow.DigestOf(json),
            Problems = problems.Count == 0 ? null : JsonSerializer.Serialize(problems, Json),
        };
    }

    /// <summary>The person's own words, except of a row marked secret: of that only its running number stays.</summary>
    private static StagedCells Cells(ReadRow read) =>
        read.IsSecret
            ? new StagedCells([.. read.Source.Source.Cells.Select((_, at) => read.Source.Keys.GetValueOrDefault(LedgerColumns.Ordinal, -1) == at ? read.Source.Source[at].Text : "")], null)
            : new StagedCells([.. read.Source.Source.Cells.Select(c => c.Text)], read.Source.Sections.Count == 0 ? null : read.Source.Sections);
}

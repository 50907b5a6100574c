using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Search;

/// <summary>
/// Keeps the index behind the records by seconds: reads each touched record as it is now and writes, or takes away, its row. Doing it twice changes nothing.
/// </summary>
public sealed class SearchIndexing(IDbContextFactory<Db> contexts, IEnumerable<ISearchSource> sources) : IOutboxHandler
{
    private const int Batch = 200;
    private readonly List<ISearchSource> _sources = [.. sources];

    public string Kind => "search.index";

    public bool Wants(HouseEvent happened) => _sources.Exists(s => s.Follows.Contains(happened.Subject.Kind));

    public async Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct)
    {
        var subjects = messages
            .Select(m => (Kind: SubjectKindOf(m), m.SubjectId))
            .Distinct()
            .ToLookup(m => m.Kind, m => m.SubjectId);
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var source in _sources)
        {
            foreach (var followed in source.Follows.Where(subjects.Contains))
            {
                var touched = await source.TouchedByAsync(db, followed, [.. subjects[followed]], ct);
                await IndexAsync(db, source, touched, ct);
            }
        }
    }

    /// <summary>Writes every row anew (<c>search rebuild</c>), or those of one kind, while people go on searching.</summary>
    /// <param name="progress">Told which share has been written.</param>
    /// <returns>How many records were written.</returns>
    public async Task<int> RebuildAsync(string? kind, IProgress<double>? progress, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asked = _sources.Where(s => kind is null || s.Kind == kind).ToList();
        var (written, total) = (0, 0);
        foreach (var source in asked)
        {
            total += await source.CountAsync(db, ct);
        }

        foreach (var source in asked)
        {
            for (var ids = await source.NextIdsAsync(db, Guid.Empty, Batch, ct); ids.Count > 0; ids = await source.NextIdsAsync(db, ids[^1], Batch, ct))
            {
                await IndexAsync(db, source, ids, ct);
                written += ids.Count;
                progress?.Report((double)written / Math.Max(written, total));
            }
        }

        return written;
    }

    private static async Task IndexAsync(Db db, ISearchSource source, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        foreach (var some in ids.Distinct().Order().Chunk(Batch))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var documents = await source.ReadAsync(db, some, ct);
            var gone = some.Except(documents.Select(d => d.Id)).ToList();
            if (gone.Count > 0)
            {
                await SearchIndex.EngineOf(db).RemoveAsync(db, gone, ct);
            }

            await SearchIndex.EngineOf(db).WriteAsync(db, [.. documents.OrderBy(d => d.Id)], ct);
            await transaction.CommitAsync(ct);
        }
    }

    private static string SubjectKindOf(OutboxMessage message)
    {
        using var payload = JsonDocument.Parse(message.Payload);

        return payload.RootElement.GetProperty("subject").GetProperty("kind").GetString()!;
    }
}

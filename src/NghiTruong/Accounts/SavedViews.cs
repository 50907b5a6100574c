using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Refusals;

namespace NghiTruong.Accounts;

/// <summary>A list with its filters, kept by one person under a name of their own.</summary>
public sealed class SavedView : IRecord
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Path of the list, <c>/kien-nghi</c>.</summary>
    public required string Page { get; init; }

    public required string Name { get; init; }

    /// <summary>The filters as they stand in the address, with the question mark.</summary>
    public required string Query { get; init; }
}

/// <summary>Saved views of a person; a convenience of theirs, no matter of the council, so it is not journalled.</summary>
public sealed class SavedViews(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    private const int Most = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<Guid, (IReadOnlyList<SavedView> Views, long ReadAt)> _kept = [];

    public async ValueTask<IReadOnlyList<SavedView>> OfAsync(Guid userId, string page, CancellationToken ct)
    {
        if (!_kept.TryGetValue(userId, out var kept) || clock.GetElapsedTime(kept.ReadAt) > Kept)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            kept = (await db.Set<SavedView>().AsNoTracking().Where(v => v.UserId == userId).OrderBy(v => v.Id).ToListAsync(ct), clock.GetTimestamp());
            _kept[userId] = kept;
        }

        return kept.Views.Count == 0 ? kept.Views : [.. kept.Views.Where(v => v.Page == page)];
    }

    /// <returns>Refusals <c>view.nameMissing</c>, <c>view.tooMany</c>.</returns>
    public async Task<Result> SaveAsync(Guid userId, string page, string? name, string query, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 60)
        {
            return new Refusal("view.nameMissing", "Name");
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<SavedView>().Where(v => v.UserId == userId && v.Page == page && v.Name == name.Trim()).ExecuteDeleteAsync(ct);
        if (await db.Set<SavedView>().CountAsync(v => v.UserId == userId, ct) >= Most)
        {
            return new Refusal("view.tooMany", "Name", Most);
        }

        db.Add(new SavedView { Id = Guid.CreateVersion7(), UserId = userId, Page = page, Name = name.Trim(), Query = query });
        await db.SaveChangesAsync(ct);
        _kept.TryRemove(userId, out _);

        return Result.Done;
    }

    public async Task RemoveAsync(Guid userId, Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Set<SavedView>().Where(v => v.UserId == userId && v.Id == id).ExecuteDeleteAsync(ct);
        _kept.TryRemove(userId, out _);
    }
}

internal sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.Property(v => v.Page).HasMaxLength(100);
        builder.Property(v => v.Name).HasMaxLength(60);
        builder.Property(v => v.Query).HasMaxLength(2000);
        builder.HasIndex(v => v.UserId);
    }
}

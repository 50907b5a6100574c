using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;

namespace NghiTruong.Operations;

/// <summary>A request that came with an <c>Idempotency-Key</c>, and what it was answered: the same key again gets the same answer and does nothing.</summary>
public sealed class AnsweredRequest
{
    public required Guid UserId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address and body: a key is for one request only.</summary>
    public required string Fingerprint { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Null while the first request is still at work.</summary>
    public int? Status { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public byte[]? Body { get; init; }
}

/// <summary>Keeps answers for 24 hours per person.</summary>
public sealed class AnsweredRequests(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>After this a request without an answer died with its process.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(10);

    /// <summary>Claims the key for this request; else what the earlier request with that key left (no status: still at work).</summary>
    public async Task<AnsweredRequest?> ClaimAsync(Guid userId, string key, string fingerprint, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, old, dead) = (clock.Now, clock.Now - Kept, clock.Now - LongestWork);
        await Of(db, userId, key).Where(r => r.StartedAt < old || (r.Status == null && r.StartedAt < dead)).ExecuteDeleteAsync(ct);
        if (await Of(db, userId, key).AsNoTracking().FirstOrDefaultAsync(ct) is { } earlier)
        {
            return earlier;
        }

        db.Add(new AnsweredRequest { UserId = userId, Key = key, Fingerprint = fingerprint, StartedAt = now });
        try
        {
            await db.SaveChangesAsync(ct);

            return null;
        }
        catch (DbUpdateException) when (Of(db, userId, key).AsNoTracking().FirstOrDefault() is { } faster)
        {
            // Another request with the key was a moment faster.
            return faster;
        }
    }

    public async Task AnswerAsync(AnsweredRequest answered, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await Of(db, answered.UserId, answered.Key).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, answered.Status).SetProperty(r => r.ContentType, answered.ContentType)
                .SetProperty(r => r.Location, answered.Location).SetProperty(r => r.Body, answered.Body),
            ct);
    }

    /// <summary>The request failed without an answer worth keeping; it may be tried again.</summary>
    public async Task ReleaseAsync(Guid userId, string key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await Of(db, userId, key).ExecuteDeleteAsync(ct);
    }

    private static IQueryable<AnsweredRequest> Of(Db db, Guid userId, string key) => db.Set<AnsweredRequest>().Where(r => r.UserId == userId && r.Key == key);
}

/// <summary>Forgets answers after their day.</summary>
public sealed class ForgetAnsweredRequests(IDbContextFactory<Db> contexts) : IJob
{
    public string Name => "requests.forget";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var old = now - AnsweredRequests.Kept;
        await db.Set<AnsweredRequest>().Where(r => r.StartedAt < old).ExecuteDeleteAsync(ct);
    }
}

internal sealed class AnsweredRequestMapping : IEntityTypeConfiguration<AnsweredRequest>
{
    public void Configure(EntityTypeBuilder<AnsweredRequest> builder)
    {
        builder.HasKey(r => new { r.UserId, r.Key });
        builder.Property(r => r.Key).HasMaxLength(200);
        builder.Property(r => r.Fingerprint).HasMaxLength(64);
        builder.HasIndex(r => r.StartedAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Operations;

/// <summary>Slow work that an event asks for, done after the commit, on any node, at least once: the handler must be idempotent.</summary>
public interface IOutboxHandler
{
    /// <summary>Stable name of the work, <c>search.index</c>.</summary>
    string Kind { get; }

    bool Wants(HouseEvent happened);

    /// <summary>Does the work of a batch of messages of this kind; throwing leaves them for a later attempt.</summary>
    Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken ct);
}

/// <summary>A piece of slow work, written with the change that asks for it and claimed by lease.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Payload { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Not before this instant (later after a failure).</summary>
    public required DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public string? LeasedBy { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public static OutboxMessage For(string kind, Subject subject, string payload, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        CouncilId = subject.CouncilId,
        SubjectId = subject.Id,
        Payload = payload,
        CreatedAt = now,
        DueAt = now,
    };
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<ScheduledJob>, IEntityTypeConfiguration<CodeSeries>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.HasIndex(m => new { m.Kind, m.DueAt });
    }

    public void Configure(EntityTypeBuilder<ScheduledJob> builder) => builder.HasKey(j => j.Name);

    public void Configure(EntityTypeBuilder<CodeSeries> builder) => builder.HasKey(s => s.Series);
}

/// <summary>A recurring job; one class each, idempotent, told the time.</summary>
public interface IJob
{
    string Name { get; }

    TimeSpan Every { get; }

    Task RunAsync(DateTime now, CancellationToken ct);
}

/// <summary>When a job runs next and which node holds it.</summary>
public sealed class ScheduledJob
{
    public required string Name { get; init; }

    public required DateTime DueAt { get; set; }

    public DateTime? LeasedUntil { get; set; }

    public string? LeasedBy { get; set; }

    public DateTime? LastRunAt { get; set; }

    public string? LastError { get; set; }
}

/// <summary>A running number: the last one given in its series. Drawn inside the operation's transaction, so there is no gap and no double.</summary>
public sealed class CodeSeries
{
    public required string Series { get; init; }

    public required int Last { get; init; }

    /// <summary>Draws the next number of a series (1, 2, 3 ...), locking the series until the operation ends.</summary>
    /// <param name="count">How many numbers to draw at once; the first of them is returned.</param>
    public static async Task<int> NextAsync(Db db, string series, int count, CancellationToken ct)
    {
        var last = await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO code_series (series, last) VALUES ({series}, {count})
            ON CONFLICT (series) DO UPDATE SET last = code_series.last + {count}
            RETURNING last AS "Value"
            """).ToListAsync(ct);

        return last[0] - count + 1;
    }
}

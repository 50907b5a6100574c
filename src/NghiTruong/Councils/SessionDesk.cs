using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>A session as a dated line, new or changed.</summary>
public sealed record SessionInput
{
    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary><c>2026-2031</c>; of a new one, else kept.</summary>
    public string? Term { get; init; }

    [Range(1, 200)]
    public int Number { get; init; }

    public SessionKind Kind { get; init; } = SessionKind.Regular;

    [StringLength(200)]
    public required string Name { get; init; }

    public required DateOnly OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public int? Version { get; init; }
}

/// <summary>A session's opening day moved: terms that count back from it are computed anew by whoever holds them.</summary>
public sealed record SessionMoved(Subject Subject, Guid SessionId, DateOnly Before, DateOnly After) : CouncilEvent(Subject)
{
    public override string Code => "council.sessionMoved";
}

/// <summary>Sessions as a dated list, until they get a room of their own.</summary>
public sealed class SessionDesk(OperationRunner operations, CouncilDirectory directory)
{
    /// <returns>The session; refusals <c>council.notFound</c>, <c>session.nameMissing</c>, <c>session.numberTaken</c>, <c>session.notFound</c>, <c>session.closesBeforeItOpens</c>,
    /// <c>record.changedMeanwhile</c>.</returns>
    public async Task<Result<Guid>> SaveAsync(Guid councilId, SessionInput asked, Acting acting, CancellationToken ct)
    {
        var saved = Guid.Empty;
        var result = await operations.RunAsync(
            acting,
            (work, token) => CouncilAccess.WithinAsync(work, councilId, async (w, council, capacity, t) =>
            {
                var session = await SaveAsync(w, council, capacity, asked, t);
                if (session.IsRefused)
                {
                    return Result.Refuse(session.Refusals);
                }

                saved = session.Value.Id;

                return Result.Done;
            }, token),
            ct);
        directory.Forget();

        return result.IsRefused ? Result<Guid>.Refuse(result.Refusals) : saved;
    }

    private static async Task<Result<CouncilSession>> SaveAsync(Work work, Council council, Capacity capacity, SessionInput asked, CancellationToken ct)
    {
        var name = VietnameseText.Clean(asked.Name);
        if (name.Length == 0)
        {
            return new Refusal("session.nameMissing", nameof(asked.Name));
        }

        if (asked.ClosesOn < asked.OpensOn)
        {
            return new Refusal("session.closesBeforeItOpens", nameof(asked.ClosesOn));
        }

        var found = asked.Id is { } id ? await FindAsync(work, council, id, asked.Version, ct) : await NewAsync(work, council, asked, name, ct);
        if (found.IsRefused)
        {
            return found;
        }

        var (session, before) = (found.Value, found.Value.OpensOn);
        session.Name = name;
        session.Kind = asked.Kind;
        session.OpensOn = asked.OpensOn;
        session.ClosesOn = asked.ClosesOn;
        work.Record(new SessionSaved(CouncilEvent.About(council), name), capacity);
        if (before != asked.OpensOn)
        {
            work.Record(new SessionMoved(CouncilEvent.About(council), session.Id, before, asked.OpensOn), capacity);
        }

        return session;
    }

    private static async Task<Result<CouncilSession>> FindAsync(Work work, Council council, Guid id, int? version, CancellationToken ct)
    {
        if (await work.Db.Set<CouncilSession>().FirstOrDefaultAsync(s => s.Id == id && s.CouncilId == council.Id, ct) is not { } session)
        {
            return new Refusal("session.notFound");
        }

        return Work.ChangedMeanwhile(session, version) is { } changed ? changed : session;
    }

    private static async Task<Result<CouncilSession>> NewAsync(Work work, Council council, SessionInput asked, string name, CancellationToken ct)
    {
        var term = asked.Term ?? await TermOnAsync(work, council.Id, asked.OpensOn, ct);
        if (term is null)
        {
            return new Refusal("session.outsideTerms", nameof(asked.OpensOn));
        }

        if (await work.Db.Set<CouncilSession>().AnyAsync(s => s.CouncilId == council.Id && s.Term == term && s.Number == asked.Number, ct))
        {
            return new Refusal("session.numberTaken", nameof(asked.Number), asked.Number);
        }

        var session = new CouncilSession
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            Term = term,
            Number = asked.Number,
            Kind = asked.Kind,
            Name = name,
            OpensOn = asked.OpensOn,
        };
        work.Db.Add(session);

        return session;
    }

    private static Task<string?> TermOnAsync(Work work, Guid councilId, DateOnly day, CancellationToken ct) => work.Db.Set<CouncilTerm>()
        .Where(t => t.CouncilId == councilId && t.From <= day && (t.Until == null || t.Until >= day))
        .Select(t => (string?)t.Term)
        .FirstOrDefaultAsync(ct);
}

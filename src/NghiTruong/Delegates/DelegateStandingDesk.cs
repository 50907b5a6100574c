using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>What changes within a mandate: full-time work, suspension, leave, posts; each begins and ends on a day, by a paper.</summary>
public sealed class DelegateStandingDesk(OperationRunner operations, CoverageBook coverage)
{
    /// <returns>Refusals <c>delegate.notFound</c>, <c>.notAllowed</c> and those of <see cref="DelegateRules"/>.</returns>
    public Task<Result> BeginSpellAsync(string code, SpellInput asked, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, d, capacity, token) =>
        {
            await work.HoldAsync(d.CouncilId, token);
            var spells = await work.Db.Set<DelegateSpell>().Where(s => s.DelegateId == d.Id).ToListAsync(token);
            if (spells.Exists(s => s.Id == asked.Id))
            {
                return Result.Done;
            }

            if (DelegateRules.WrongIn(asked, d, spells, work.Today) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            work.Db.Add(new DelegateSpell
            {
                Id = asked.Id ?? Guid.CreateVersion7(),
                DelegateId = d.Id,
                CouncilId = d.CouncilId,
                Kind = asked.Kind,
                From = asked.From!.Value,
                Until = asked.Until,
                Reason = DelegateDesk.Blank(asked.Reason),
                Document = DelegateDesk.Blank(asked.Document),
            });
            work.Record(new SpellBegan(DelegateEvent.About(d), asked.Kind, asked.From.Value, DelegateDesk.Blank(asked.Document)), capacity);
            if (asked.Kind == SpellKind.FullTime && (asked.Until is null || asked.Until >= work.Today))
            {
                d.IsFullTime = true;
                await DelegateDesk.SeatAsync(work, d, coverage, token);
            }

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>delegate.notFound</c>, <c>.notAllowed</c>, <c>.rowNotFound</c>, <c>.untilMissing</c>, <c>.untilBeforeFrom</c>, <c>.inFuture</c>.</returns>
    public Task<Result> EndSpellAsync(string code, Guid id, DateOnly? lastDay, string? document, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, d, capacity, token) =>
        {
            if (await work.Db.Set<DelegateSpell>().FirstOrDefaultAsync(s => s.Id == id && s.DelegateId == d.Id, token) is not { } spell)
            {
                return new Refusal("delegate.rowNotFound");
            }

            if (DelegateRules.WrongDays(spell.From, lastDay, work.Today, "LastDay") is { } wrong)
            {
                return wrong;
            }

            (spell.Until, spell.EndDocument) = (lastDay, DelegateDesk.Blank(document));
            work.Record(new SpellEnded(DelegateEvent.About(d), spell.Kind, lastDay!.Value, spell.EndDocument), capacity);
            if (spell.Kind == SpellKind.FullTime && d.IsFullTime)
            {
                d.IsFullTime = false;
                await DelegateDesk.SeatAsync(work, d, coverage, token);
            }

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>delegate.notFound</c>, <c>.notAllowed</c> and those of <see cref="DelegateRules"/>.</returns>
    public Task<Result> TakePostAsync(string code, PostInput asked, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, d, capacity, token) =>
        {
            await work.HoldAsync(d.CouncilId, token);
            var held = await work.Db.Set<DelegatePost>().Where(p => p.CouncilId == d.CouncilId).ToListAsync(token);
            if (held.Exists(p => p.Id == asked.Id))
            {
                return Result.Done;
            }

            var body = asked.BodyId is { } of ? await work.Db.Set<Body>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == of, token) : null;
            if (DelegateRules.WrongIn(asked, d, held, body, work.Today) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            work.Db.Add(new DelegatePost
            {
                Id = asked.Id ?? Guid.CreateVersion7(),
                DelegateId = d.Id,
                CouncilId = d.CouncilId,
                Post = asked.Post,
                BodyId = asked.BodyId,
                From = asked.From!.Value,
                Until = asked.Until,
                Document = DelegateDesk.Blank(asked.Document),
            });
            work.Record(new PostTaken(DelegateEvent.About(d), asked.Post, body?.Name, asked.From.Value, DelegateDesk.Blank(asked.Document)), capacity);

            return Result.Done;
        }, ct);

    /// <returns>As for spells.</returns>
    public Task<Result> LeavePostAsync(string code, Guid id, DateOnly? lastDay, string? document, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, d, capacity, token) =>
        {
            if (await work.Db.Set<DelegatePost>().FirstOrDefaultAsync(p => p.Id == id && p.DelegateId == d.Id, token) is not { } post)
            {
                return new Refusal("delegate.rowNotFound");
            }

            if (DelegateRules.WrongDays(post.From, lastDay, work.Today, "LastDay") is { } wrong)
            {
                return wrong;
            }

            (post.Until, post.EndDocument) = (lastDay, DelegateDesk.Blank(document));
            work.Record(new PostLeft(DelegateEvent.About(d), post.Post, lastDay!.Value, post.EndDocument), capacity);

            return Result.Done;
        }, ct);

    private Task<Result> ChangeAsync(string code, Acting acting, Func<Work, Delegate, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, (work, token) => DelegateFinder.WithinAsync(work, code, act, token), ct);
}

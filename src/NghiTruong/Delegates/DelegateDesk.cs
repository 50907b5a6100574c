using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>The register of delegates: mandates gained, described, ended; the account of a delegate.</summary>
public sealed class DelegateDesk(OperationRunner operations, CoverageBook coverage)
{
    /// <returns>
    /// The code; refusals <c>council.notFound</c>, <c>delegate.nameMissing</c>, <c>.nameWrong</c>, <c>.fromMissing</c>, <c>.inFuture</c>, <c>.outsideTerms</c>, <c>.groupWrong</c>, <c>.twin</c> (the same
    /// name, however spelt, holds a mandate: said to be another person, it is taken), <c>input.*</c>.
    /// </returns>
    public Task<Result<string>> RegisterAsync(DelegateInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<ManageDelegates>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            // The second of two presses waits here and finds the delegate of the first.
            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } id && await work.Db.Set<Delegate>().FirstOrDefaultAsync(d => d.Id == id, token) is { } standing)
            {
                return standing.CouncilId == council.Id ? standing.Code : new Refusal("delegate.notFound", nameof(asked.Id));
            }

            var entry = new DelegateEntering(work, council, coverage);
            var added = await entry.EnterAsync(asked, token);
            if (added.IsRefused)
            {
                return Result<string>.Refuse(added.Refusals);
            }

            work.Record(new DelegateRegistered(DelegateEvent.About(added.Value), added.Value.FullName, added.Value.Entry, added.Value.From), capacity);

            return added.Value.Code;
        }, ct);

    /// <param name="version">The version the form was filled from.</param>
    /// <returns>Refusals <c>delegate.notFound</c>, <c>.notAllowed</c>, <c>record.changedMeanwhile</c>, and those of registering.</returns>
    public Task<Result> EditAsync(string code, DelegateInput asked, int? version, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, d, capacity, token) =>
        {
            if (Work.ChangedMeanwhile(d, version) is { } changed)
            {
                return changed;
            }

            List<Refusal> wrong = [.. DelegateRules.WrongIn(asked, isNew: false, work.Today)];
            if (await GroupWrongAsync(work, d.CouncilId, asked.GroupId, token) is { } group)
            {
                wrong.Add(group);
            }

            var name = DelegateNames.Clean(asked.FullName);
            if (!asked.IsAnother && VietnameseText.Fold(name) != d.Folded && await TwinAsync(work, d.CouncilId, name, d.From, d.Id, token) is { } twin)
            {
                wrong.Add(twin);
            }

            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            (d.FullName, d.IsWoman, d.Occupation, d.Education, d.Constituency, d.GroupId) =
                (name, asked.IsWoman, Blank(asked.Occupation), Blank(asked.Education), Blank(asked.Constituency), asked.GroupId);
            work.Record(new DelegateEdited(DelegateEvent.About(d)), capacity);
            await SeatAsync(work, d, coverage, token);

            return Result.Done;
        }, ct);

    /// <summary>The mandate ends, and with it the posts held and spells running.</summary>
    /// <returns>Refusals <c>delegate.notFound</c>, <c>.notAllowed</c>, <c>.ended</c>, <c>.causeMissing</c>, <c>.untilMissing</c>, <c>.untilBeforeFrom</c>, <c>.inFuture</c>, <c>.documentMissing</c>, <c>.rowsLater</c>.</returns>
    public Task<Result> EndAsync(string code, MandateEndInput asked, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, d, capacity, token) =>
        {
            if (DelegateRules.CannotEnd(d, asked, work.Today) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            return await EndAsync(work, d, asked.LastDay!.Value, asked.Because!.Value, Blank(asked.Document), capacity, coverage, token);
        }, ct);

    /// <summary>Binds an account, so that the delegate finds their own page; an empty name takes it away.</summary>
    /// <returns>Refusals <c>delegate.notFound</c>, <c>.notAllowed</c>, <c>.accountUnknown</c> (no right at this council), <c>.accountTaken</c>.</returns>
    public Task<Result> LinkAccountAsync(string code, string? userName, Acting acting, CancellationToken ct) =>
        ChangeAsync(code, acting, async (work, d, capacity, token) =>
        {
            var name = string.IsNullOrWhiteSpace(userName) ? null : AccountRules.NameOf(userName);
            var (council, today) = (d.CouncilId, work.Today);
            var user = name is null ? null : await work.Db.Set<User>().AsNoTracking().FirstOrDefaultAsync(
                u => u.UserName == name && work.Db.Set<Grant>().Any(g => g.UserId == u.Id && g.CouncilId == council && g.AgencyId == null && (g.Until == null || g.Until >= today)), token);
            if (name is not null && user is null)
            {
                return new Refusal("delegate.accountUnknown", "UserName", name);
            }

            if (user is not null && await work.Db.Set<Delegate>().AnyAsync(o => o.CouncilId == council && o.UserId == user.Id && o.Id != d.Id && o.Until == null, token))
            {
                return new Refusal("delegate.accountTaken", "UserName", user.UserName);
            }

            d.UserId = user?.Id;
            work.Record(new AccountLinked(DelegateEvent.About(d), user?.UserName), capacity);

            return Result.Done;
        }, ct);

    internal static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Clean(text);

    internal static async Task<Refusal?> GroupWrongAsync(Work work, Guid council, Guid? group, CancellationToken ct) =>
        group is { } id && !await work.Db.Set<Body>().AnyAsync(b => b.Id == id && b.CouncilId == council && b.Kind == BodyKind.DelegateGroup, ct) ? new Refusal("delegate.groupWrong", nameof(DelegateInput.GroupId)) : null;

    /// <summary>Somebody whose name folds alike holds a mandate of the council on or after that day.</summary>
    internal static async Task<Refusal?> TwinAsync(Work work, Guid council, string name, DateOnly from, Guid? not, CancellationToken ct)
    {
        var folded = VietnameseText.Fold(name);

        return await work.Db.Set<Delegate>().Where(d => d.CouncilId == council && d.Folded == folded && d.Id != not && (d.Until == null || d.Until >= from)).Select(d => d.Code).FirstOrDefaultAsync(ct) is { } code
            ? new Refusal("delegate.twin", nameof(DelegateInput.FullName), code)
            : null;
    }

    /// <summary>What is counted upon follows the register: name, full-time or not.</summary>
    internal static async Task SeatAsync(Work work, Delegate d, CoverageBook coverage, CancellationToken ct)
    {
        if (d.SitsOn(work.Today))
        {
            var tier = await work.Db.Set<Council>().Where(c => c.Id == d.CouncilId).Select(c => c.Tier).FirstAsync(ct);
            await coverage.SeatAsync(work, SubjectOf(d, tier), ct);
        }
    }

    internal static CoverageSubject SubjectOf(Delegate d, Tier tier) =>
        new(CoverageSubjects.Delegate, d.Id, d.CouncilId, d.ProvinceId, tier.ToString(), d.FullName, d.SortKey, DelegateCoverage.GroupOf(d.IsFullTime));

    internal static async Task<Result> EndAsync(Work work, Delegate d, DateOnly last, MandateEnd because, string? document, Capacity capacity, CoverageBook coverage, CancellationToken ct)
    {
        var spells = await work.Db.Set<DelegateSpell>().Where(s => s.DelegateId == d.Id && (s.Until == null || s.Until > last)).ToListAsync(ct);
        var posts = await work.Db.Set<DelegatePost>().Where(p => p.DelegateId == d.Id && (p.Until == null || p.Until > last)).ToListAsync(ct);
        if (spells.Exists(s => s.From > last) || posts.Exists(p => p.From > last))
        {
            return new Refusal("delegate.rowsLater", nameof(MandateEndInput.LastDay));
        }

        foreach (var spell in spells)
        {
            (spell.Until, spell.EndDocument) = (last, document);
        }

        foreach (var post in posts)
        {
            (post.Until, post.EndDocument) = (last, document);
        }

        d.IsFullTime = false;
        d.End(last, because, document);
        work.Record(new MandateEnded(DelegateEvent.About(d), last, because, document), capacity);
        if (last < work.Today)
        {
            await coverage.LeaveAsync(work, d.Id, ct);
        }

        return Result.Done;
    }

    private Task<Result> ChangeAsync(string code, Acting acting, Func<Work, Delegate, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, (work, token) => DelegateFinder.WithinAsync(work, code, act, token), ct);
}

/// <summary>Puts one mandate into the register, inside an operation: typed or from a file.</summary>
internal sealed class DelegateEntering(Work work, Council council, CoverageBook coverage)
{
    public async Task<Result<Delegate>> EnterAsync(DelegateInput asked, CancellationToken ct)
    {
        List<Refusal> wrong = [.. DelegateRules.WrongIn(asked, isNew: true, work.Today)];
        var name = DelegateNames.Clean(asked.FullName);
        var term = asked.From is { } day ? await TermOnAsync(day, ct) : null;
        if (asked.From is not null && term is null)
        {
            wrong.Add(new Refusal("delegate.outsideTerms", nameof(asked.From)));
        }

        if (await DelegateDesk.GroupWrongAsync(work, council.Id, asked.GroupId, ct) is { } group)
        {
            wrong.Add(group);
        }

        if (!asked.IsAnother && asked.From is { } first && await DelegateDesk.TwinAsync(work, council.Id, name, first, null, ct) is { } twin)
        {
            wrong.Add(twin);
        }

        if (wrong.Count > 0)
        {
            return Result<Delegate>.Refuse(wrong);
        }

        var added = await NewAsync(asked, name, asked.From!.Value, term!, ct);
        await DelegateDesk.SeatAsync(work, added, coverage, ct);

        return added;
    }

    private async Task<Delegate> NewAsync(DelegateInput asked, string name, DateOnly from, string term, CancellationToken ct)
    {
        var series = DelegateCode.Series(council.Code, from.Year);
        var added = new Delegate
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = DelegateCode.Of(council.Code, from.Year, await CodeSeries.NextAsync(work.Db, series, 1, ct)),
            Term = term,
            FullName = name,
            IsWoman = asked.IsWoman,
            Occupation = DelegateDesk.Blank(asked.Occupation),
            Education = DelegateDesk.Blank(asked.Education),
            Constituency = DelegateDesk.Blank(asked.Constituency),
            Entry = asked.Entry,
            GroupId = asked.GroupId,
            IsFullTime = asked.IsFullTime,
            From = from,
            CreatedAt = work.Now,
        };
        work.Db.Add(added);
        if (asked.IsFullTime)
        {
            work.Db.Add(new DelegateSpell { Id = Guid.CreateVersion7(), DelegateId = added.Id, CouncilId = council.Id, Kind = SpellKind.FullTime, From = from });
        }

        return added;
    }

    private Task<string?> TermOnAsync(DateOnly day, CancellationToken ct) =>
        work.Db.Set<CouncilTerm>().Where(t => t.CouncilId == council.Id && t.From <= day && (t.Until == null || t.Until >= day)).OrderByDescending(t => t.From).Select(t => t.Term).FirstOrDefaultAsync(ct);
}

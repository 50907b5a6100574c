using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Law.Catalogues;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Interpellations;

/// <summary>A question slip as it is handed in.</summary>
public sealed record SlipInput
{
    /// <summary>Comes from the form, so that a slip sent again on a poor line is the same slip.</summary>
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>The delegate on a paper slip; a delegate who hands in their own leaves it out.</summary>
    [StringLength(200)]
    public string? AskerName { get; init; }

    [StringLength(200)]
    public required string PersonAsked { get; init; }

    public Guid? AgencyId { get; init; }

    public string? Field { get; init; }

    [StringLength(4000)]
    public required string Issue { get; init; }

    [StringLength(1000)]
    public string? StemsFrom { get; init; }

    [StringLength(40)]
    public string? SourceCode { get; init; }

    /// <summary>Null is today.</summary>
    public DateOnly? HandedInOn { get; init; }

    /// <summary>The signed slip, photographs, a film.</summary>
    public IReadOnlyList<StagedFile> Files { get; init; } = [];

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

/// <summary>Slips chosen into one group of issues: one that stands, or a new one.</summary>
public sealed record SelectionInput
{
    public required Guid CouncilId { get; init; }

    public required IReadOnlyList<string> Codes { get; init; }

    public Guid? GroupId { get; init; }

    public Guid? SessionId { get; init; }

    [StringLength(500)]
    public string? Title { get; init; }

    public string? Criterion { get; init; }

    /// <summary>Number of the Standing Committee's paper; needed where its clerk writes it down.</summary>
    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? On { get; init; }
}

/// <summary>Phiếu chất vấn: handed in by a delegate, chosen by the Standing Committee into a group of issues, or answered in writing.</summary>
public sealed class SlipDesk(OperationRunner operations, FollowUps followUps)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>interpellation.askerMissing</c>, <c>.personMissing</c>, <c>.issueMissing</c>, <c>.fieldUnknown</c>, <c>.inFuture</c>,
    /// <c>session.notFound</c>, <c>agency.notFound</c>, <c>text.secret</c>.</returns>
    public Task<Result<string>> HandInAsync(SlipInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<HandInSlips>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            var form = await work.SentAsync<Interpellation>(asked.Id, council.Id, i => i.CouncilId == council.Id, token);
            if (form.Sent is { } sent)
            {
                return sent.Code;
            }

            // The clerk writes down another's slip; whoever else hands one in asks themselves.
            var isClerk = capacity.Role == Role.Clerk || acting.IsSystem;
            if (await WrongAsync(work, asked, isClerk, token) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var slip = await NewAsync(work, asked with { Id = form.Id }, council, isClerk, token);
            foreach (var file in asked.Files)
            {
                await work.AttachAsync(file, InterpellationFiles.OwnerKind, slip.Id, token);
            }

            work.Record(new SlipHandedIn(InterpellationEvent.About(slip), slip.AskerName, slip.PersonAsked, slip.HandedInOn), capacity);

            return slip.Code;
        }, ct);

    /// <summary>Mends a slip until it is decided about: the delegate who asks, or the clerk who wrote it down.</summary>
    /// <returns>Refusals <c>interpellation.alreadyDecided</c>, <c>interpellation.notAsker</c>, <c>record.changedMeanwhile</c> and those of <see cref="HandInAsync"/>.</returns>
    public Task<Result> EditAsync(string code, SlipInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SlipAsync<HandInSlips>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (slip, capacity) = found.Value;
            var isClerk = capacity.Role == Role.Clerk || acting.IsSystem;
            if (slip.IsDecided || Work.ChangedMeanwhile(slip, asked.Version) is not null)
            {
                return slip.IsDecided ? new Refusal("interpellation.alreadyDecided", null, code) : new Refusal("record.changedMeanwhile");
            }

            if (slip.AskerUserId != acting.UserId && !(isClerk && slip.IsFromPaper))
            {
                return new Refusal("interpellation.notAsker", null, slip.AskerName);
            }

            var mended = asked with { CouncilId = slip.CouncilId, AskerName = isClerk ? asked.AskerName : slip.AskerName };
            if (await WrongAsync(work, mended, isClerk, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            Fill(slip, mended, work.Today);
            work.Record(new SlipEdited(InterpellationEvent.About(slip)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Chooses slips into a group of issues for a session, many at once: all of them or none.</summary>
    /// <returns>The group; refusals <c>council.notFound</c>, <c>interpellation.noneChosen</c>, <c>.groupUnknown</c>, <c>.groupTitleMissing</c>, <c>.criterionUnknown</c>,
    /// <c>.sessionMissing</c>, <c>.paperMissing</c>, <c>.alreadyDecided</c>, <c>.inFuture</c>.</returns>
    public Task<Result<Guid>> SelectAsync(SelectionInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<SelectSlips>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            var on = asked.On ?? work.Today;
            if (WrongDecision(asked.Codes, capacity, asked.Number, on, work.Today) is { } wrong)
            {
                return wrong;
            }

            var group = await GroupAsync(work, council, asked, token);
            if (group.IsRefused)
            {
                return Result<Guid>.Refuse(group.Refusals);
            }

            foreach (var code in asked.Codes.Distinct(StringComparer.Ordinal))
            {
                var found = await WaitingAsync(work, code, council.Id, token);
                if (found.IsRefused)
                {
                    return Result<Guid>.Refuse(found.Refusals);
                }

                found.Value.Record.Select(group.Value, InterpellationFinder.Clean(asked.Number), on);
                work.Record(new SlipSelected(InterpellationEvent.About(found.Value.Record), group.Value.Title, group.Value.Criterion, InterpellationFinder.Clean(asked.Number), on), found.Value.Capacity);
            }

            return group.Value.Id;
        }, ct);

    /// <summary>Not chosen: answered in writing, with the reason; the term runs from that day by the rule <c>QUESTION_WRITTEN_ANSWER</c>.</summary>
    /// <returns>Refusals <c>interpellation.noneChosen</c>, <c>.reasonMissing</c>, <c>.paperMissing</c>, <c>.alreadyDecided</c>, <c>.inFuture</c>.</returns>
    public Task<Result> DeclineAsync(IReadOnlyList<string> codes, string? reason, string? number, DateOnly? on, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var day = on ?? work.Today;
            foreach (var code in codes.Distinct(StringComparer.Ordinal))
            {
                var found = await WaitingAsync(work, code, null, token);
                if (found.IsRefused)
                {
                    return found;
                }

                var (slip, capacity) = found.Value;
                await work.HoldAsync(slip.CouncilId, token);
                if ((WrongDecision(codes, capacity, number, day, work.Today)
                    ?? (string.IsNullOrWhiteSpace(reason) ? new Refusal("interpellation.reasonMissing", "Reason") : null)) is { } wrong)
                {
                    return wrong;
                }

                slip.Decline(InterpellationFinder.Clean(number), day);
                await work.PutInWritingAsync(followUps, slip, WrittenReason.NotSelected, reason!.Trim(), day, token);
                work.Record(new SlipNotSelected(InterpellationEvent.About(slip), reason.Trim(), InterpellationFinder.Clean(number), slip.WrittenDueOn), capacity);
            }

            return codes.Count == 0 ? new Refusal("interpellation.noneChosen", "Codes") : Result.Done;
        }, ct);

    private static Refusal? WrongDecision(IReadOnlyList<string> codes, Capacity capacity, string? number, DateOnly on, DateOnly today) =>
        codes.Count == 0 ? new Refusal("interpellation.noneChosen", "Codes")
        : on > today ? new Refusal("interpellation.inFuture", "On")
        : InterpellationFinder.PaperMissing(capacity, number, "Number");

    private static async Task<Result<InHand<Interpellation>>> WaitingAsync(Work work, string code, Guid? council, CancellationToken ct)
    {
        var found = await work.SlipAsync<SelectSlips>(code, ct);
        if (found.IsRefused)
        {
            return found;
        }

        return found.Value.Record.IsDecided || (council is { } one && found.Value.Record.CouncilId != one) ? new Refusal("interpellation.alreadyDecided", "Codes", code) : found;
    }

    private static async Task<Result<IssueGroup>> GroupAsync(Work work, Council council, SelectionInput asked, CancellationToken ct)
    {
        if (asked.GroupId is { } id)
        {
            return await work.Db.Set<IssueGroup>().FirstOrDefaultAsync(g => g.Id == id && g.CouncilId == council.Id, ct) is { } standing
                ? standing
                : new Refusal("interpellation.groupUnknown", nameof(asked.GroupId));
        }

        if (string.IsNullOrWhiteSpace(asked.Title))
        {
            return new Refusal("interpellation.groupTitleMissing", nameof(asked.Title));
        }

        if (SelectionCriteria.Shipped.Of(asked.Criterion) is not { } criterion)
        {
            return new Refusal("interpellation.criterionUnknown", nameof(asked.Criterion));
        }

        if (await work.Db.Set<CouncilSession>().FirstOrDefaultAsync(s => s.Id == asked.SessionId && s.CouncilId == council.Id, ct) is not { } session)
        {
            return new Refusal("interpellation.sessionMissing", nameof(asked.SessionId));
        }

        var group = new IssueGroup
        {
            Id = Guid.CreateVersion7(), CouncilId = council.Id, SessionId = session.Id, Title = asked.Title.Trim(), Criterion = criterion.Code, CreatedAt = work.Now,
        };
        work.Db.Add(group);

        return group;
    }

    private static async Task<List<Refusal>> WrongAsync(Work work, SlipInput asked, bool isClerk, CancellationToken ct)
    {
        List<Refusal?> wrong =
        [
            isClerk && string.IsNullOrWhiteSpace(asked.AskerName) ? new Refusal("interpellation.askerMissing", nameof(asked.AskerName)) : null,
            string.IsNullOrWhiteSpace(asked.PersonAsked) ? new Refusal("interpellation.personMissing", nameof(asked.PersonAsked)) : null,
            string.IsNullOrWhiteSpace(asked.Issue) ? new Refusal("interpellation.issueMissing", nameof(asked.Issue)) : null,
            asked.Field is { } field && Catalogue.Of(CatalogueKind.Field, field) is null ? new Refusal("interpellation.fieldUnknown", nameof(asked.Field)) : null,
            asked.HandedInOn > work.Today ? new Refusal("interpellation.inFuture", nameof(asked.HandedInOn)) : null,
            await work.WrongAgencyAsync(asked.CouncilId, asked.AgencyId, ct),
            asked.SessionId is { } session && !await work.Db.Set<CouncilSession>().AnyAsync(s => s.Id == session && s.CouncilId == asked.CouncilId, ct)
                ? new Refusal("session.notFound", nameof(asked.SessionId))
                : null,
            Secrets.InText(asked.Issue, nameof(asked.Issue)),
            Secrets.InText(asked.StemsFrom, nameof(asked.StemsFrom)),
        ];

        return [.. wrong.OfType<Refusal>()];
    }

    private static async Task<Interpellation> NewAsync(Work work, SlipInput asked, Council council, bool isClerk, CancellationToken ct)
    {
        var asker = isClerk ? asked.AskerName!.Trim() : work.Acting.FullName;
        var slip = new Interpellation
        {
            Id = asked.Id!.Value,
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = await work.NextCodeAsync(InterpellationCode.Slip, council.Id, ct),
            AskerName = asker,
            AskerUserId = isClerk ? await AccountOfAsync(work, council.Id, asker, ct) : work.Acting.UserId,
            PersonAsked = asked.PersonAsked.Trim(),
            AgencyId = asked.AgencyId!.Value,
            Issue = asked.Issue.Trim(),
            HandedInOn = asked.HandedInOn ?? work.Today,
            IsFromPaper = isClerk,
            CreatedAt = work.Now,
        };
        Fill(slip, asked, work.Today);
        work.Db.Add(slip);

        return slip;
    }

    private static void Fill(Interpellation slip, SlipInput asked, DateOnly today)
    {
        slip.IsFor(asked.SessionId);
        (slip.PersonAsked, slip.AgencyId, slip.Issue) = (asked.PersonAsked.Trim(), asked.AgencyId!.Value, asked.Issue.Trim());
        (slip.Field, slip.StemsFrom, slip.SourceCode) = (asked.Field, InterpellationFinder.Clean(asked.StemsFrom), InterpellationFinder.Clean(asked.SourceCode));
        slip.HandedInOn = asked.HandedInOn ?? today;
    }

    /// <summary>The account of the delegate named on a paper slip, where exactly one delegate of the council has that name.</summary>
    private static async Task<Guid?> AccountOfAsync(Work work, Guid council, string name, CancellationToken ct)
    {
        var today = work.Today;
        var known = await (
            from user in work.Db.Set<User>()
            join grant in work.Db.Set<Grant>() on user.Id equals grant.UserId
            where user.FullName == name && grant.CouncilId == council && grant.AgencyId == null && Delegates.Contains(grant.Role) && grant.From <= today && (grant.Until == null || grant.Until >= today)
            select user.Id).Distinct().Take(2).ToListAsync(ct);

        return known is [var only] ? only : null;
    }

    /// <summary>Whoever leads a council is a delegate of it.</summary>
    private static readonly Role[] Delegates = [Role.Delegate, Role.CommitteeHead, Role.StandingCommittee];
}

internal static class WrittenAnswers
{
    /// <summary>An answer in writing is owed from that day: a follow-up item with its agency, so that it is reminded of and urged.</summary>
    public static async Task PutInWritingAsync(this Work work, FollowUps followUps, Interpellation slip, WrittenReason because, string? note, DateOnly from, CancellationToken ct)
    {
        var item = await followUps.OpenAsync(
            work,
            new NewFollowUp
            {
                Record = slip,
                SubjectKind = InterpellationEvent.SubjectKind,
                SubjectCode = slip.Code,
                Title = slip.Issue,
                From = from,
                AgencyId = slip.AgencyId,
                RuleCode = InterpellationRules.WrittenAnswerRule,
            },
            ct);
        slip.PutInWriting(because, note, from, item.DueOn);
    }
}

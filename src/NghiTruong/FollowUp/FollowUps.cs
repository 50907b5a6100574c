using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law;
using NghiTruong.Operations;

namespace NghiTruong.FollowUp;

/// <summary>What an activity asks when somebody starts to owe it something.</summary>
public sealed record NewFollowUp
{
    /// <summary>The record whose matter it is; the item takes its council and province.</summary>
    public required ICouncilRecord Record { get; init; }

    public required string SubjectKind { get; init; }

    public required string SubjectCode { get; init; }

    public required string Title { get; init; }

    public required DateOnly From { get; init; }

    public Guid? AgencyId { get; init; }

    public Guid? HolderCouncilId { get; init; }

    public FollowUpPart Part { get; init; } = FollowUpPart.Lead;

    /// <summary>The rule that sets the day; null when <see cref="DueOn"/> is given.</summary>
    public string RuleCode { get; init; } = DeadlineRuleCatalogue.PetitionAnswer;

    /// <summary>A day set by hand wins over the rule.</summary>
    public DateOnly? DueOn { get; init; }

    public Guid? LetterId { get; init; }

    /// <summary>The session the term counts from or back from.</summary>
    public Guid? SessionId { get; init; }

    public int? Voters { get; init; }

    public bool IsPressing { get; init; }
}

/// <summary>Opens follow-up items and finds them, inside the operation of the activity that asks.</summary>
public sealed class FollowUps(RuleBook rules)
{
    private const int TitleLength = 300;

    public async Task<FollowUpItem> OpenAsync(Work work, NewFollowUp asked, CancellationToken ct)
    {
        var due = asked.DueOn ?? await DueAsync(work, asked.RuleCode, asked.Record.CouncilId, asked.From, ct);

        return Open(work, asked, due);
    }

    /// <summary>The same where the caller has worked out the day: for many items at once.</summary>
    /// <param name="due">The day set by hand, else the rule's.</param>
    public static FollowUpItem Open(Work work, NewFollowUp asked, DateOnly? due)
    {
        var item = new FollowUpItem
        {
            Id = Guid.CreateVersion7(),
            CouncilId = asked.Record.CouncilId,
            ProvinceId = asked.Record.ProvinceId,
            OriginCouncilId = asked.Record.OriginCouncilId,
            SubjectKind = asked.SubjectKind,
            SubjectId = asked.Record.Id,
            SubjectCode = asked.SubjectCode,
            Title = asked.Title.Length <= TitleLength ? asked.Title : asked.Title[..(TitleLength - 1)] + "…",
            AgencyId = asked.AgencyId,
            HolderCouncilId = asked.HolderCouncilId,
            Part = asked.Part,
            RuleCode = asked.DueOn is null ? asked.RuleCode : null,
            From = asked.From,
            PrintedDueOn = due,
            IsPressing = asked.IsPressing,
            Voters = asked.Voters,
            LetterId = asked.LetterId,
            SessionId = asked.SessionId,
        };
        item.Due(due);
        work.Db.Add(item);

        return item;
    }

    /// <summary>All items of a record, oldest first, those added in this operation included.</summary>
    public async Task<List<FollowUpItem>> OfAsync(Work work, Guid subjectId, CancellationToken ct)
    {
        await work.Db.Set<FollowUpItem>().Where(i => i.SubjectId == subjectId).LoadAsync(ct);

        return [.. work.Db.Set<FollowUpItem>().Local.Where(i => i.SubjectId == subjectId).OrderBy(i => i.Id)];
    }

    /// <summary>Settles every item of the record that is still owed.</summary>
    public Task SettleAsync(Work work, Guid subjectId, FollowUpState state, CancellationToken ct) => SettleAsync(work, subjectId, state, _ => true, ct);

    /// <summary>The same for some of its items: each of several who owe it settles its own.</summary>
    public async Task SettleAsync(Work work, Guid subjectId, FollowUpState state, Func<FollowUpItem, bool> which, CancellationToken ct)
    {
        foreach (var item in (await OfAsync(work, subjectId, ct)).Where(which))
        {
            if (FollowUpStates.Owed.Contains(item.State) || (state == FollowUpState.Done && item.State == FollowUpState.Answered))
            {
                item.Settle(state);
            }
        }
    }

    /// <summary>The day a term ends for a council; null when no rule is in force.</summary>
    public async Task<DateOnly?> DueAsync(Work work, string ruleCode, Guid councilId, DateOnly from, CancellationToken ct)
    {
        var tier = await work.Db.Set<Council>().Where(c => c.Id == councilId).Select(c => c.Tier).FirstAsync(ct);

        return (await rules.ReadAsync(ct)).Due(ruleCode, tier.ToString(), councilId, from)?.Deadline.Due;
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Conferences;

/// <summary>What was handed in, said and proposed at a conference, and its conclusion.</summary>
public sealed class ConferenceMinutes(OperationRunner operations, FollowUps followUps, FormTexts form)
{
    /// <returns>Refusals of <see cref="ConferenceRules.WrongIn(PaperInput)"/>.</returns>
    public Task<Result> AddPaperAsync(string code, PaperInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, conference, capacity, token) =>
        {
            if (asked.Id is { } sent && await work.Db.Set<ConferencePaper>().AnyAsync(p => p.Id == sent && p.ConferenceId == conference.Id, token))
            {
                return Result.Done;
            }

            if (ConferenceRules.WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            var paper = new ConferencePaper
            {
                Id = asked.Id ?? Guid.CreateVersion7(), ConferenceId = conference.Id, Place = 1 + await work.Db.Set<ConferencePaper>().CountAsync(p => p.ConferenceId == conference.Id, token),
                Title = asked.Title.Trim(), Author = asked.Author?.Trim(), Body = asked.Body.Trim(), Summary = asked.Summary?.Trim(),
            };
            work.Db.Add(paper);
            work.Record(new ConferencePaperAdded(ConferenceEvent.About(conference), paper.Title, paper.Body), capacity);
            if (asked.File is { } file)
            {
                await work.AttachAsync(file, ConferencePaperFiles.OwnerKind, paper.Id, token);
            }

            return Result.Done;
        }, ct);

    /// <returns>Refusals of <see cref="ConferenceRules.WrongIn(OpinionInput)"/>, <c>conference.notYet</c>.</returns>
    public Task<Result> AddOpinionAsync(string code, OpinionInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, conference, capacity, token) =>
        {
            if (asked.Id is { } sent && await work.Db.Set<ConferenceOpinion>().AnyAsync(o => o.Id == sent && o.ConferenceId == conference.Id, token))
            {
                return Result.Done;
            }

            if (NotYet(work, conference) is { } notYet)
            {
                return notYet;
            }

            if (ConferenceRules.WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            var opinion = new ConferenceOpinion
            {
                Id = asked.Id ?? Guid.CreateVersion7(), ConferenceId = conference.Id, Place = 1 + await work.Db.Set<ConferenceOpinion>().CountAsync(o => o.ConferenceId == conference.Id, token),
                Speaker = asked.Speaker?.Trim(), Body = asked.Body.Trim(), Words = asked.Words.Trim(),
            };
            work.Db.Add(opinion);
            conference.Hold();
            work.Record(new ConferenceOpinionAdded(ConferenceEvent.About(conference), opinion.Place, opinion.Body), capacity);

            return Result.Done;
        }, ct);

    /// <summary>With a lead and a day it becomes a follow-up item at once.</summary>
    /// <returns>Refusals of <see cref="ConferenceRules.WrongIn(ProposalInput, DateOnly)"/>, <c>agency.notFound</c>, <c>conference.opinionUnknown</c>, <c>conference.notYet</c>.</returns>
    public Task<Result> AddProposalAsync(string code, ProposalInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, conference, capacity, token) =>
        {
            if (asked.Id is { } sent && await work.Db.Set<ConferenceProposal>().AnyAsync(p => p.Id == sent && p.ConferenceId == conference.Id, token))
            {
                return Result.Done;
            }

            if (NotYet(work, conference) is { } notYet)
            {
                return notYet;
            }

            if (ConferenceRules.WrongIn(asked, conference.HeldOn) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            if (asked.OpinionId is { } opinion && !await work.Db.Set<ConferenceOpinion>().AnyAsync(o => o.Id == opinion && o.ConferenceId == conference.Id, token))
            {
                return new Refusal("conference.opinionUnknown", nameof(asked.OpinionId));
            }

            var lead = asked.LeadAgencyId is { } agency ? await work.Db.Set<Agency>().FirstOrDefaultAsync(a => a.Id == agency && a.CouncilId == conference.CouncilId, token) : null;
            if (lead is null && asked.LeadAgencyId is not null)
            {
                return new Refusal("agency.notFound", nameof(asked.LeadAgencyId));
            }

            await AddAsync(work, conference, asked, lead, token);
            conference.Hold();
            work.Record(new ConferenceProposalAdded(ConferenceEvent.About(conference), lead?.Name, asked.DueOn), capacity);

            return Result.Done;
        }, ct);

    /// <summary>A proposal that is followed was carried out; what came of it in words.</summary>
    /// <returns>Refusals <c>conference.proposalNotFound</c>, <c>conference.proposalNotFollowed</c>, <c>conference.resultMissing</c>.</returns>
    public Task<Result> FinishProposalAsync(string code, Guid proposalId, string? result, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, conference, capacity, token) =>
        {
            if (await work.Db.Set<ConferenceProposal>().FirstOrDefaultAsync(p => p.Id == proposalId && p.ConferenceId == conference.Id, token) is not { } proposal)
            {
                return new Refusal("conference.proposalNotFound");
            }

            if (proposal.State != ProposalState.Following)
            {
                return new Refusal("conference.proposalNotFollowed");
            }

            if (string.IsNullOrWhiteSpace(result) || result.Length > 4000)
            {
                return new Refusal("conference.resultMissing", "Result");
            }

            if (Secrets.InText(result, "Result") is { } secret)
            {
                return secret;
            }

            (proposal.State, proposal.Result, proposal.DoneOn) = (ProposalState.Done, result.Trim(), work.Today);
            await followUps.SettleAsync(work, conference.Id, FollowUpState.Done, i => i.Id == proposal.ItemId, token);
            work.Record(new ConferenceProposalDone(ConferenceEvent.About(conference), result.Trim(), work.Today), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The conclusion in words; said anew, it replaces the former one until its notice is drafted.</summary>
    /// <returns>Refusals <c>conference.conclusionMissing</c>, <c>conference.noticeDrafted</c>, <c>conference.notYet</c>, <c>text.secret</c>.</returns>
    public Task<Result> ConcludeAsync(string code, string? conclusion, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, (work, conference, capacity, _) => Task.FromResult<Result>(Conclude(work, conference, conclusion, capacity)), ct);

    /// <summary>The notice of conclusion as a draft of the room Letters; asked again, the one that stands.</summary>
    /// <returns>Id of the letter; refusal <c>conference.notConcluded</c>.</returns>
    public Task<Result<Guid>> DraftNoticeAsync(string code, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.ConferenceAsync(code, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var (conference, capacity) = found.Value;
            await work.HoldAsync(conference.CouncilId, token);
            if (conference.NoticeLetterId is { } standing)
            {
                return standing;
            }

            if (conference.State != ConferenceState.Concluded)
            {
                return new Refusal("conference.notConcluded", null, code);
            }

            var letter = work.DraftLetter(
                new NewLetter
                {
                    SenderCouncilId = conference.CouncilId,
                    ProvinceId = conference.ProvinceId,
                    Kind = ConferenceNotice.KindCode,
                    Abstract = form["form.conference.abstract", conference.Title],
                    RecipientName = form["form.conference.recipients"],
                    Notation = form["form.conference.notation"],
                },
                capacity);
            conference.DraftNotice(letter.Id);

            return letter.Id;
        }, ct);

    private static Result Conclude(Work work, Conference conference, string? conclusion, Capacity capacity)
    {
        if (NotYet(work, conference) is { } notYet)
        {
            return notYet;
        }

        if (conference.NoticeLetterId is not null)
        {
            return new Refusal("conference.noticeDrafted", "Conclusion");
        }

        if (string.IsNullOrWhiteSpace(conclusion) || conclusion.Length > InputShape.LongestText)
        {
            return new Refusal("conference.conclusionMissing", "Conclusion");
        }

        if (Secrets.InText(conclusion, "Conclusion") is { } secret)
        {
            return secret;
        }

        conference.Conclude(conclusion.Trim());
        work.Record(new ConferenceConcluded(ConferenceEvent.About(conference)), capacity);

        return Result.Done;
    }

    private static async Task AddAsync(Work work, Conference conference, ProposalInput asked, Agency? lead, CancellationToken ct)
    {
        var proposal = new ConferenceProposal
        {
            Id = asked.Id ?? Guid.CreateVersion7(), ConferenceId = conference.Id, Place = 1 + await work.Db.Set<ConferenceProposal>().CountAsync(p => p.ConferenceId == conference.Id, ct),
            Content = asked.Content.Trim(), OpinionId = asked.OpinionId,
        };
        work.Db.Add(proposal);
        if (lead is not null)
        {
            var item = FollowUps.Open(
                work,
                new NewFollowUp
                {
                    Record = conference, SubjectKind = ConferenceEvent.SubjectKind, SubjectCode = conference.Code, Title = proposal.Content, From = conference.HeldOn, AgencyId = lead.Id, DueOn = asked.DueOn,
                },
                asked.DueOn);
            (proposal.LeadAgencyId, proposal.Lead, proposal.DueOn, proposal.ItemId, proposal.State) = (lead.Id, lead.Name, asked.DueOn, item.Id, ProposalState.Following);
        }
    }

    private static Refusal? NotYet(Work work, Conference conference) =>
        conference.HeldOn > work.Today ? new Refusal("conference.notYet", null, NghiTruong.Language.OfficialDate.Short(conference.HeldOn)) : null;

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, Conference, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ConferenceAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            // Numbers of papers, opinions and proposals run on one after the other.
            await work.HoldAsync(found.Value.Conference.CouncilId, token);

            return await act(work, found.Value.Conference, found.Value.Capacity, token);
        }, ct);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Interpellations;

/// <summary>An explanation session as the Standing Committee decides it.</summary>
public sealed record ExplanationInput
{
    /// <summary>Comes from the form, so that a session sent again is the same session.</summary>
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }

    [StringLength(4000)]
    public required string Issue { get; init; }

    [StringLength(200)]
    public required string PersonAsked { get; init; }

    public Guid? AgencyId { get; init; }

    [StringLength(1000)]
    public string? StemsFrom { get; init; }

    [StringLength(40)]
    public string? SourceCode { get; init; }

    /// <summary>Number of the paper by which it was decided.</summary>
    [StringLength(60)]
    public string? DecisionNumber { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public DateOnly? PlannedOn { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }
}

/// <summary>The session as it was held.</summary>
public sealed record HoldInput
{
    public DateOnly? On { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(200)]
    public string? Chair { get; init; }

    [StringLength(2000)]
    public string? Attendants { get; init; }

    /// <summary>Why it was held though the notice was late.</summary>
    [StringLength(1000)]
    public string? LateBecause { get; init; }

    public IReadOnlyList<StagedFile> Files { get; init; } = [];
}

/// <summary>The conclusion with its vote and tasks.</summary>
public sealed record ConclusionInput
{
    public DateOnly? On { get; init; }

    [StringLength(20_000)]
    public string? Conclusion { get; init; }

    public int Members { get; init; }

    public int Present { get; init; }

    public int For { get; init; }

    public int Against { get; init; }

    public int Abstained { get; init; }

    public IReadOnlyList<PromiseInput> Tasks { get; init; } = [];
}

/// <summary>Phiên giải trình: decided, notified, held in public, concluded by a majority of all members, sent, followed; a failure is reported to the council (domain 2.7).</summary>
public sealed class ExplanationDesk(OperationRunner operations, FollowUps followUps, PromiseReports reports, FormTexts form)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>explanation.issueMissing</c>, <c>.personMissing</c>, <c>.numberMissing</c>, <c>.dayMissing</c>, <c>.decidedInFuture</c>,
    /// <c>.plannedBeforeDecided</c>, <c>agency.notFound</c>, <c>text.secret</c>.</returns>
    public Task<Result<string>> DecideAsync(ExplanationInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<HoldExplanations>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            var pressed = await work.SentAsync<ExplanationSession>(asked.Id, council.Id, s => s.CouncilId == council.Id, token);
            if (pressed.Sent is { } sent)
            {
                return sent.Code;
            }

            var decidedOn = asked.DecidedOn ?? work.Today;
            if (await WrongAsync(work, asked, decidedOn, token) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var session = await NewAsync(work, asked with { Id = pressed.Id }, council, decidedOn, token);
            work.Record(new ExplanationDecided(ExplanationEvent.About(session), session.DecisionNumber, decidedOn, session.PlannedOn, session.NoticeDueOn), capacity);

            return session.Code;
        }, ct);

    /// <summary>Drafts the notice as a letter of the Standing Committee; issued, or recorded as issued outside, it notifies. A draft that is there already is given again.</summary>
    /// <returns>The letter; refusals <c>explanation.notAhead</c>.</returns>
    public Task<Result<Guid>> DraftNoticeAsync(string code, Acting acting, CancellationToken ct) =>
        LetterAsync(code, acting, s => ExplanationStates.Ahead.Contains(s.State), "explanation.notAhead", s => s.NoticeLetterId, ExplanationNotice.KindCode, "form.explanation.notice.abstract", (s, letter) => s.DraftNotice(letter), ct);

    /// <summary>The same for the conclusion; issued, the conclusion is sent.</summary>
    /// <returns>The letter; refusals <c>explanation.notConcluded</c>.</returns>
    public Task<Result<Guid>> DraftConclusionAsync(string code, Acting acting, CancellationToken ct) =>
        LetterAsync(code, acting, s => ExplanationStates.HasConclusion.Contains(s.State), "explanation.notConcluded", s => s.ConclusionLetterId, ExplanationConclusion.KindCode, "form.explanation.conclusion.abstract", (s, letter) => s.DraftConclusion(letter), ct);

    /// <summary>Another day, with number and reason; the notice is owed again, by the new day.</summary>
    /// <returns>Refusals <c>explanation.notAhead</c>, <c>.dayMissing</c>, <c>.putOffToPast</c>, <c>.numberMissing</c>, <c>.reasonMissing</c>.</returns>
    public Task<Result> PutOffAsync(string code, DateOnly? to, string? place, string? number, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync(code, ExplanationStates.Ahead, "explanation.notAhead", acting, async (work, session, capacity, token) =>
        {
            if (to is not { } day || day < work.Today || day == session.PlannedOn)
            {
                return new Refusal(to is null ? "explanation.dayMissing" : "explanation.putOffToPast", "To");
            }

            if (WrongChange(number, reason) is { } wrong)
            {
                return wrong;
            }

            session.PutOff(day, InterpellationFinder.Clean(place), await NoticeDueAsync(work, session.CouncilId, day, token), number!.Trim(), reason!.Trim());
            work.Record(new ExplanationPutOff(ExplanationEvent.About(session), day, number.Trim(), reason.Trim()), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>explanation.notAhead</c>, <c>.numberMissing</c>, <c>.reasonMissing</c>.</returns>
    public Task<Result> CancelAsync(string code, string? number, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync(code, ExplanationStates.Ahead, "explanation.notAhead", acting, (work, session, capacity, _) =>
        {
            if (WrongChange(number, reason) is { } wrong)
            {
                return Task.FromResult<Result>(wrong);
            }

            session.Cancel(number!.Trim(), reason!.Trim(), work.Today);
            work.Record(new ExplanationCancelled(ExplanationEvent.About(session), number.Trim(), reason.Trim()), capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>It took place. A notice that was late needs its reason here: it is never passed over silently.</summary>
    /// <returns>Refusals <c>explanation.notNotified</c>, <c>.heldInFuture</c>, <c>.heldBeforeNotice</c>, <c>.noticeLate</c>.</returns>
    public Task<Result> HoldAsync(string code, HoldInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, [ExplanationState.Notified], "explanation.notNotified", acting, async (work, session, capacity, token) =>
        {
            var on = asked.On ?? work.Today;
            if (on > work.Today || on < session.NoticeOn)
            {
                return new Refusal(on > work.Today ? "explanation.heldInFuture" : "explanation.heldBeforeNotice", nameof(asked.On));
            }

            var due = await NoticeDueAsync(work, session.CouncilId, on, token);
            var isLate = session.NoticeOn > due;
            if (isLate && string.IsNullOrWhiteSpace(asked.LateBecause))
            {
                return new Refusal("explanation.noticeLate", nameof(asked.LateBecause), session.NoticeOn!.Value.DayNumber - due!.Value.DayNumber);
            }

            var because = isLate ? InterpellationFinder.Clean(asked.LateBecause) : null;
            session.Hold(on, InterpellationFinder.Clean(asked.Place), InterpellationFinder.Clean(asked.Chair), InterpellationFinder.Clean(asked.Attendants), due, because);
            foreach (var file in asked.Files)
            {
                await work.AttachAsync(file, ExplanationFiles.OwnerKind, session.Id, token);
            }

            work.Record(new ExplanationHeld(ExplanationEvent.About(session), on, session.Place, because), capacity);

            return Result.Done;
        }, ct);

    /// <summary>A turn of the minutes: a member asks, the person explains, an invited one speaks, the chair sums up.</summary>
    /// <returns>Refusals <c>explanation.notHeld</c>, <c>turn.speakerMissing</c>, <c>turn.textMissing</c>, <c>text.secret</c>.</returns>
    public Task<Result> AddTurnAsync(string code, TurnInput turn, Acting acting, CancellationToken ct) =>
        ActAsync(code, [ExplanationState.Held], "explanation.notHeld", acting, async (work, session, capacity, token) =>
        {
            await work.HoldAsync(session.CouncilId, token);
            var spoken = await work.SpeakAsync(session.Id, turn, token);
            if (spoken.IsRefused)
            {
                return spoken;
            }

            if (spoken.Value)
            {
                work.Record(new ExplanationSpoken(ExplanationEvent.About(session), turn.Kind, turn.Speaker!.Trim()), capacity);
            }

            return Result.Done;
        }, ct);

    /// <summary>Concluded by more than half of all members of the Standing Committee; its tasks are followed like promises.</summary>
    /// <returns>Refusals <c>explanation.notHeld</c>, <c>.minutesMissing</c>, <c>.conclusionMissing</c>, <c>.concludedWrongDay</c>, those of <see cref="InterpellationRules.WrongIn(StandingVotes)"/> and
    /// of each task.</returns>
    public Task<Result> ConcludeAsync(string code, ConclusionInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, [ExplanationState.Held], "explanation.notHeld", acting, async (work, session, capacity, token) =>
        {
            var on = asked.On ?? work.Today;
            var votes = new StandingVotes(asked.Members, asked.Present, asked.For, asked.Against, asked.Abstained);
            if (await WrongConclusionAsync(work, session, asked, on, votes, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            await work.HoldAsync(session.CouncilId, token);
            var source = new PromiseSource(session, session.PersonAsked, session.AgencyId, on, null, session.Id);
            for (var i = 0; i < asked.Tasks.Count; i++)
            {
                if (await work.PromiseAsync(reports, source, asked.Tasks[i], capacity, token) is { IsRefused: true } refused)
                {
                    return Result.Refuse([.. refused.Refusals.Select(r => r with { Field = $"Tasks[{i}].{r.Field}" })]);
                }
            }

            session.Conclude(on, asked.Conclusion!.Trim(), votes);
            work.Record(new ExplanationConcluded(ExplanationEvent.About(session), on, votes.For, votes.Members, asked.Tasks.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Tasks are late or were not carried out: the Standing Committee reports to the council.</summary>
    /// <returns>Refusals <c>explanation.notConcluded</c>, <c>.nothingFailed</c>, <c>.numberMissing</c>, <c>.reasonMissing</c>, <c>.concludedWrongDay</c>.</returns>
    public Task<Result> ReportFailureAsync(string code, string? number, DateOnly? on, string? reason, Acting acting, CancellationToken ct) =>
        ActAsync(code, ExplanationStates.HasConclusion, "explanation.notConcluded", acting, async (work, session, capacity, token) =>
        {
            var (day, today) = (on ?? work.Today, work.Today);
            if (WrongChange(number, reason) is { } wrong)
            {
                return wrong;
            }

            if (day > today || day < session.ConcludedOn)
            {
                return new Refusal("explanation.concludedWrongDay", "On");
            }

            if (!await work.Db.Set<Promise>().AnyAsync(p => p.ExplanationId == session.Id && (p.OwedBy < today || (p.State == PromiseState.Closed && p.Outcome != PromiseOutcome.Kept)), token))
            {
                return new Refusal("explanation.nothingFailed", null, code);
            }

            session.ReportFailure(number!.Trim(), day, reason!.Trim());
            work.Record(new ExplanationFailureReported(ExplanationEvent.About(session), number.Trim(), day, reason.Trim()), capacity);

            return Result.Done;
        }, ct);

    private static Refusal? WrongChange(string? number, string? reason) =>
        string.IsNullOrWhiteSpace(number) ? new Refusal("explanation.numberMissing", "Number")
        : string.IsNullOrWhiteSpace(reason) ? new Refusal("explanation.reasonMissing", "Reason")
        : null;

    private static async Task<List<Refusal>> WrongConclusionAsync(Work work, ExplanationSession session, ConclusionInput asked, DateOnly on, StandingVotes votes, CancellationToken ct)
    {
        List<Refusal> wrong = [.. InterpellationRules.WrongIn(votes)];
        wrong.AddRange(new[]
        {
            string.IsNullOrWhiteSpace(asked.Conclusion) ? new Refusal("explanation.conclusionMissing", nameof(asked.Conclusion)) : null,
            on > work.Today || on < session.HeldOn ? new Refusal("explanation.concludedWrongDay", nameof(asked.On)) : null,
            Secrets.InText(asked.Conclusion, nameof(asked.Conclusion)),
            await work.Db.Set<SpokenTurn>().AnyAsync(t => t.OwnerId == session.Id, ct) ? null : new Refusal("explanation.minutesMissing", null, session.Code),
        }.OfType<Refusal>());

        return wrong;
    }

    private static async Task<List<Refusal>> WrongAsync(Work work, ExplanationInput asked, DateOnly decidedOn, CancellationToken ct)
    {
        List<Refusal?> wrong =
        [
            string.IsNullOrWhiteSpace(asked.Issue) ? new Refusal("explanation.issueMissing", nameof(asked.Issue)) : null,
            string.IsNullOrWhiteSpace(asked.PersonAsked) ? new Refusal("explanation.personMissing", nameof(asked.PersonAsked)) : null,
            await work.WrongAgencyAsync(asked.CouncilId, asked.AgencyId, ct),
            string.IsNullOrWhiteSpace(asked.DecisionNumber) ? new Refusal("explanation.numberMissing", nameof(asked.DecisionNumber)) : null,
            decidedOn > work.Today ? new Refusal("explanation.decidedInFuture", nameof(asked.DecidedOn)) : null,
            asked.PlannedOn is null ? new Refusal("explanation.dayMissing", nameof(asked.PlannedOn))
                : asked.PlannedOn < decidedOn ? new Refusal("explanation.plannedBeforeDecided", nameof(asked.PlannedOn)) : null,
            Secrets.InText(asked.Issue, nameof(asked.Issue)),
        ];

        return [.. wrong.OfType<Refusal>()];
    }

    private async Task<ExplanationSession> NewAsync(Work work, ExplanationInput asked, Council council, DateOnly decidedOn, CancellationToken ct)
    {
        var session = new ExplanationSession
        {
            Id = asked.Id!.Value,
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = await work.NextCodeAsync(InterpellationCode.Explanation, council.Id, ct),
            Issue = asked.Issue.Trim(),
            PersonAsked = asked.PersonAsked.Trim(),
            AgencyId = asked.AgencyId!.Value,
            StemsFrom = InterpellationFinder.Clean(asked.StemsFrom),
            SourceCode = InterpellationFinder.Clean(asked.SourceCode),
            DecisionNumber = asked.DecisionNumber!.Trim(),
            DecidedOn = decidedOn,
            CreatedAt = work.Now,
        };
        session.Plan(asked.PlannedOn!.Value, InterpellationFinder.Clean(asked.Place), await NoticeDueAsync(work, council.Id, asked.PlannedOn.Value, ct));
        work.Db.Add(session);

        return session;
    }

    private Task<DateOnly?> NoticeDueAsync(Work work, Guid council, DateOnly heldOn, CancellationToken ct) => followUps.DueAsync(work, InterpellationRules.NoticeRule, council, heldOn, ct);

    private Task<Result<Guid>> LetterAsync(
        string code, Acting acting, Func<ExplanationSession, bool> isOpen, string otherwise, Func<ExplanationSession, Guid?> drafted, string kind, string about, Action<ExplanationSession, Guid> keep, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.ExplanationAsync<HoldExplanations>(code, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var (session, capacity) = found.Value;
            await work.HoldAsync(session.CouncilId, token);
            if (drafted(session) is { } standing)
            {
                return standing;
            }

            if (!isOpen(session))
            {
                return new Refusal(otherwise, null, code);
            }

            var letter = work.DraftLetter(
                new NewLetter
                {
                    SenderCouncilId = session.CouncilId,
                    ProvinceId = session.ProvinceId,
                    Kind = kind,
                    Abstract = form[about, ExplanationPapers.ShortIssue(session)],
                    RecipientName = await work.Db.Set<Agency>().Where(a => a.Id == session.AgencyId).Select(a => a.Name).FirstAsync(token),
                    RecipientAgencyId = session.AgencyId,
                    Notation = ExplanationPapers.Notation,
                },
                capacity);
            keep(session, letter.Id);

            return letter.Id;
        }, ct);

    private Task<Result> ActAsync(
        string code, IReadOnlyList<ExplanationState> states, string otherwise, Acting acting, Func<Work, ExplanationSession, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ExplanationAsync<HoldExplanations>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            return states.Contains(found.Value.Record.State) ? await act(work, found.Value.Record, found.Value.Capacity, token) : new Refusal(otherwise, null, code);
        }, ct);
}

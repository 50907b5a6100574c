using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Law.Catalogues;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Petitions.Demo;

/// <summary>The office of one council in the story: says what it does on which day, through the operations that pages call.</summary>
internal sealed class DemoOffice(DemoStage stage, DemoScript script, DemoWords words, Council council)
{
    public const string Notation = "HĐND-VP";

    private readonly Acting _clerk = stage.ClerkOf(council);
    private readonly Acting _standing = stage.StandingCommitteeOf(council);
    private readonly IReadOnlyList<string> _hamlets = words.List($"hamlets.{(council.Tier == Tier.Province ? stage.World.Home.Code : council.Code)}");
    private int _told;

    public Council Council => council;

    public Agency Committee => stage.World.AgencyOf(council, AgencyKind.PeoplesCommittee);

    /// <summary>The department a line of the story names; UBND itself where it names that.</summary>
    public Agency SettlerOf(MatterLine line) => stage.World.Agencies.FirstOrDefault(a => a.CouncilId == council.Id && a.ShortName == line.Settler) ?? Committee;

    public Kept Session(int number, DateOnly opens)
    {
        var kept = new Kept();
        var input = new SessionInput { Number = number, Name = words[$"session.{number}"], OpensOn = opens, ClosesOn = number == 1 ? opens : opens.AddDays(1) };
        script.On(DemoHouse.StoryDays, ct => stage.Get<SessionDesk>().SaveAsync(council.Id, input, _clerk, ct), id => kept.Id = id);

        return kept;
    }

    public void Assign(string body, string field)
    {
        script.On(DemoHouse.StoryDays, async ct =>
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
            var id = await db.Set<Body>().Where(b => b.CouncilId == council.Id && b.Code == body).Select(b => b.Id).FirstAsync(ct);
            var input = new ResponsibilityInput { BodyId = id, Field = field, DocumentNumber = words["responsibility.document"] };

            return await stage.Get<CouncilDesk>().AssignAsync(council.Id, input, _clerk, ct);
        });
    }

    public Kept Meeting(int daysAgo, int hamlet, Kept session, int voters, params Council[] jointWith)
    {
        var kept = new Kept();
        script.On(
            daysAgo,
            ct => stage.Get<VoterMeetings>().RecordAsync(
                new VoterMeetingInput
                {
                    CouncilId = council.Id,
                    HeldOn = stage.Clock.DaysAgo(daysAgo),
                    Place = words.Of("meeting.place", _hamlets[hamlet % _hamlets.Count]),
                    Voters = voters,
                    Delegates = string.Join('\n', words.List("meeting.delegates")),
                    SessionId = session.Id,
                    JointWith = [.. jointWith.Select(c => c.Id)],
                    Note = words[jointWith.Length == 0 ? "meeting.note" : "meeting.joint"],
                },
                _clerk,
                ct),
            id => kept.Id = id);

        return kept;
    }

    /// <summary>The next matters of the story, each in another hamlet.</summary>
    public List<Matter> Next(IReadOnlyList<MatterLine> lines, int count) =>
        [.. Enumerable.Range(_told, count).Select(n => new Matter(lines[((n * 5) + council.Code[^1]) % lines.Count], _hamlets[(n + (_told++ / _hamlets.Count)) % _hamlets.Count]))];

    public Matter Again(Matter before) => new(before.Line, before.Hamlet) { Asked = words.Of("again", before.Hamlet, DemoWords.Fill(before.Line.Asked, before.Hamlet)), Before = before };

    public Matter Duplicate(Matter of) => new(of.Line, of.Hamlet) { Asked = words.Of("duplicate", of.Hamlet, of.Asked) };

    /// <summary>Said at a meeting, to the council itself or to one that met the voters with it.</summary>
    public List<Matter> Hear(int daysAgo, Kept meeting, List<Matter> matters, Council? to = null, PetitionKind kind = PetitionKind.Petition, string? explainedBy = null)
    {
        foreach (var matter in matters)
        {
            script.On(
                daysAgo,
                ct => stage.Get<VoterMeetings>().AddItemAsync(
                    meeting.Id,
                    new MeetingItemInput { CouncilId = to?.Id, Kind = kind, Content = matter.Asked, Place = matter.Hamlet, Voters = to is null ? Voters(matter) : Math.Min(Voters(matter), VotersForAnother), ExplainedBy = explainedBy },
                    _clerk,
                    ct),
                code => matter.Code = code);
        }

        return matters;
    }

    /// <summary>An opinion: counted, not sent.</summary>
    public void HearOpinion(int daysAgo, Kept meeting, string opinion)
    {
        var hamlet = _hamlets[_told++ % _hamlets.Count];
        var heard = Hear(daysAgo, meeting, [new Matter(words.Central, hamlet) { Asked = words.Of(opinion, hamlet) }], kind: PetitionKind.Opinion);
        script.On(daysAgo - 2, ct => stage.Get<PetitionDesk>().ClassifyAllAsync([heard[0].Code], FieldCatalogue.Other, AuthorityCatalogue.Commune, _clerk, ct));
    }

    public List<Matter> Receive(int daysAgo, PetitionSource source, string? note, Kept session, List<Matter> matters)
    {
        foreach (var matter in matters)
        {
            script.On(
                daysAgo,
                ct => stage.Get<PetitionIntake>().RecordAsync(
                    new PetitionInput { CouncilId = council.Id, Content = matter.Asked, Place = matter.Hamlet, Source = source, SourceNote = note, SessionId = session.Id, Voters = Voters(matter) },
                    _clerk,
                    ct),
                code => matter.Code = code);
        }

        return matters;
    }

    public void Sort(int daysAgo, IReadOnlyList<Matter> matters)
    {
        foreach (var group in matters.Where(m => m.Before is null).GroupBy(m => (m.Line.Field, m.Line.Authority)))
        {
            script.On(daysAgo, ct => stage.Get<PetitionDesk>().ClassifyAllAsync([.. group.Select(m => m.Code)], group.Key.Field, group.Key.Authority, _clerk, ct));
        }

        foreach (var matter in matters.Where(m => m.Before is not null))
        {
            script.On(daysAgo, async ct =>
            {
                var before = await IdOfAsync(matter.Before!.Code, ct);

                return await stage.Get<PetitionDesk>().ClassifyAsync(matter.Code, new Classification(PetitionKind.Petition, matter.Line.Field, matter.Line.Authority, before), _clerk, ct);
            });
        }
    }

    public void Merge(int daysAgo, Matter matter, Matter into) =>
        script.On(daysAgo, ct => stage.Get<PetitionDesk>().MergeAsync(matter.Code, into.Code, _clerk, ct));

    public void Pass(int daysAgo, Matter matter, Council to, string note) =>
        script.On(daysAgo, ct => stage.Get<PetitionDesk>().PassAsync(matter.Code, to.Id, words[note], _clerk, ct));

    public void Press(int daysAgo, Matter matter, string reason) =>
        script.On(daysAgo, ct => stage.Get<PetitionDesk>().MarkPressingAsync(matter.Code, true, words[reason], _standing, ct));

    /// <summary>One letter, issued that day, with the number of the office's register.</summary>
    public void Send(int daysAgo, IReadOnlyList<Matter> matters, Agency to, string number, string about = "forward.abstract3", int? dueInDays = null) => script.On(
        daysAgo,
        async ct => await stage.Get<PetitionForwarder>().ForwardAsync(
            Forwarding(matters, to, about) with
            {
                Number = number,
                Notation = Notation,
                IssuedOn = stage.Clock.DaysAgo(daysAgo),
                DueOn = dueInDays is { } days ? stage.Clock.InDays(days) : null,
            },
            _clerk,
            ct));

    /// <summary>A letter on its way: submitted, and signed where the story says so.</summary>
    public void Draft(int daysAgo, IReadOnlyList<Matter> matters, Agency to, bool signed)
    {
        var letter = new Kept();
        script.On(daysAgo, ct => stage.Get<PetitionForwarder>().ForwardAsync(Forwarding(matters, to, "forward.abstract3") with { Notation = Notation }, _clerk, ct), id => letter.Id = id);
        script.On(daysAgo, ct => stage.Get<LetterDesk>().SubmitAsync(letter.Id, _clerk, ct));
        if (signed)
        {
            script.On(daysAgo, ct => stage.Get<LetterDesk>().SignAsync(letter.Id, _standing, ct));
        }
    }

    /// <summary>UBND distributes them: each to the department whose field it is.</summary>
    public void NameDepartments(int daysAgo, IReadOnlyList<Matter> matters)
    {
        foreach (var matter in matters.Where(m => SettlerOf(m.Line).Id != Committee.Id))
        {
            script.On(daysAgo, ct => stage.Get<PetitionForwarder>().NameDepartmentAsync(matter.Code, SettlerOf(matter.Line).Id, _clerk, ct));
        }
    }

    public void Withdraw(int daysAgo, Matter matter) =>
        script.On(daysAgo, ct => stage.Get<PetitionForwarder>().WithdrawAsync(matter.Code, words["withdraw"], _clerk, ct));

    /// <param name="by">The officer who signs in; null for a receipt on paper that the clerk records.</param>
    public void Accept(int daysAgo, IReadOnlyList<Matter> matters, Acting? by = null)
    {
        foreach (var matter in matters)
        {
            script.On(daysAgo, ct => stage.Get<PetitionReplies>().AcceptAsync(matter.Code, null, by ?? _clerk, ct));
        }
    }

    public void Refuse(int daysAgo, Matter matter, string reason, Acting by, string? document = null) =>
        script.On(daysAgo, ct => stage.Get<PetitionReplies>().RefuseAsync(matter.Code, words[reason], document, by, ct));

    public void Extend(int daysAgo, Matter matter, int toInDays) =>
        script.On(daysAgo, ct => stage.Get<PetitionReplies>().ExtendAsync(matter.Code, stage.Clock.InDays(toInDays), words["extend.document"], _clerk, ct));

    /// <summary>One answering document for many: on paper, recorded by the clerk, unless an officer signs in and answers.</summary>
    public void Answer(int daysAgo, string number, IReadOnlyList<(Matter Matter, Outcome Outcome)> answers, Acting? by = null) => script.On(
        daysAgo,
        async ct => await stage.Get<PetitionReplies>().AnswerAsync(
            new AnswerInput
            {
                AgencyId = by is null ? Committee.Id : null,
                Number = number,
                IssuedOn = stage.Clock.DaysAgo(daysAgo + 1),
                ReceivedOn = stage.Clock.DaysAgo(daysAgo),
                Items = [.. answers.Select(a => new AnswerItem(a.Matter.Code, Extract(a.Matter, a.Outcome), a.Outcome))],
            },
            by ?? _clerk,
            ct));

    public void Evaluate(int daysAgo, Matter matter, Outcome outcome, string note = "evaluate.note") =>
        script.On(daysAgo, ct => stage.Get<PetitionJudgement>().EvaluateAsync(matter.Code, outcome, words[note], _clerk, ct));

    public void Verify(int daysAgo, Matter matter, Acting head) =>
        script.On(daysAgo, ct => stage.Get<PetitionJudgement>().VerifyAsync(matter.Code, null, words["verify.note"], head, ct));

    public void Conclude(int daysAgo, Matter matter, Outcome outcome) => script.On(
        daysAgo,
        ct => stage.Get<PetitionJudgement>().ConcludeAsync(matter.Code, outcome, words[outcome is Outcome.Settled or Outcome.Explained ? "conclude.settled" : "conclude.inProgress"], _standing, ct));

    public void Tell(int daysAgo, Matter matter, NoticeChannel channel)
    {
        var evidence = channel switch
        {
            NoticeChannel.FatherlandFront => "notify.front",
            NoticeChannel.NextMeeting => "notify.meeting",
            _ => "notify.board",
        };
        script.On(daysAgo, ct => stage.Get<PetitionJudgement>().NotifyAsync(matter.Code, channel, null, words.Of(evidence, matter.Hamlet), null, _clerk, ct));
    }

    public void Close(int daysAgo, Matter matter) => script.On(daysAgo, ct => stage.Get<PetitionJudgement>().CloseAsync(matter.Code, _clerk, ct));

    public void Reopen(int daysAgo, Matter matter) => script.On(daysAgo, ct => stage.Get<PetitionJudgement>().ReopenAsync(matter.Code, words["reopen"], _clerk, ct));

    /// <summary>From the office's proposal to the voters told; closed where nothing is left to do.</summary>
    public void Judge(int daysAgo, Matter matter, Outcome outcome, NoticeChannel channel)
    {
        Evaluate(daysAgo, matter, outcome);
        Conclude(daysAgo - 3, matter, outcome);
        Tell(daysAgo - 9, matter, channel);
        if (outcome is Outcome.Settled or Outcome.Explained)
        {
            Close(daysAgo - 10, matter);
        }
    }

    /// <summary>A step of urging with its document; <paramref name="step"/> null takes the next one.</summary>
    public void Urge(int daysAgo, IReadOnlyList<Matter> matters, string number, int? step = null, string? skip = null) => script.On(daysAgo, async ct =>
    {
        var codes = matters.Select(m => m.Code).ToList();
        await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
        var ids = await db.Set<FollowUpItem>().Where(i => codes.Contains(i.SubjectCode) && i.OwedBy != null).Select(i => i.Id).ToListAsync(ct);

        return await stage.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = ids, Order = step, Number = number, Notation = Notation, SkipReason = skip is null ? null : words[skip] }, _clerk, ct);
    });

    private ForwardInput Forwarding(IReadOnlyList<Matter> matters, Agency to, string about) =>
        new() { Codes = [.. matters.Select(m => m.Code)], RecipientAgencyId = to.Id, Abstract = words[about] };

    private string Extract(Matter matter, Outcome outcome) => outcome switch
    {
        Outcome.Settled => matter.Line.Done,
        Outcome.InProgress => matter.Line.UnderWay,
        Outcome.Partly => words.Of("answer.partly", matter.Hamlet, matter.Line.UnderWay),
        Outcome.Explained => words["answer.explained"],
        _ => words["answer.notSettled"],
    };

    /// <summary>Fewer than came to any meeting of the story.</summary>
    private const int VotersForAnother = 30;

    private static int Voters(Matter matter) => 5 + (matter.Asked.Length * 7 % 60);

    private async Task<Guid> IdOfAsync(string code, CancellationToken ct)
    {
        await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

        return await db.Set<Petition>().Where(p => p.Code == code).Select(p => p.Id).FirstAsync(ct);
    }
}

using NghiTruong.Accounts;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Web.Demo;
using static NghiTruong.Petitions.Outcome;

namespace NghiTruong.Web.Petitions.Demo;

/// <summary>Nà Mẫu, the commune that the demo accounts serve: some seventy petitions at every step of the way. Numbers of days count back from today.</summary>
internal sealed class HomeStory(DemoOffice office, ProvinceStory province, DemoStage stage, DemoWords words)
{
    private static readonly NoticeChannel[] Channels = [NoticeChannel.NoticeBoard, NoticeChannel.FatherlandFront, NoticeChannel.NextMeeting, NoticeChannel.Loudspeaker];
    private readonly Acting _officer = stage.Person("coquan");
    private readonly Acting _head = stage.Person("truongban");
    private Kept _first = new();
    private Kept _second = new();
    private Kept _third = new();

    public void Tell()
    {
        (_first, _second, _third) = (office.Session(1, new DateOnly(2026, 4, 2)), office.Session(2, stage.Clock.DaysAgo(75)), office.Session(3, stage.Clock.InDays(18)));
        AssignFields();
        var carried = BeforeFirstSession();
        var raisedAgain = BeforeSecondSession(carried);
        AfterSecondSession();
        BeforeThirdSession(raisedAgain);
        OnTheDeskToday();
    }

    private void AssignFields()
    {
        foreach (var field in new[] { FieldCatalogue.Transport, FieldCatalogue.Irrigation, FieldCatalogue.Power, FieldCatalogue.Water, FieldCatalogue.Land, FieldCatalogue.Investment })
        {
            office.Assign("KTNS", field);
        }

        foreach (var field in new[] { FieldCatalogue.Health, FieldCatalogue.Education, FieldCatalogue.SocialPolicy, FieldCatalogue.Culture, FieldCatalogue.Security })
        {
            office.Assign("VHXH", field);
        }
    }

    /// <summary>Carried over from before the term's first session; one of them is still not done three sessions later.</summary>
    private Matter BeforeFirstSession()
    {
        var carried = office.Receive(164, PetitionSource.Other, words["source.carried"], _first, office.Next(words.OfCommune, 3));
        office.Sort(163, carried);
        office.Send(162, carried, office.Committee, "12", "forward.abstract");
        office.Answer(135, "46/UBND-VP", [(carried[0], InProgress), (carried[1], Settled), (carried[2], Explained)]);
        foreach (var (matter, outcome) in new[] { (carried[0], InProgress), (carried[1], Settled), (carried[2], Explained) })
        {
            office.Judge(132, matter, outcome, NoticeChannel.NoticeBoard);
        }

        return carried[0];
    }

    private Matter BeforeSecondSession(Matter carried)
    {
        var (one, two, three) = (office.Meeting(118, 0, _second, 64), office.Meeting(116, 1, _second, 52), office.Meeting(115, 2, _second, 88, stage.World.Province));
        var again = office.Again(carried);
        List<Matter> heard =
        [
            .. office.Hear(118, one, [again, .. office.Next(words.OfCommune, 6)]),
            .. office.Hear(116, two, office.Next(words.OfCommune, 5)),
            .. office.Hear(115, three, office.Next(words.OfCommune, 4)),
        ];
        province.Heard.AddRange(office.Hear(115, three, office.Next(words.OfProvince, 3), stage.World.Province));
        office.HearOpinion(116, two, "opinion.1");
        office.Hear(116, two, office.Next(words.OfCommune, 2), explainedBy: words["explained.by"]);
        var duplicates = office.Receive(114, PetitionSource.Front, words["source.front"], _second, [office.Duplicate(heard[1]), office.Duplicate(heard[8])]);
        office.Sort(113, [.. heard, .. duplicates]);
        office.Merge(112, duplicates[0], heard[1]);
        office.Merge(112, duplicates[1], heard[8]);
        office.Send(105, heard, office.Committee, "37", "forward.abstract");
        office.NameDepartments(101, heard);
        AnswersToFirstLetter(again, heard);

        return again;
    }

    /// <summary>Sixteen in one letter: most answered on paper by one document, some by the department itself, two never.</summary>
    private void AnswersToFirstLetter(Matter again, List<Matter> heard)
    {
        var byDepartment = heard.Where(m => m != again && m.Line.Settler == "KT").Take(3).ToList();
        var rest = heard.Except([again, .. byDepartment]).ToList();
        var (silent, paper) = (rest[^2..], rest[..^2]);
        office.Accept(100, byDepartment, _officer);
        office.Answer(82, "31/KT", [(byDepartment[0], Settled), (byDepartment[1], Settled), (byDepartment[2], Explained)], _officer);
        Outcome[] outcomes = [Settled, Settled, Explained, Partly, Settled, InProgress, Settled, Settled, NotSettled, Explained];
        List<(Matter Matter, Outcome Outcome)> answered = [.. paper.Select((m, i) => (m, outcomes[i % outcomes.Length]))];
        office.Answer(80, "112/UBND-VP", [(again, InProgress), .. answered]);
        var ended = answered.Concat([(again, InProgress), (byDepartment[0], Settled), (byDepartment[1], Settled), (byDepartment[2], Explained)]).ToList();
        foreach (var ((matter, outcome), i) in ended.Select((e, n) => (e, n)))
        {
            if (i % 2 == 0)
            {
                office.Verify(77, matter, _head);
            }

            office.Judge(78, matter, outcome, Channels[i % Channels.Length]);
        }

        office.Reopen(15, paper[0]);
        UrgeTheSilent(silent);
    }

    private void UrgeTheSilent(List<Matter> silent)
    {
        office.Urge(72, silent, "45");
        office.Urge(62, silent, "51");
        office.Urge(50, silent, "58", step: 2);
        office.Urge(36, silent, "66");
        office.Press(30, silent[0], "pressing.2");
        office.Urge(20, [silent[0]], "70");
        office.Urge(18, [silent[1]], "72", step: 5, skip: "urge.skip");
    }

    /// <summary>Sent after the session: late ones, extended ones, ones just answered.</summary>
    private void AfterSecondSession()
    {
        var direct = office.Receive(66, PetitionSource.Direct, null, _second, Lines("KT", 9));
        var social = office.Receive(65, PetitionSource.Letter, null, _second, Lines("VHXH", 6));
        office.Sort(64, [.. direct, .. social]);
        office.Send(60, direct, office.SettlerOf(direct[0].Line), "53");
        office.Send(58, social, office.Committee, "54");
        office.NameDepartments(56, social);
        office.Accept(55, direct[..6], _officer);
        office.Refuse(54, direct[8], "refuse.department", _officer);
        office.Extend(34, direct[3], 6);
        office.Extend(34, direct[4], 12);
        office.Urge(26, direct[..3], "67");
        office.Urge(14, direct[..1], "73");
        office.Answer(9, "58/KT", [(direct[5], Settled), (direct[6], InProgress), (direct[7], Settled)], _officer);
        office.Answer(24, "168/UBND-VHXH", [(social[0], Settled), (social[1], Explained), (social[2], Settled), (social[3], Partly), (social[4], Settled), (social[5], InProgress)]);
        office.Evaluate(16, social[0], Settled);
        office.Evaluate(16, social[1], Explained);
        office.Evaluate(16, social[2], Settled);
        office.Evaluate(7, social[3], Partly, "evaluate.doubt");
        office.Evaluate(7, social[4], Settled);
        office.Evaluate(6, direct[5], Settled);
        office.Verify(5, social[4], _head);
        office.Conclude(4, social[0], Settled);
        office.Conclude(4, social[1], Explained);
        office.Conclude(4, social[2], Settled);
    }

    /// <summary>Heard for the coming session and sent: due today to in two weeks, some just late, some passed up.</summary>
    private void BeforeThirdSession(Matter raisedAgain)
    {
        var (four, five) = (office.Meeting(43, 3, _third, 71), office.Meeting(41, 4, _third, 46, stage.World.Province));
        var again = office.Again(raisedAgain);
        List<Matter> heard = [again, .. office.Hear(43, four, office.Next(words.OfCommune, 9)), .. office.Hear(41, five, office.Next(words.OfCommune, 8))];
        office.Hear(43, four, [again]);
        province.Heard.AddRange(office.Hear(41, five, office.Next(words.OfProvince, 3), stage.World.Province));
        office.HearOpinion(41, five, "opinion.2");
        office.Sort(40, heard);
        office.Send(38, heard[..4], office.Committee, "64");
        office.NameDepartments(36, heard[1..4]);
        office.Send(29, heard[4..7], office.Committee, "68", dueInDays: 3);
        office.Accept(27, heard[4..6]);
        office.Send(22, heard[7..10], office.SettlerOf(Lines("KT", 1)[0].Line), "69", dueInDays: 7);
        office.Accept(20, heard[8..10], _officer);
        office.Send(15, heard[10..14], office.Committee, "71", dueInDays: 15);
        office.Withdraw(12, heard[13]);
        office.Press(10, again, "pressing.1");
        office.Draft(5, heard[14..16], office.Committee, signed: true);
        office.Draft(2, heard[16..18], office.Committee, signed: false);
        PassUp();
    }

    private void PassUp()
    {
        var beyond = office.Receive(39, PetitionSource.Direct, null, _third, office.Next(words.OfProvince, 4));
        office.Sort(37, beyond);
        office.Pass(35, beyond[0], stage.World.Province, "pass.note");
        office.Pass(34, beyond[1], stage.World.Province, "pass.note");
        office.Pass(20, beyond[2], stage.World.Province, "pass.note");
        office.Pass(8, beyond[3], stage.World.Province, "pass.note");
        province.Passed.AddRange(beyond[..2]);
        office.Refuse(14, beyond[2], "refuse.province", stage.ClerkOf(stage.World.Province));
    }

    private void OnTheDeskToday()
    {
        var six = office.Meeting(9, 5, _third, 58);
        var heard = office.Hear(9, six, office.Next(words.OfCommune, 7));
        office.Receive(4, PetitionSource.Online, words["source.online"], _third, office.Next(words.OfCommune, 1));
        office.Receive(3, PetitionSource.Front, words["source.front"], _third, [office.Duplicate(heard[0]), new Matter(words.Central, heard[1].Hamlet)]);
        office.Sort(6, heard[..4]);
    }

    /// <summary>The next matters that one department settles.</summary>
    private List<Matter> Lines(string settler, int count) => office.Next([.. words.OfCommune.Where(l => l.Settler == settler)], count);
}

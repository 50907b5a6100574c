using NghiTruong.Petitions;
using NghiTruong.Web.Demo;
using static NghiTruong.Petitions.Outcome;

namespace NghiTruong.Web.Petitions.Demo;

/// <summary>Another commune of the province: fewer petitions, all answers on paper, so that the province has something to compare.</summary>
internal sealed class CommuneStory(DemoOffice office, ProvinceStory province, DemoStage stage, DemoWords words, int place)
{
    private static readonly Outcome[] Outcomes = [Settled, Explained, Settled, InProgress, Settled, Partly, NotSettled];

    public void Tell()
    {
        office.Session(1, new DateOnly(2026, 4, 3));
        var (second, third) = (office.Session(2, stage.Clock.DaysAgo(73 - place)), office.Session(3, stage.Clock.InDays(16 + place)));
        BeforeSecondSession(second);
        BeforeThirdSession(third);
    }

    private void BeforeSecondSession(Kept session)
    {
        var meeting = office.Meeting(112 - place, place, session, 40 + (place * 7));
        var heard = office.Hear(112 - place, meeting, office.Next(words.OfCommune, 7 + (place % 3)));
        office.HearOpinion(112 - place, meeting, "opinion.1");
        office.Sort(109 - place, heard);
        office.Send(103 - place, heard, office.Committee, $"{20 + place}", "forward.abstract");
        office.NameDepartments(100 - place, heard);
        var silent = place % 2;
        var answered = heard[..^silent].Select((m, i) => (Matter: m, Outcome: Outcomes[(i + place) % Outcomes.Length])).ToList();
        office.Answer(78 - place, $"{60 + place}/UBND-VP", answered);
        foreach (var (matter, outcome) in answered)
        {
            office.Judge(72 - place, matter, outcome, NoticeChannel.NoticeBoard);
        }

        if (silent > 0)
        {
            office.Urge(66, heard[^silent..], $"{30 + place}");
            office.Urge(54, heard[^silent..], $"{34 + place}");
        }
    }

    private void BeforeThirdSession(Kept session)
    {
        var meeting = office.Meeting(42 - place, place + 1, session, 35 + (place * 5));
        var heard = office.Hear(42 - place, meeting, office.Next(words.OfCommune, 8));
        office.Hear(42 - place, meeting, office.Next(words.OfCommune, 1), explainedBy: words["explained.by"]);
        office.Sort(40 - place, heard[..7]);
        office.Send(36 - (place * 4), heard[..5], office.Committee, $"{40 + place}");
        office.NameDepartments(34 - (place * 4), heard[..3]);
        office.Answer(10 - place, $"{90 + place}/UBND-VP", [(heard[0], Settled), (heard[1], InProgress)]);
        office.Evaluate(5, heard[0], Settled);
        if (place % 2 == 0)
        {
            PassUp(session);
        }
    }

    private void PassUp(Kept session)
    {
        var beyond = office.Receive(32, PetitionSource.Direct, null, session, office.Next(words.OfProvince, 1));
        office.Sort(31, beyond);
        office.Pass(30, beyond[0], stage.World.Province, "pass.note");
        province.Passed.AddRange(beyond);
    }
}

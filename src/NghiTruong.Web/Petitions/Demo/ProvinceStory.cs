using NghiTruong.Petitions;
using NghiTruong.Web.Demo;
using static NghiTruong.Petitions.Outcome;

namespace NghiTruong.Web.Petitions.Demo;

/// <summary>The province: what voters told it at joint meetings, and what communes passed up.</summary>
internal sealed class ProvinceStory(DemoOffice office, DemoStage stage)
{
    /// <summary>Its own, said at meetings held together with a commune: three before the second session, three before the third.</summary>
    public List<Matter> Heard { get; } = [];

    /// <summary>A commune's, passed up.</summary>
    public List<Matter> Passed { get; } = [];

    public void Tell()
    {
        office.Session(1, new DateOnly(2026, 3, 31));
        office.Session(2, stage.Clock.DaysAgo(62));
        office.Session(3, stage.Clock.InDays(25));
        office.Sort(110, Heard[..3]);
        office.Send(102, Heard[..2], office.SettlerOf(Heard[0].Line), "118", "forward.abstract");
        office.Send(101, [Heard[2]], office.Committee, "119", "forward.abstract");
        office.Answer(76, "402/SXD-HT", [(Heard[0], InProgress)]);
        office.Judge(70, Heard[0], InProgress, NoticeChannel.Portal);
        office.Answer(74, "1208/UBND-TH", [(Heard[2], Settled)]);
        office.Judge(69, Heard[2], Settled, NoticeChannel.Portal);
        office.Urge(60, [Heard[1]], "131");
        office.Sort(39, Heard[3..5]);
        office.Send(33, Heard[3..4], office.SettlerOf(Heard[3].Line), "164");
        office.Pass(11, Heard[4], stage.World.Home, "pass.down");
        office.Accept(26, Passed);
        office.Send(24, Passed[..1], office.SettlerOf(Passed[0].Line), "169");
        office.Send(23, Passed[2..3], office.SettlerOf(Passed[2].Line), "170");
    }
}

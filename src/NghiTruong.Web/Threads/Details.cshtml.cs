using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Threads;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>One problem through everything: what it is, where it stands, who holds what is open and by when; the story by dates; the records in it.</summary>
[Requires<ReadThreads>]
public sealed class DetailsModel(ThreadDesk desk, StoryTeller story, Undo undo, ThreadPageTools tools) : ThreadPageModel(tools)
{
    private string _act = "gan";

    public override string Act => _act;

    public string CouncilName { get; private set; } = "";

    /// <summary>What is owed first, and so whom the head names.</summary>
    public ThreadMatter? First => Matter.Open is [var first, ..] ? first : null;

    public bool IsOpen => Thread.State == ThreadStanding.Open;

    public bool MayChange => Matter.MayKeep && IsOpen;

    public bool MayPropose => IsOpen && !Matter.MayKeep && Acting.CapacityFor<ProposeThreadLinks>(Thread.CouncilId, Thread.ProvinceId) is not null;

    public string Holder => IsOpen && First is { } first ? first.Holder : CouncilName;

    public string? HolderNote => Tools.Texts switch
    {
        var texts when Thread.EndedOn is { } ended => texts["threads.endedOn", Ui.Date(ended)],
        var texts when Matter.Open.Count > 1 => texts["threads.andOthers", Matter.Open.Count - 1],
        var texts when Matter.Open.Count == 0 => texts[Matter.Records.Count == 0 ? "threads.nothingYet" : "threads.nothingOpen"],
        _ => null,
    };

    public IReadOnlyList<string> Why => IsOpen && First is { DueOn: not null } first ? [Tools.Texts["threads.why", first.Code, Words.Short(first.Title, 120)]] : [];

    public IEnumerable<IGrouping<(int Year, int Month), ThreadLine>> Months => Matter.Lines.GroupBy(l => (l.On.Year, l.On.Month));

    public StoryPart Story { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        CouncilName = (await Tools.Directory.CouncilAsync(Thread.CouncilId, ct))?.Name ?? "";
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
    }

    /// <summary>Takes a proposal of the machine.</summary>
    public async Task<IActionResult> OnPostLinkAsync(string kind, string record, CancellationToken ct) =>
        Finish(await desk.LinkAsync(Code, new ThreadRecordInput(record ?? "", kind), Acting, ct));

    public async Task<IActionResult> OnPostUnlinkAsync(Guid link, CancellationToken ct)
    {
        _act = "dua-ra";

        return Finish(await desk.UnlinkAsync(Code, link, Acting, ct));
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct)
    {
        _act = "hoan-tac";

        return Finish(await undo.UndoAsync(operation, Acting, ct));
    }
}

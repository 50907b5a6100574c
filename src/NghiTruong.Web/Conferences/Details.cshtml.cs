using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>One conference: what it was about, who was there at which site, what was said and proposed, what became of it.</summary>
[Requires<ReadConferences>]
public sealed class DetailsModel(ConferenceMinutes minutes, StoryTeller story, Undo undo, ConferencePageTools tools) : ConferencePageModel(tools)
{
    private string _act = "xong";

    public override string Act => _act;

    public string CouncilName { get; private set; } = "";

    public StoryPart Story { get; private set; } = null!;

    /// <summary>The notice, for who may see letters on their way, or once it is out.</summary>
    public string? LetterHref => Conference.NoticeLetterId is { } letter && Acting.CapacityFor<ReadDraftLetters>(Conference.CouncilId, Conference.ProvinceId) is not null ? $"/cong-van/{letter}" : null;

    public IReadOnlyList<(string Act, string Icon)> MoreActs => [("diem-cau", "link"), ("thanh-phan", "people"), ("diem-danh", "done"), ("tham-luan", "file"), ("y-kien", "meeting"), ("ket-luan", "done"), ("sua", "edit")];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        CouncilName = (await Tools.Directory.CouncilAsync(Conference.CouncilId, ct))?.Name ?? "";
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
    }

    public async Task<IActionResult> OnPostFinishAsync(Guid proposal, string? result, CancellationToken ct) => Finish(await minutes.FinishProposalAsync(Code, proposal, result, Acting, ct));

    /// <summary>Drafts the notice and leads to it.</summary>
    public async Task<IActionResult> OnPostNoticeAsync(CancellationToken ct)
    {
        _act = "thong-bao";
        var drafted = await minutes.DraftNoticeAsync(Code, Acting, ct);

        return Finish(drafted, drafted.IsRefused ? null : $"/cong-van/{drafted.Value}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct)
    {
        _act = "hoan-tac";

        return Finish(await undo.UndoAsync(operation, Acting, ct));
    }
}

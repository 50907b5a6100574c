using Microsoft.AspNetCore.Mvc;
using NghiTruong.CitizenLetters;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;
using NghiTruong.Web.Supervision;
using NghiTruong.FollowUp;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>One letter: what it is, where it stands, who holds it, by when; its likely repetitions, the result, the story. Who sent a protected one is read by a press that the journal tells.</summary>
[Requires<ReadCitizenLetters>]
public sealed class DetailsModel(CitizenLetterDesk desk, LetterReading reading, SenderPaper paper, CitizenLetterDuplicates duplicates, StoryTeller story, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "ket-thuc";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public string Holder { get; private set; } = "";

    public string CouncilName { get; private set; } = "";

    public IReadOnlyList<LikelyLetter> Likely { get; private set; } = [];

    /// <summary>Who sent a protected letter, once the handler pressed; on this answer only.</summary>
    public IReadOnlyList<SenderName>? Revealed { get; private set; }

    public DateOnly Today => Tools.Today;

    /// <summary>What the next step is for, in a sentence.</summary>
    public string? NextText => CitizenLetterStates.Open.Contains(Letter.State) && Acts is [var first, ..] ? Tools.Texts[first.Text + ".lead"] : null;

    public bool MayClose => Matter.MayRead && Acting.CapacityFor<HandleCitizenLetters>(Letter.CouncilId, Letter.ProvinceId) is not null
        && (Letter.State == CitizenLetterState.Told || (Letter.State == CitizenLetterState.Answered && Letter.IsAnonymous));

    public string? UrgeHref => Matter.Items.LastOrDefault(i => i.OwedBy is not null) is { } item && Acting.CapacityFor<UrgeAgencies>(Letter.CouncilId, Letter.ProvinceId) is not null ? FollowUpLinks.UrgeOne(item.Id) : null;

    /// <summary>When what is owed now falls due: the desk's own duty, else the agency's.</summary>
    public DateOnly? Due => Letter.Duty is not null ? Letter.DueOn : Matter.Items.LastOrDefault(i => i.OwedBy is not null)?.DueOn;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Acts = CitizenLetterActs.For(Matter, Acting);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        CouncilName = (await Tools.Directory.CouncilAsync(Letter.CouncilId, ct))?.Name ?? "";
        Holder = Letter.State == CitizenLetterState.Transferred ? Letter.TransferredTo ?? "" : Tools.Texts["citizenLetters.holder.desk"];
        Likely = await duplicates.FindAsync(Letter.Id, Acting, ct);
    }

    public async Task<IActionResult> OnPostSendersAsync(CancellationToken ct)
    {
        var senders = await reading.SendersAsync(Code, SenderReading.Page, Acting, ct);
        if (!ModelState.Refuse(senders, Tools.Texts))
        {
            Revealed = senders.Value;
        }

        Response.Headers.CacheControl = "no-store";

        return Page();
    }

    public async Task<IActionResult> OnPostPaperAsync(CancellationToken ct)
    {
        var written = await paper.WriteAsync(Code, Acting, ct);
        if (ModelState.Refuse(written, Tools.Texts))
        {
            return Page();
        }

        Response.Headers.CacheControl = "no-store";

        return File(written.Value.Content, WordWriter.ContentType, written.Value.FileName);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => Finish(await desk.CloseAsync(Code, Acting, ct));
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>A delegate's own page: who, in which post, since when; what was done in a year, collected from every room.</summary>
[Requires<ReadDelegates>]
public sealed class DetailsModel(DelegateStandingDesk desk, DelegateDeeds deeds, StoryTeller story, Undo undo, DelegatePageTools tools) : DelegatePageModel(tools)
{
    private const int MostYears = 5;
    private string _act = "thoi-giu";

    public override string Act => _act;

    public string CouncilName { get; private set; } = "";

    public int Year { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<DeedsOfKind> Deeds { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public string Status => Delegate.Until is not null ? Tools.Texts["delegates.state.ended"] : Delegate.IsFullTime && Standing == Standing.Sits ? Tools.Texts["delegates.fullTime.yes"] : Tools.Texts.Of(Standing);

    public Tone StatusTone => Delegate.Until is not null ? Tone.Plain : DelegateWords.ToneOf(Standing);

    public IEnumerable<(string Label, string? Text)> Facts =>
    [
        ("delegates.field.isWoman", Delegate.IsWoman is { } woman ? Tools.Texts[woman ? "delegates.sex.woman" : "delegates.sex.man"] : null),
        ("delegates.field.occupation", Delegate.Occupation),
        ("delegates.field.education", Delegate.Education),
        ("delegates.field.constituency", Delegate.Constituency),
        ("delegates.field.groupId", Delegate.GroupId is { } group ? Bodies.GetValueOrDefault(group)?.Name : null),
    ];

    private Standing Standing => Matter.StandingOn(Today);

    public string? AddressOf(DelegateDeed deed) => deed switch
    {
        { RecordKind: "voterMeeting", RecordId: { } meeting } => $"/tiep-xuc-cu-tri/{meeting:D}",
        { RecordKind: { } kind, RecordCode: { } code } => RecordLinks.Of(kind, code),
        _ => null,
    };

    public string Span(DateOnly from, DateOnly? until) => until is { } last ? $"{Ui.Date(from)} – {Ui.Date(last)}" : Tools.Texts["delegates.since", Ui.Date(from)];

    public async Task<IActionResult> OnPostLeavePostAsync(Guid row, string? lastDay, string? document, CancellationToken ct) =>
        Finish(Day(lastDay, out var day) ? await desk.LeavePostAsync(Code, row, day, document, Acting, ct) : Unreadable);

    public async Task<IActionResult> OnPostEndSpellAsync(Guid row, string? lastDay, string? document, CancellationToken ct)
    {
        _act = "het-thoi-gian";

        return Finish(Day(lastDay, out var day) ? await desk.EndSpellAsync(Code, row, day, document, Acting, ct) : Unreadable);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct)
    {
        _act = "hoan-tac";

        return Finish(await undo.UndoAsync(operation, Acting, ct));
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        CouncilName = (await Tools.Directory.CouncilAsync(Delegate.CouncilId, ct))?.Name ?? "";
        var last = Math.Min(Today.Year, Delegate.Until?.Year ?? Today.Year);
        Years = [.. Enumerable.Range(0, MostYears).Select(i => last - i).Where(y => y >= Delegate.From.Year)];
        Year = int.TryParse(Request.Query["nam"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && Years.Contains(asked) ? asked : last;
        var (from, until) = YearlyReport.Period(Delegate, Year, Today);
        Deeds = await deeds.ReadAsync(Delegate, from, until, Acting, ct);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
    }

    private static readonly Result Unreadable = new Refusal("delegate.untilMissing", "LastDay");

    /// <summary>As officials write days.</summary>
    private static bool Day(string? typed, out DateOnly day) => OfficialDate.TryParse(typed ?? "", out day);
}

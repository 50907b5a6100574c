using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>One resolution: what it is, whether it holds, who watches it, by when somebody must look and why; its clauses and their tasks; looks, reports, the story.</summary>
[Requires<ReadResolutions>]
public sealed class DetailsModel(RuleBook rules, StoryTeller story, Undo undo, ResolutionActTools tools) : ResolutionActModel(tools)
{
    public override string Act => "undo";

    public IReadOnlyList<OpenAct> Acts { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    public IReadOnlyList<string> Why { get; private set; } = [];

    public string Watcher { get; private set; } = "";

    public string CouncilName { get; private set; } = "";

    /// <summary>Where it was passed, if that council has been merged since.</summary>
    public string? OriginName { get; private set; }

    public string? SessionName { get; private set; }

    public string? Mismatch => ResolutionRules.Mismatch(Resolution.Number, Resolution.Kind);

    public bool MayRecord => Acting.CapacityFor<RecordResolutions>(Resolution.CouncilId, Resolution.ProvinceId) is not null;

    /// <summary>How it ends or ended, in a sentence.</summary>
    public string EndText => Resolution.EndsOn is not { } ends ? ""
        : Resolution.EndsAs == ResolutionState.Expired
            ? Tools.Texts[ends <= Today ? "resolutions.ended.expired" : "resolutions.ends.expires", Ui.Date(ends.AddDays(-1))]
            : Tools.Texts[ends <= Today ? "resolutions.ended.by" : "resolutions.ends.by", Tools.Texts.Of(Resolution.EndsAs!.Value), Resolution.EndedBy ?? "—", Ui.Date(ends)];

    /// <summary>Of the tasks given, how many are done (domain 10, capability 17: clauses, tasks, percent).</summary>
    public string? Progress
    {
        get
        {
            var tasks = Matter.Clauses.SelectMany(c => c.Tasks).ToList();
            var done = tasks.Count(t => t is { State: ResolutionTaskState.Closed, Outcome: TaskOutcome.Done });

            return tasks.Count == 0 ? null : Tools.Texts["resolutions.progress", tasks.Count, done, done * 100 / tasks.Count, tasks.Count(t => t.OwedBy < Today)];
        }
    }

    public IEnumerable<FileUse> FilesOf(Guid owner) => Matter.Files.Where(f => f.OwnerId == owner);

    public string TitleOf(ResolutionReport report) =>
        string.Join(", ", new[] { report.AgencyId is { } agency ? AgencyName(agency) : Tools.Texts["resolutions.anyAgency"], report.Number is { } number ? Tools.Texts["resolutions.number", number] : null }.Where(t => t is not null));

    /// <summary>Who is asked, how often or by when, for what.</summary>
    public string AskedOf(ResolutionClause clause) => clause.Cadence is not { } cadence
        ? Tools.Texts["resolutions.clause.notGiven"]
        : string.Join(" · ", new[]
        {
            AgencyName(clause.AgencyId),
            clause.DueOn is { } due ? Tools.Texts["resolutions.clause.by", Ui.Date(due)] : Tools.Texts.Of(cadence),
            clause.Product,
        }.Where(t => !string.IsNullOrEmpty(t)));

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var r = Resolution;
        Acts = ResolutionActs.For(Matter, Acting, Today);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        Watcher = Tools.Texts.Watcher(r.BodyId, await Tools.Directory.BodiesAsync(ct));
        var council = await Tools.Directory.CouncilAsync(r.CouncilId, ct);
        CouncilName = council?.Name ?? "";
        OriginName = r.OriginCouncilId == r.CouncilId ? null : (await Tools.Directory.CouncilAsync(r.OriginCouncilId, ct))?.Name;
        SessionName = (await Tools.Directory.SessionsOfAsync(r.CouncilId, ct)).FirstOrDefault(s => s.Id == r.SessionId)?.Name;
        Why = r.OwedBy is null ? [] : await WhyAsync(council?.Tier.ToString(), ct);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct) => Finish(await undo.UndoAsync(operation, Acting, ct));

    private async Task<IReadOnlyList<string>> WhyAsync(string? tier, CancellationToken ct)
    {
        var r = Resolution;
        var from = r.LookedOn > r.InForceFrom ? r.LookedOn.Value : r.InForceFrom;

        return (await rules.ReadAsync(ct)).Due(DeadlineRuleCatalogue.ResolutionLook, tier, r.CouncilId, from) is { } ruled
            ? [.. DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, Tools.Texts, CultureInfo.CurrentUICulture)]
            : [];
    }
}

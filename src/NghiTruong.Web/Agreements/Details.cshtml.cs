using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Database;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>One agreement: parties, how long it holds, duties with their periods, steps, the signed document, the story.</summary>
[Requires<ReadAgreements>]
public sealed class DetailsModel(AgreementDuties duties, RuleBook rules, StoryTeller story, Undo undo, AgreementPageTools tools) : AgreementPageModel(tools)
{
    private string _act = "thoi";

    public override string Act => _act;

    public string CouncilName { get; private set; } = "";

    /// <summary>The other side, in one line.</summary>
    public string Between => string.Join(", ", Matter.Parties.Skip(1).Select(p => p.Name).Take(3)) + (Matter.Parties.Count > 4 ? "…" : "");

    public IReadOnlyList<string> Why { get; private set; } = [];

    public StoryPart Story { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        var council = await Tools.Directory.CouncilAsync(Agreement.CouncilId, ct);
        CouncilName = council?.Name ?? "";
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        if (Agreement is { OwedBy: { } until, WarnOn: { } warn })
        {
            Why =
            [
                Tools.Texts["agreements.why", Ui.Date(until), Ui.Date(warn)],
                .. (await rules.ReadAsync(ct)).Due(DeadlineRuleCatalogue.AgreementRenewal, council?.Tier.ToString(), Agreement.CouncilId, until) is { } ruled
                    ? DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, Tools.Texts, CultureInfo.CurrentUICulture)
                    : [],
            ];
        }
    }

    public async Task<IActionResult> OnPostEndDutyAsync(Guid duty, string? reason, CancellationToken ct) => Finish(await duties.EndAsync(Code, duty, reason, Acting, ct));

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct)
    {
        _act = "hoan-tac";

        return Finish(await undo.UndoAsync(operation, Acting, ct));
    }
}

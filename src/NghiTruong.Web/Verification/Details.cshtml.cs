using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Verification;
using NghiTruong.Web.Letters;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Verification;

/// <summary>One dossier: what it is, where it stands, by when; its parts, comments, report; and, issued, the report alone.</summary>
[Requires<ReadVerifications>]
public sealed class DetailsModel(
    VerificationDesk desk, VerificationWorkbench bench, VerificationChoices choices, FileDesk files, ResolutionReader resolutions, RuleBook rules, StoryTeller story, VerificationPageTools tools) : VerificationPageModel(tools)
{
    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public void OnGet() => Input = new PaperForm { Id = Guid.CreateVersion7(), On = Today };

    public bool MayWork => !Case.IsIssued && May<CarryOutVerifications>();

    public bool MayAnswer => !Case.IsIssued && (May<AnswerComments>() || Acting.CapacityAtAgency<AnswerComments>(Case.AgencyId) is not null);

    public DateOnly Today => Tools.Clock.Today;

    public string? CouncilName { get; private set; }

    public string? AgencyName { get; private set; }

    public string? SessionName { get; private set; }

    public string Holder { get; private set; } = "";

    public IReadOnlyList<string> Why { get; private set; } = [];

    public IReadOnlyList<EarlierVerification> Earlier { get; private set; } = [];

    /// <summary>The council's own earlier resolutions on the subject.</summary>
    public IReadOnlyList<ResolutionOnSubject> OnSubject { get; private set; } = [];

    public IReadOnlyList<StoryLine> Story { get; private set; } = [];

    public List<SelectListItem> PartChoices => [.. View.Setup.Parts.Where(p => !p.IsOwn).Select(p => new SelectListItem(p.NameIn(CultureInfo.CurrentUICulture), p.Code))];

    public async Task<IActionResult> OnPostReceiveAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        StagedFile? staged = null;
        if (Input.File is { } sent)
        {
            await using var content = sent.OpenReadStream();
            var taken = await files.TakeInAsync(new IncomingFile(Case.CouncilId, content, sent.FileName), ct);
            if (taken.IsRefused)
            {
                return Finish(Result.Refuse([.. taken.Refusals.Select(r => r.At(nameof(Input.File)))]), "verification.receive.done");
            }

            staged = taken.Value;
        }

        return Finish(await desk.ReceiveAsync(Code, new PaperInput { Id = Input.Id, Part = Input.Part, On = Input.On, Number = Input.Number, File = staged }, Acting, ct), "verification.receive.done", $"{Back}#ho-so");
    }

    public async Task<IActionResult> OnPostReportAsync(CancellationToken ct)
    {
        ModelState.Clear();
        var drafted = await bench.DraftReportAsync(Code, Acting, ct);

        return ModelState.Refuse(Result.Refuse([.. drafted.Refusals.Select(r => r with { Field = null })]), Tools.Texts) ? Page() : LocalRedirect(LetterWords.Details(drafted.Value));
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        var council = await Tools.Directory.CouncilAsync(Case.CouncilId, ct);
        CouncilName = council?.Name;
        AgencyName = (await Tools.Directory.AgenciesAsync([Case.AgencyId], ct)).GetValueOrDefault(Case.AgencyId)?.Name;
        SessionName = (await Tools.Directory.SessionsOfAsync(Case.CouncilId, ct)).FirstOrDefault(s => s.Id == Case.SessionId)?.Name;
        var bodies = await choices.BodiesAsync(Case.CouncilId, ct);
        Holder = Case.BodyId is { } body ? bodies.GetValueOrDefault(body) ?? "" : Tools.Texts["verification.body.standing"];
        Why = (await rules.ReadAsync(ct)).Due(VerificationRules.ReportRule, council?.Tier.ToString(), Case.CouncilId, Case.OpensOn) is { } ruled
            ? [.. DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, Tools.Texts, CultureInfo.CurrentUICulture)]
            : [];
        Earlier = View.MayReadWorkbench ? await Tools.Reader.EarlierAsync(Case, Acting, ct) : [];
        OnSubject = View.MayReadWorkbench ? await resolutions.OnSubjectAsync(Case.CouncilId, Case.Title, Acting, ct) : [];
        Story = [.. View.Story.Select(e => story.Line(e, View.Names))];
    }
}

public sealed record PaperForm
{
    public Guid? Id { get; init; }

    [StringLength(40)]
    public string Part { get; init; } = "duThao";

    public DateOnly? On { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    public IFormFile? File { get; init; }
}

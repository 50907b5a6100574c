using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Training;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>Enrols many at one press: those not yet trained, all, a group, a post, or some names.</summary>
[Requires<EnrolTrainees>]
public sealed class EnrolModel(TrainingEnrolment enrolment, TrainingPageTools tools) : TrainingPageModel(tools)
{
    public override string Act => "moi-hoc";

    [BindProperty]
    public EnrolForm Input { get; set; } = new();

    public List<SelectListItem> Whom => Tools.Texts.Choices<EnrolWhom>("training.whom.");

    public List<SelectListItem> Groups { get; private set; } = [];

    public List<SelectListItem> Posts => Tools.Texts.Choices<PostKind>("trainings.post.");

    /// <summary>Delegates of the person's own council who are not enrolled yet.</summary>
    public IReadOnlyList<DelegateName> Delegates { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        var own = Acting.OwnCouncils<EnrolTrainees>() is [var first, ..] ? first : Class.CouncilId;
        Groups = [.. (await Tools.Directory.BodiesAsync(ct)).Values.Where(b => b.CouncilId == own && b is { IsPresent: true, Kind: BodyKind.DelegateGroup }).OrderBy(b => b.Name, StringComparer.Ordinal).Select(b => new SelectListItem(b.Name, b.Id.ToString("D")))];
        var enrolled = Matter.Trainees.Select(t => t.Who.Id).ToHashSet();
        Delegates = [.. (await Tools.Delegates.OnAsync(own, Class.From, ct)).Where(d => !enrolled.Contains(d.Id))];
    }

    public void OnGet() => Input = new EnrolForm();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var added = await enrolment.EnrolAsync(Code, new EnrolInput { Whom = Input.Whom, GroupId = Input.GroupId, Post = Input.Post, Delegates = Input.Delegates, Most = Input.Most }, Acting, ct);
        if (ModelState.Refuse(added, Tools.Texts))
        {
            return Page();
        }

        TempData.Notice(Tools.Texts["trainings.act.moi-hoc.done", added.Value, Code]);

        return LocalRedirect(Back);
    }
}

public sealed record EnrolForm
{
    public EnrolWhom Whom { get; init; }

    public Guid? GroupId { get; init; }

    public PostKind? Post { get; init; }

    [Range(1, 100_000)]
    public int? Most { get; init; }

    public List<Guid> Delegates { get; init; } = [];
}

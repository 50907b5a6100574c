using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Web.Files;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Agreements;

/// <summary>A period's share of a duty: who owes what by when, and done with its document.</summary>
[Requires<ReadAgreements>]
public sealed class TaskModel(AgreementTaskDesk desk, FileDesk files, StoryTeller story, AgreementPageTools tools) : ActModel<AgreementTaskWhole>(tools.Texts)
{
    public AgreementTask Duty => Matter.Task;

    public override string Code => Duty.Code;

    public override string Back => AgreementLinks.Task(Code);

    public override string Act => "xong";

    protected override string Room => "agreements";

    public DateOnly Today => tools.Clock.Today;

    [BindProperty]
    public FinishTaskForm Input { get; set; } = new();

    public StoryPart Story { get; private set; } = null!;

    public bool SeesAgreement { get; private set; }

    /// <summary>The next step of urging, while it is owed and the person may take it.</summary>
    public string? UrgeHref => Duty is { OwedBy: not null, AgencyId: not null } && Matter.Items is [var item, ..] && tools.Acting.CapacityFor<UrgeAgencies>(Duty.CouncilId, Duty.ProvinceId) is not null ? FollowUpLinks.UrgeOne(item.Id) : null;

    protected override Task<AgreementTaskWhole?> FindAsync(string code, CancellationToken ct) => tools.Reader.TaskAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], tools.Acting.UserId);
        SeesAgreement = await tools.Reader.ReadAsync(Matter.Agreement.Code, tools.Acting, ct) is not null;
    }

    public void OnGet() => Input = new FinishTaskForm { On = Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Duty.CouncilId, nameof(Input.File), ct);

        return file is { IsRefused: true }
            ? Finish(file)
            : Finish(await desk.FinishAsync(Code, new AgreementTaskInput { Document = Words.Blank(Input.Document), Result = Words.Blank(Input.Result), On = Input.On, File = file?.Value }, tools.Acting, ct));
    }
}

public sealed record FinishTaskForm
{
    [StringLength(120)]
    public string? Document { get; init; }

    [StringLength(4000)]
    public string? Result { get; init; }

    public DateOnly? On { get; init; }

    public IFormFile? File { get; init; }
}

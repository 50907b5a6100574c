using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Interpellations;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>Another day; the notice is owed again.</summary>
[Requires<HoldExplanations>]
public sealed class PutOffModel(ExplanationDesk desk, InterpellationTools tools) : ExplanationActModel(tools)
{
    public override string Act => "doi-ngay";

    [BindProperty]
    public PutOffForm Input { get; set; } = new();

    public void OnGet() => Input = new PutOffForm { Place = Session.Place };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.PutOffAsync(Code, Input.To, Input.Place, Input.Number, Input.Reason, Acting, ct)) : Page();
}

public sealed record PutOffForm
{
    [Required(ErrorMessage = "explanation.dayMissing")]
    public DateOnly? To { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [StringLength(1000)]
    public string? Reason { get; init; }
}

/// <summary>Not to be held, with number and reason.</summary>
[Requires<HoldExplanations>]
public sealed class CancelModel(ExplanationDesk desk, InterpellationTools tools) : ExplanationActModel(tools)
{
    public override string Act => "huy";

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.CancelAsync(Code, Input.Number, Input.Reason, Acting, ct)) : Page();
}

public sealed record PaperForm
{
    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? On { get; init; }

    [StringLength(2000)]
    public string? Reason { get; init; }
}

/// <summary>It took place; a late notice needs its reason.</summary>
[Requires<HoldExplanations>]
public sealed class HoldModel(ExplanationDesk desk, InterpellationTools tools) : ExplanationActModel(tools)
{
    public override string Act => "to-chuc";

    [BindProperty]
    public HoldForm Input { get; set; } = new();

    public DateOnly Today => Tools.Today;

    public void OnGet() => Input = new HoldForm { On = Session.PlannedOn < Today ? Session.PlannedOn : Today, Place = Session.Place };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await Tools.TakeInAsync(Input.Files, Session.CouncilId, ct);

        return files.IsRefused
            ? Finish(files)
            : Finish(await desk.HoldAsync(
                Code, new HoldInput { On = Input.On, Place = Input.Place, Chair = Input.Chair, Attendants = Input.Attendants, LateBecause = Input.LateBecause, Files = files.Value }, Acting, ct));
    }
}

public sealed record HoldForm
{
    [Required]
    public DateOnly? On { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(200)]
    public string? Chair { get; init; }

    [StringLength(2000)]
    public string? Attendants { get; init; }

    [StringLength(1000)]
    public string? LateBecause { get; init; }

    public List<IFormFile> Files { get; init; } = [];
}

/// <summary>A turn of the minutes.</summary>
[Requires<HoldExplanations>]
public sealed class ExplanationTurnModel(ExplanationDesk desk, InterpellationTools tools) : ExplanationActModel(tools)
{
    public override string Act => "luot";

    [BindProperty]
    public TurnForm Input { get; set; } = new();

    public List<SelectListItem> Kinds => TurnForm.Kinds(Tools, [TurnKind.Question, TurnKind.Answer, TurnKind.AskedAgain, TurnKind.Remark]);

    public void OnGet()
    {
        // Asked, then answered: the next turn is proposed.
        var answers = Matter.Turns is [.., { Kind: TurnKind.Question or TurnKind.AskedAgain }];
        Input = new TurnForm { Id = Guid.CreateVersion7(), Kind = answers ? TurnKind.Answer : TurnKind.Question, Speaker = answers ? Session.PersonAsked : "" };
    }

    public async Task<IActionResult> OnPostAsync(bool again, CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.AddTurnAsync(Code, Input.Asked(), Acting, ct), again ? InterpellationLinks.ExplanationAct(Code, Act) : null) : Page();
}

/// <summary>The conclusion by vote of the Standing Committee, with its tasks.</summary>
[Requires<HoldExplanations>]
public sealed class ConcludeModel(ExplanationDesk desk, InterpellationTools tools) : ExplanationActModel(tools)
{
    public override string Act => "ket-luan";

    [BindProperty]
    public ConcludeForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public void OnGet() => Input = new ConcludeForm
    {
        On = Session.HeldOn ?? Tools.Today, Members = Matter.MembersBefore ?? 0, Tasks = [.. Enumerable.Range(0, ConcludeForm.Lines).Select(_ => new TaskForm { AgencyId = Session.AgencyId })],
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.ConcludeAsync(Code, Input.Asked(), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Agencies = await Tools.Desks.AgencyChoicesAsync(Session.CouncilId, ct);
    }
}

public sealed record TaskForm
{
    [StringLength(4000)]
    public string? Content { get; init; }

    public Guid? AgencyId { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public DateOnly? DueOn { get; init; }
}

public sealed record ConcludeForm
{
    /// <summary>Lines for tasks.</summary>
    public const int Lines = 4;

    [Required]
    public DateOnly? On { get; init; }

    [StringLength(20_000)]
    public string? Conclusion { get; init; }

    [Range(0, 200)]
    public int Members { get; init; }

    [Range(0, 200)]
    public int Present { get; init; }

    [Range(0, 200)]
    public int For { get; init; }

    [Range(0, 200)]
    public int Against { get; init; }

    [Range(0, 200)]
    public int Abstained { get; init; }

    public List<TaskForm> Tasks { get; init; } = [.. Enumerable.Range(0, Lines).Select(_ => new TaskForm())];

    /// <summary>A line of which nothing was written is nobody's task.</summary>
    public ConclusionInput Asked() => new()
    {
        On = On, Conclusion = Conclusion, Members = Members, Present = Present, For = For, Against = Against, Abstained = Abstained,
        Tasks =
        [
            .. Tasks.Where(t => !string.IsNullOrWhiteSpace(t.Content) || t.DueOn is not null)
                .Select(t => new PromiseInput { Content = t.Content ?? "", AgencyId = t.AgencyId, Product = Words.Blank(t.Product), DueOn = t.DueOn }),
        ],
    };
}

/// <summary>The council is told that tasks were not carried out.</summary>
[Requires<HoldExplanations>]
public sealed class FailureModel(ExplanationDesk desk, InterpellationTools tools) : ExplanationActModel(tools)
{
    public override string Act => "bao-cao-hdnd";

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public void OnGet() => Input = new PaperForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.ReportFailureAsync(Code, Input.Number, Input.On, Input.Reason, Acting, ct)) : Page();
}

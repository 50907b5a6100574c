using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Interpellations;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>It was asked at the sitting.</summary>
[Requires<RecordSittings>]
public sealed class AskModel(SittingDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "hoi";

    [BindProperty]
    public DayForm Input { get; set; } = new();

    public void OnGet() => Input = new DayForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.AskAsync(Code, Input.On, Acting, ct)) : Page();
}

public sealed record DayForm
{
    [Required]
    public DateOnly? On { get; init; }
}

/// <summary>The answer at the sitting, in person.</summary>
[Requires<RecordSittings>]
public sealed class AnswerModel(SittingDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "tra-loi";

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public void OnGet() => Input = new AnswerForm { On = Slip.AskedOn ?? Tools.Today, By = Slip.PersonAsked };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await Tools.TakeInAsync(Input.Files, Slip.CouncilId, ct);

        return files.IsRefused ? Finish(files) : Finish(await desk.AnswerAsync(Code, Input.Asked(files.Value), Acting, ct));
    }
}

public sealed record AnswerForm
{
    [Required]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "interpellation.answererMissing"), StringLength(200)]
    public string By { get; init; } = "";

    [StringLength(1000)]
    public string? OtherBecause { get; init; }

    [Required(ErrorMessage = "interpellation.answerMissing"), StringLength(20_000)]
    public string Answer { get; init; } = "";

    /// <summary>Of a written answer.</summary>
    [StringLength(60)]
    public string? Number { get; init; }

    public List<IFormFile> Files { get; init; } = [];

    public AnswerInput Asked(IReadOnlyList<StagedFile> files) =>
        new() { On = On, By = By, OtherBecause = Words.Blank(OtherBecause), Answer = Answer, Number = Words.Blank(Number), Files = files };
}

/// <summary>To be answered in writing: verification is needed, or time ran out.</summary>
[Requires<RecordSittings>]
public sealed class WritingModel(SittingDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "bang-van-ban";

    [BindProperty]
    public WritingForm Input { get; set; } = new();

    public List<SelectListItem> Reasons => [.. new[] { WrittenReason.NeedsVerification, WrittenReason.NotAnsweredInTime }.Select(r => new SelectListItem(Tools.Texts.Of(r), r.ToString()))];

    public void OnGet() => Input = new WritingForm { On = Slip.AskedOn ?? Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.PutInWritingAsync(Code, Input.Because!.Value, Words.Blank(Input.Note), Input.On, Acting, ct)) : Page();
}

public sealed record WritingForm
{
    [Required(ErrorMessage = "interpellation.reasonMissing")]
    public WrittenReason? Because { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    [Required]
    public DateOnly? On { get; init; }
}

/// <summary>The written answer, by the agency or by the clerk on its behalf.</summary>
[Requires<AnswerInterpellations>]
public sealed class WrittenAnswerModel(SittingDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "van-ban-tra-loi";

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    /// <summary>The agency itself answers; the desk writes down what came on paper.</summary>
    public bool IsOfficer => Acting.CapacityFor<AnswerInterpellations>(Slip.CouncilId, Slip.ProvinceId) is null;

    public void OnGet() => Input = new AnswerForm { On = Tools.Today, By = Slip.PersonAsked };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await Tools.TakeInAsync(Input.Files, Slip.CouncilId, ct);

        return files.IsRefused ? Finish(files) : Finish(await desk.AnswerInWritingAsync(Code, Input.Asked(files.Value), Acting, ct));
    }
}

/// <summary>The delegate accepts the answer, or not and asks for more.</summary>
[Requires<JudgeAnswers>]
public sealed class OpinionModel(SittingDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "y-kien";

    [BindProperty]
    public OpinionForm Input { get; set; } = new();

    public List<SelectListItem> Opinions => [new(Tools.Texts["interpellations.opinion.accepted"], "true"), new(Tools.Texts["interpellations.opinion.notAccepted"], "false")];

    public List<SelectListItem> Wishes => [.. Enum.GetValues<NextWish>().Select(w => new SelectListItem(Tools.Texts.Of(w), w.ToString()))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.JudgeAsync(Code, Input.Opinion!.Value, Words.Blank(Input.Note), Input.Wish, Acting, ct)) : Page();
}

public sealed record OpinionForm
{
    [Required(ErrorMessage = "interpellations.opinion.missing")]
    public bool? Opinion { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    public NextWish Wish { get; init; }
}

/// <summary>A turn of the debate.</summary>
[Requires<RecordSittings>]
public sealed class TurnModel(SittingDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "luot";

    [BindProperty]
    public TurnForm Input { get; set; } = new();

    public List<SelectListItem> Kinds => TurnForm.Kinds(Tools, [TurnKind.Debate, TurnKind.AskedAgain, TurnKind.Answer, TurnKind.Question, TurnKind.Remark]);

    public void OnGet() => Input = new TurnForm { Id = Guid.CreateVersion7(), Kind = TurnKind.AskedAgain, Speaker = Slip.AskerName };

    public async Task<IActionResult> OnPostAsync(bool again, CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.AddTurnAsync(Code, Input.Asked(), Acting, ct), again ? InterpellationLinks.SlipAct(Code, Act) : null) : Page();
}

public sealed record TurnForm
{
    /// <summary>The form's own id: sent again, it is the same turn.</summary>
    public Guid Id { get; init; }

    public TurnKind Kind { get; init; }

    [Required(ErrorMessage = "turn.speakerMissing"), StringLength(200)]
    public string Speaker { get; init; } = "";

    [Required(ErrorMessage = "turn.textMissing"), StringLength(8000)]
    public string Text { get; init; } = "";

    public static List<SelectListItem> Kinds(InterpellationTools tools, IReadOnlyList<TurnKind> kinds) => [.. kinds.Select(k => new SelectListItem(tools.Texts.Of(k), k.ToString()))];

    public TurnInput Asked() => new(Kind, Speaker, Text, Id == Guid.Empty ? null : Id);
}

/// <summary>Writes a promise down.</summary>
[Requires<RecordSittings>]
public sealed class MakePromiseModel(PromiseDesk desk, InterpellationTools tools) : SlipActModel(tools)
{
    public override string Act => "loi-hua";

    [BindProperty]
    public PromiseForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public void OnGet() => Input = new PromiseForm { Id = Guid.CreateVersion7(), AgencyId = Slip.AgencyId };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.MakeAsync(Code, Input.Asked(), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        await base.PrepareAsync(ct);
        Agencies = await Tools.Desks.AgencyChoicesAsync(Slip.CouncilId, ct);
    }
}

public sealed record PromiseForm
{
    public Guid Id { get; init; }

    [Required(ErrorMessage = "promise.contentMissing"), StringLength(4000)]
    public string Content { get; init; } = "";

    public Guid? AgencyId { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    [Required(ErrorMessage = "promise.dueMissing")]
    public DateOnly? DueOn { get; init; }

    public PromiseInput Asked() => new() { Id = Id == Guid.Empty ? null : Id, Content = Content, AgencyId = AgencyId, Product = Words.Blank(Product), DueOn = DueOn };
}

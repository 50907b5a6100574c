using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>Mends what was entered; a letter found to be a denunciation becomes protected here.</summary>
[Requires<HandleCitizenLetters>]
public sealed class EditModel(CitizenLetterIntake intake, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public CitizenLetterForm Input { get; set; } = new();

    public CitizenLetterFormPart Part { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await intake.MendAsync(Code, Input.Asked(Letter.CouncilId, []), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = CitizenLetterForm.Of(Letter, Matter.Summary ?? "") with { SourceNote = Matter.MayRead ? Letter.SourceNote : null };
        }

        Part = await CitizenLetterFormPart.OfAsync(Tools, Input, Letter.CouncilId, isNew: false, ct);
    }
}

/// <summary>The first look: may it be handled, and by whom.</summary>
[Requires<HandleCitizenLetters>]
public sealed class ScreenModel(CitizenLetterDesk desk, ReasonChoices reasons, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "xu-ly";

    [BindProperty]
    public ScreenForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    public List<SelectListItem> Verdicts => Tools.Texts.Choices<ScreeningVerdict>("citizenLetters.verdict.");

    public List<SelectListItem> Rules => [.. CitizenLetterRules.SettleRules(Letter.Kind).Select(r => new SelectListItem(CitizenLetterWording.Rule(r), r))];

    public void OnGet() => Input = new ScreenForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.ScreenAsync(Code, Input.Asked(), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct) => Reasons = await reasons.OfAsync(Letter, ct);
}

/// <summary>What a clerk finds.</summary>
public enum ScreeningVerdict
{
    Other,
    Own,
    NotEligible,
}

public sealed record ScreenForm
{
    [Required]
    public ScreeningVerdict? Verdict { get; init; }

    public string? SettleRule { get; init; }

    public string? Reason { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    public ScreeningInput Asked() => new()
    {
        IsEligible = Verdict != ScreeningVerdict.NotEligible, IsOwn = Verdict == ScreeningVerdict.Own, SettleRule = Words.Blank(SettleRule), Reason = Words.Blank(Reason), Note = Words.Blank(Note), On = On,
    };
}

/// <summary>The reasons of the catalogue that hold at the council of a letter.</summary>
public sealed class ReasonChoices(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    public async Task<IReadOnlyList<SelectListItem>> OfAsync(CitizenLetter letter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var defined = await DefinitionBook.ReadAsync(db, CitizenLetterCatalogues.Reasons, new DefinitionPlace(letter.CouncilId, letter.ProvinceId), clock.Today, ct);

        return [.. defined.Standing("").Select(e => new SelectListItem(e.NameIn(System.Globalization.CultureInfo.CurrentUICulture), e.Code))];
    }
}

/// <summary>Chuyển đơn.</summary>
[Requires<HandleCitizenLetters>]
public sealed class TransferModel(CitizenLetterSending sending, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "chuyen";

    [BindProperty]
    public SendingForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await sending.TransferAsync(Code, Input.Asked(), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct) => Agencies = await Tools.Desks.AgencyChoicesAsync(Letter.CouncilId, ct);
}

/// <summary>Hướng dẫn, trả lời người gửi.</summary>
[Requires<HandleCitizenLetters>]
public sealed class GuideModel(CitizenLetterSending sending, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "huong-dan";

    [BindProperty]
    public SendingForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await sending.GuideAsync(Code, Input.Asked(), Acting, ct)) : Page();
}

public sealed record SendingForm
{
    public Guid? AgencyId { get; init; }

    [StringLength(300)]
    public string? To { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public bool SenderTold { get; init; }

    public LetterSendingInput Asked() => new() { AgencyId = AgencyId, To = Words.Blank(To), Number = Words.Blank(Number), IssuedOn = IssuedOn, SenderTold = SenderTold };
}

/// <summary>Lưu, không xử lý.</summary>
[Requires<HandleCitizenLetters>]
public sealed class PutAwayModel(CitizenLetterDesk desk, ReasonChoices reasons, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "luu";

    [BindProperty]
    public FilingForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    public void OnGet() => Input = new FilingForm
    {
        On = Tools.Today, DuplicateOf = AddressReader.Text(Request.Query, "trung"), Reason = Request.Query.ContainsKey("trung") ? CitizenLetterCatalogues.Duplicate : Letter.ReasonCode,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.FileAsync(Code, Input.Reason, Words.Blank(Input.Note), Input.DuplicateOf, Input.On, Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct) => Reasons = await reasons.OfAsync(Letter, ct);
}

public sealed record FilingForm
{
    [Required(ErrorMessage = "citizenLetter.reasonMissing")]
    public string? Reason { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    [StringLength(40)]
    public string? DuplicateOf { get; init; }

    [Required]
    public DateOnly? On { get; init; }
}

/// <summary>The result: by the agency itself, or by the clerk from its paper.</summary>
[Requires<AnswerCitizenLetters>]
public sealed class AnswerModel(CitizenLetterDesk desk, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "ket-qua";

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public void OnGet() => Input = new AnswerForm { On = Tools.Today, By = Letter.TransferredTo };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var files = await Tools.TakeInAsync(Input.Files, Letter.CouncilId, Letter.IsProtected, ct);

        return files.IsRefused ? Finish(files) : Finish(await desk.AnswerAsync(
            Code, new LetterAnswerInput { By = Words.Blank(Input.By), Number = Words.Blank(Input.Number), On = Input.On, SettledOn = Input.SettledOn, Words = Input.Words, Files = files.Value }, Acting, ct));
    }
}

public sealed record AnswerForm
{
    [StringLength(300)]
    public string? By { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    public DateOnly? SettledOn { get; init; }

    [Required(ErrorMessage = "citizenLetter.answerMissing"), StringLength(10_000)]
    public string Words { get; init; } = "";

    public List<IFormFile> Files { get; init; } = [];
}

/// <summary>Báo kết quả cho người gửi.</summary>
[Requires<HandleCitizenLetters>]
public sealed class TellModel(CitizenLetterDesk desk, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "bao";

    [BindProperty]
    public TellForm Input { get; set; } = new();

    public void OnGet() => Input = new TellForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.TellAsync(Code, Input.On, Words.Blank(Input.Number), Acting, ct)) : Page();
}

/// <summary>Báo người gửi đơn được xử lý thế nào.</summary>
[Requires<HandleCitizenLetters>]
public sealed class TellHandlingModel(CitizenLetterDesk desk, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "bao-xu-ly";

    [BindProperty]
    public TellForm Input { get; set; } = new();

    public void OnGet() => Input = new TellForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.TellHandlingAsync(Code, Input.On, Acting, ct)) : Page();
}

public sealed record TellForm
{
    [Required]
    public DateOnly? On { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }
}

/// <summary>Gia hạn.</summary>
[Requires<HandleCitizenLetters>]
public sealed class ExtendModel(CitizenLetterDesk desk, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "gia-han";

    [BindProperty]
    public ExtendForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.ExtendAsync(Code, Input.To, Input.Reason, Acting, ct)) : Page();
}

public sealed record ExtendForm
{
    [Required]
    public DateOnly? To { get; init; }

    [Required(ErrorMessage = "citizenLetter.noteMissing"), StringLength(1000)]
    public string Reason { get; init; } = "";
}

/// <summary>Người được giao xử lý đơn được bảo vệ.</summary>
[Requires<NameLetterHandlers>]
public sealed class HandlersModel(LetterHandlers handlers, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "nguoi-xu-ly";

    [BindProperty]
    public HandlerForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await handlers.NameAsync(Code, Input.UserId ?? Guid.Empty, Acting, ct), CitizenLetterLinks.Act(Code, Act)) : Page();

    public async Task<IActionResult> OnPostOffAsync(Guid user, CancellationToken ct) => Finish(await handlers.TakeOffAsync(Code, user, Acting, ct), user == Acting.UserId ? Back : CitizenLetterLinks.Act(Code, Act));

    protected override async Task PrepareAsync(CancellationToken ct) => People =
        [.. (await Tools.Reader.PeopleAsync(Letter.CouncilId, Tools.Today, ct)).Where(p => Matter.Handlers.All(h => h.UserId != p.UserId)).Select(p => new SelectListItem(p.Name, p.UserId.ToString("D")))];
}

public sealed record HandlerForm
{
    [Required]
    public Guid? UserId { get; init; }
}

/// <summary>More papers of the letter.</summary>
[Requires<RegisterCitizenLetters>]
public sealed class AddFilesModel(CitizenLetterIntake intake, CitizenLetterTools tools) : CitizenLetterActModel(tools)
{
    public override string Act => "them-tep";

    [BindProperty]
    public FilesForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var files = await Tools.TakeInAsync([.. Input.Photos, .. Input.Files], Letter.CouncilId, Letter.IsProtected, ct);

        return files.IsRefused ? Finish(files) : Finish(await intake.AddFilesAsync(Code, files.Value, Acting, ct));
    }
}

public sealed record FilesForm
{
    public List<IFormFile> Photos { get; init; } = [];

    public List<IFormFile> Files { get; init; } = [];
}

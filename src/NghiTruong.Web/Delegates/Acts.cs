using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Refusals;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>What the register says of a delegate, said anew.</summary>
[Requires<ManageDelegates>]
public sealed class EditModel(DelegateDesk desk, DelegatePageTools tools) : DelegatePageModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public DelegateForm Input { get; set; } = new();

    public List<SelectListItem> Sexes => Tools.Sexes;

    public List<SelectListItem> Groups { get; private set; } = [];

    public void OnGet() => Input = DelegateForm.Of(Delegate);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.EditAsync(Code, Input.Input(Delegate.CouncilId), Input.Version, Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct) => Groups = await Tools.BodiesAsync(Delegate.CouncilId, [BodyKind.DelegateGroup], ct);
}

/// <summary>The mandate ends: cause, last day, document.</summary>
[Requires<ManageDelegates>]
public sealed class EndModel(DelegateDesk desk, DelegatePageTools tools) : DelegatePageModel(tools)
{
    public override string Act => "thoi-lam";

    [BindProperty]
    public EndMandateForm Input { get; set; } = new();

    public List<SelectListItem> Causes => Tools.Texts.Choices<MandateEnd>("delegates.end.");

    public void OnGet() => Input = new EndMandateForm();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ModelState.IsValid ? Finish(await desk.EndAsync(Code, new MandateEndInput(Words.Blank(Input.Document), Input.LastDay, Input.Because), Acting, ct)) : Page();
}

public sealed record EndMandateForm
{
    public MandateEnd? Because { get; init; }

    public DateOnly? LastDay { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

/// <summary>Full-time work, suspension, leave: from a day, by a paper.</summary>
[Requires<ManageDelegates>]
public sealed class SpellModel(DelegateStandingDesk desk, DelegatePageTools tools) : DelegatePageModel(tools)
{
    public override string Act => "thoi-gian";

    [BindProperty]
    public SpellForm Input { get; set; } = new();

    public List<SelectListItem> Kinds => Tools.Texts.Choices<SpellKind>("delegates.spell.");

    public void OnGet() => Input = new SpellForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Finish(await desk.BeginSpellAsync(
            Code, new SpellInput { Id = Input.Id, Kind = Input.Kind, From = Input.From, Until = Input.Until, Reason = Words.Blank(Input.Reason), Document = Words.Blank(Input.Document) }, Acting, ct))
        : Page();
}

public sealed record SpellForm
{
    public Guid? Id { get; init; }

    public SpellKind Kind { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [StringLength(500)]
    public string? Reason { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

/// <summary>A post of the council, of a committee, of a group.</summary>
[Requires<ManageDelegates>]
public sealed class PostModel(DelegateStandingDesk desk, DelegatePageTools tools) : DelegatePageModel(tools)
{
    public override string Act => "chuc-vu";

    [BindProperty]
    public PostForm Input { get; set; } = new();

    public List<SelectListItem> Posts => Tools.Texts.Choices<PostKind>("delegates.post.");

    public List<SelectListItem> Of { get; private set; } = [];

    public void OnGet() => Input = new PostForm { Id = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Finish(await desk.TakePostAsync(
            Code, new PostInput { Id = Input.Id, Post = Input.Post, BodyId = Input.BodyId, From = Input.From, Until = Input.Until, Document = Words.Blank(Input.Document) }, Acting, ct))
        : Page();

    protected override async Task PrepareAsync(CancellationToken ct) => Of = await Tools.BodiesAsync(Delegate.CouncilId, [BodyKind.Committee, BodyKind.DelegateGroup], ct);
}

public sealed record PostForm
{
    public Guid? Id { get; init; }

    public PostKind Post { get; init; }

    public Guid? BodyId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

/// <summary>The account by which the delegate finds their own page.</summary>
[Requires<ManageDelegates>]
public sealed class AccountModel(DelegateDesk desk, DelegatePageTools tools) : DelegatePageModel(tools)
{
    public override string Act => "tai-khoan";

    [BindProperty]
    public AccountForm Input { get; set; } = new();

    public void OnGet() => Input = new AccountForm { UserName = Matter.Account };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.LinkAccountAsync(Code, Input.UserName, Acting, ct)) : Page();
}

public sealed record AccountForm
{
    [StringLength(60)]
    public string? UserName { get; init; }
}

/// <summary>The yearly report is handed in: by the delegate, or by the clerk for a paper.</summary>
[Requires<ReadDelegates>]
public sealed class ReportModel(DelegateReportDesk desk, DelegatePageTools tools) : DelegatePageModel(tools)
{
    public override string Act => "bao-cao";

    [BindProperty]
    public ReportForm Input { get; set; } = new();

    public IActionResult OnGet()
    {
        Input = new ReportForm { Year = Today.Month <= 2 ? Today.Year - 1 : Today.Year, On = Today };

        return Matter.MayManage || Matter.IsSelf ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.HandInAsync(Code, Input.Year ?? Today.Year, Input.On, Words.Blank(Input.Note), Acting, ct)) : Page();
}

public sealed record ReportForm
{
    [Required]
    public int? Year { get; init; }

    public DateOnly? On { get; init; }

    [StringLength(500)]
    public string? Note { get; init; }
}

/// <summary>What is sensitive: opened for the clerk of the own council, whose reading is journalled, and for the delegate.</summary>
[Requires<ReadDelegates>]
public sealed class ParticularsModel(DelegateParticularsDesk desk, DelegatePageTools tools) : DelegatePageModel(tools)
{
    public override string Act => "thong-tin-rieng";

    [BindProperty]
    public ParticularsForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var opened = await desk.OpenAsync(Code, Acting, ct);
        if (opened.IsRefused)
        {
            return NotFound();
        }

        // No copy of it on the device or on the way.
        Response.Headers.CacheControl = "no-store";
        Input = ParticularsForm.Of(opened.Value);

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await desk.SaveAsync(Code, Input.Told, Acting, ct);

        return saved.Refusals is [{ Code: "delegate.notFound" }] ? NotFound() : Finish(saved);
    }
}

public sealed record ParticularsForm
{
    public DateOnly? BornOn { get; init; }

    [StringLength(60)]
    public string? Ethnicity { get; init; }

    [StringLength(60)]
    public string? Religion { get; init; }

    public DateOnly? JoinedPartyOn { get; init; }

    [StringLength(20)]
    public string? IdentityNumber { get; init; }

    [StringLength(30)]
    public string? Phone { get; init; }

    [StringLength(300)]
    public string? Address { get; init; }

    internal Particulars Told => new()
    {
        BornOn = BornOn, Ethnicity = Words.Blank(Ethnicity), Religion = Words.Blank(Religion), JoinedPartyOn = JoinedPartyOn, IdentityNumber = Words.Blank(IdentityNumber), Phone = Words.Blank(Phone), Address = Words.Blank(Address),
    };

    internal static ParticularsForm Of(Particulars p) => new()
    {
        BornOn = p.BornOn, Ethnicity = p.Ethnicity, Religion = p.Religion, JoinedPartyOn = p.JoinedPartyOn, IdentityNumber = p.IdentityNumber, Phone = p.Phone, Address = p.Address,
    };
}

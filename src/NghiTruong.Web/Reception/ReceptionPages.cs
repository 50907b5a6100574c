using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Catalogues;
using NghiTruong.Reception;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Files;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>What every page of the room needs.</summary>
public sealed record ReceptionTools(ReceptionBook Book, Acting Acting, TextTable Texts, CouncilDesks Desks, CouncilDirectory Directory, DelegatePicker Delegates, FileDesk Files, TimeProvider Clock)
{
    public DateOnly Today => Clock.Today;

    public Guid? OwnCouncil<T>()
        where T : Permission, new() => Acting.OwnCouncils<T>() is [var own, ..] ? own : null;
}

/// <summary>The schedule: to come, past without a word, all.</summary>
[Requires<ReadReceptions>]
public sealed class IndexModel(ReceptionTools tools) : PageModel
{
    private const int MostMissing = 60;

    public IReadOnlyList<CitizenReception> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string Tab { get; private set; } = "ahead";

    public bool MayArrange { get; } = tools.Acting.May<ArrangeReceptions>();

    public bool MayKeep { get; } = tools.Acting.May<KeepReceptionBook>();

    public DateOnly Today => tools.Today;

    public bool ShowsCouncil { get; private set; }

    /// <summary>Delegates who have not received this year.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public string? CouncilOf(CitizenReception reception) => _councils.GetValueOrDefault(reception.CouncilId)?.Name;

    public async Task OnGetAsync(string? tab, string? cursor, CancellationToken ct)
    {
        Tab = tab is "unsaid" or "all" ? tab : "ahead";
        var own = tools.OwnCouncil<ReadReceptions>();
        ShowsCouncil = own is null;
        var filter = new ReceptionFilter { CouncilId = own, Cursor = cursor };
        filter = Tab switch { "ahead" => filter with { Ahead = true, State = ReceptionState.Scheduled, From = tools.Today }, "unsaid" => filter with { Unsaid = true }, _ => filter };
        (Rows, Next) = await tools.Book.ListAsync(filter, tools.Acting, ct);
        if (tools.OwnCouncil<ArrangeReceptions>() is { } council)
        {
            Missing = await tools.Book.MissingAsync(council, MostMissing, ct);
        }

        _councils = await tools.Directory.CouncilsAsync(ct);
    }
}

public sealed record ReceptionForm
{
    public Guid Id { get; init; }

    public ReceptionKind Kind { get; init; } = ReceptionKind.Periodic;

    [Required]
    public DateOnly? On { get; init; }

    [Required]
    public TimeOnly? StartsAt { get; init; }

    public TimeOnly? EndsAt { get; init; }

    [Required(ErrorMessage = "reception.placeMissing"), StringLength(300)]
    public string Place { get; init; } = "";

    public bool IsOnline { get; init; }

    public Guid? DelegateId { get; init; }

    [StringLength(200)]
    public string? Receiver { get; init; }

    public ReceptionRhythm Rhythm { get; init; }

    [Range(1, 60)]
    public int? Times { get; init; }

    [StringLength(1000)]
    public string? Note { get; init; }

    public int? Version { get; init; }

    public ReceptionInput Asked(Guid council) => new()
    {
        Id = Id == Guid.Empty ? null : Id, CouncilId = council, Kind = Kind, On = On!.Value, StartsAt = StartsAt!.Value, EndsAt = EndsAt, Place = Place, IsOnline = IsOnline, DelegateId = DelegateId, Receiver = Words.Blank(Receiver),
        Rhythm = Rhythm, Times = Times ?? 1, Note = Words.Blank(Note), Version = Version,
    };
}

/// <summary>The fields of a reception with their choices.</summary>
public sealed record ReceptionFormPart(ReceptionForm Input, bool IsNew, IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<SelectListItem> Rhythms, IReadOnlyList<SelectListItem> Delegates)
{
    public static async Task<ReceptionFormPart> ReadAsync(ReceptionTools tools, ReceptionForm input, Guid council, bool isNew, CancellationToken ct) => new(
        input, isNew, tools.Texts.Choices<ReceptionKind>("reception.kind."), tools.Texts.Choices<ReceptionRhythm>("receptions.rhythm."),
        [.. (await tools.Delegates.OnAsync(council, input.On ?? tools.Today, ct)).Select(d => new SelectListItem(d.Name, d.Id.ToString("D")))]);
}

/// <summary>A line of the schedule, once or for a period.</summary>
[Requires<ArrangeReceptions>]
public sealed class NewModel(ReceptionDesk desk, ReceptionTools tools) : PageModel
{
    [BindProperty]
    public ReceptionForm Input { get; set; } = new();

    public ReceptionFormPart Part { get; private set; } = null!;

    private Guid Council => tools.OwnCouncil<ArrangeReceptions>() ?? Guid.Empty;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = new ReceptionForm { Id = Guid.CreateVersion7(), On = tools.Today.AddDays(7), StartsAt = new TimeOnly(7, 30), EndsAt = new TimeOnly(11, 0), Place = tools.Texts["receptions.place.usual"] };
        }

        Part = await ReceptionFormPart.ReadAsync(tools, Input, Council, isNew: true, HttpContext.RequestAborted);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await desk.ScheduleAsync(Input.Asked(Council), tools.Acting, ct);
        if (ModelState.Refuse(saved, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["receptions.new.saved", saved.Value.Count]);

        return LocalRedirect(saved.Value is [var only] ? ReceptionLinks.Details(only) : ReceptionLinks.List);
    }
}

/// <summary>A page that does one thing with one reception.</summary>
public abstract class ReceptionActModel(ReceptionTools tools) : ActModel<ReceptionView>(tools.Texts)
{
    public CitizenReception Reception => Matter.Reception;

    public override string Code => Reception.Code;

    public override string Back => ReceptionLinks.Details(Code);

    protected override string Room => "receptions";

    protected ReceptionTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<ReceptionView?> FindAsync(string code, CancellationToken ct) => tools.Book.FindAsync(code, tools.Acting, ct);
}

/// <summary>One reception: who, where, when, prepared, held, who came.</summary>
[Requires<ReadReceptions>]
public sealed class DetailsModel(ReceptionDesk desk, StoryTeller story, ReceptionTools tools) : ReceptionActModel(tools)
{
    public override string Act => "ghi";

    public StoryPart Story { get; private set; } = null!;

    public DateOnly Today => Tools.Today;

    public bool MayArrange { get; private set; }

    public bool MayKeep { get; private set; }

    protected override Task PrepareAsync(CancellationToken ct)
    {
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        MayArrange = Reception.State == ReceptionState.Scheduled && Acting.CapacityFor<ArrangeReceptions>(Reception.CouncilId, Reception.ProvinceId) is not null;
        MayKeep = Reception.State != ReceptionState.Missed && Reception.PlannedOn <= Today && Acting.CapacityFor<KeepReceptionBook>(Reception.CouncilId, Reception.ProvinceId) is not null;

        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostPrepareAsync(ReceptionPreparation what, CancellationToken ct) => Finish(await desk.PrepareAsync(Code, what, Acting, ct));

    public async Task<IActionResult> OnPostHoldAsync(CancellationToken ct) => Finish(await desk.HoldAsync(Code, null, Acting, ct));
}

/// <summary>Another day, place, delegate.</summary>
[Requires<ArrangeReceptions>]
public sealed class EditModel(ReceptionDesk desk, ReceptionTools tools) : ReceptionActModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public ReceptionForm Input { get; set; } = new();

    public ReceptionFormPart Part { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.ChangeAsync(Code, Input.Asked(Reception.CouncilId), Acting, ct)) : Page();

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        var r = Reception;
        if (HttpMethods.IsGet(Request.Method))
        {
            Input = new ReceptionForm
            {
                Id = r.Id, Kind = r.Kind, On = r.PlannedOn, StartsAt = r.StartsAt, EndsAt = r.EndsAt, Place = r.Place, IsOnline = r.IsOnline, DelegateId = r.DelegateId, Receiver = r.Receiver, Note = r.Note, Version = r.Version,
            };
        }

        Part = await ReceptionFormPart.ReadAsync(Tools, Input, r.CouncilId, isNew: false, ct);
    }
}

/// <summary>Không tổ chức.</summary>
[Requires<ArrangeReceptions>]
public sealed class MissModel(ReceptionDesk desk, ReceptionTools tools) : ReceptionActModel(tools)
{
    public override string Act => "khong-tiep";

    [BindProperty]
    public ReasonForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.MissAsync(Code, Input.Reason, Acting, ct)) : Page();
}

public sealed record ReasonForm
{
    [Required(ErrorMessage = "reception.reasonMissing"), StringLength(1000)]
    public string Reason { get; init; } = "";
}

/// <summary>Công khai lịch of a period; the same period as Word for the notice board.</summary>
[Requires<ArrangeReceptions>]
public sealed class PublishModel(ReceptionDesk desk, ReceptionTools tools) : PageModel
{
    [BindProperty]
    public PeriodForm Input { get; set; } = new();

    public void OnGet() => Input = new PeriodForm { From = tools.Today, To = tools.Today.AddMonths(1) };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await desk.PublishAsync(tools.OwnCouncil<ArrangeReceptions>() ?? Guid.Empty, Input.From!.Value, Input.To!.Value, tools.Acting, ct);
        if (ModelState.Refuse(done, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["receptions.publish.done", done.Value]);

        return LocalRedirect(ReceptionLinks.List);
    }
}

public sealed record PeriodForm
{
    [Required]
    public DateOnly? From { get; init; }

    [Required]
    public DateOnly? To { get; init; }
}

/// <summary>Sổ tiếp công dân (Mẫu 03/TCD) of a period.</summary>
[Requires<KeepReceptionBook>]
public sealed class BookModel(ReceptionTools tools) : PageModel
{
    public IReadOnlyList<BookRow> Rows { get; private set; } = [];

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string CouncilName { get; private set; } = "";

    public string Query => $"?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}";

    public async Task OnGetAsync(DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        (From, To) = (from ?? new DateOnly(tools.Today.Year, 1, 1), to ?? tools.Today);
        if (tools.OwnCouncil<KeepReceptionBook>() is { } council)
        {
            Rows = await tools.Book.ReadAsync(council, From, To, tools.Acting, ct);
            CouncilName = (await tools.Directory.CouncilAsync(council, ct))?.Name ?? "";
        }
    }
}

public sealed record VisitForm
{
    public Guid Id { get; init; }

    public string? Reception { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "visit.nameMissing"), StringLength(200)]
    public string Name { get; init; } = "";

    [StringLength(300)]
    public string? Address { get; init; }

    [StringLength(30)]
    public string? Identity { get; init; }

    [StringLength(30)]
    public string? Phone { get; init; }

    [Required(ErrorMessage = "visit.summaryMissing"), StringLength(10_000)]
    public string Summary { get; init; } = "";

    [Required]
    public CitizenLetterKind? Kind { get; init; }

    public string? Field { get; init; }

    [Range(1, 100_000)]
    public int? People { get; init; }

    [StringLength(300)]
    public string? SettledBy { get; init; }

    [StringLength(4000)]
    public string? Papers { get; init; }

    public bool TakesLetter { get; init; }

    public List<IFormFile> Files { get; init; } = [];

    public VisitInput Asked(Guid council, IReadOnlyList<StagedFile> files) => new()
    {
        Id = Id == Guid.Empty ? null : Id, CouncilId = council, Reception = Words.Blank(Reception), On = On, Person = new SenderName(Name.Trim(), Words.Blank(Address), Words.Blank(Identity), Words.Blank(Phone)),
        Summary = Summary, Kind = Kind!.Value, Field = Words.Blank(Field), People = People ?? 1, SettledBy = Words.Blank(SettledBy), Papers = Words.Blank(Papers), TakesLetter = TakesLetter, Files = files,
    };
}

/// <summary>A citizen received: one row of the book.</summary>
[Requires<KeepReceptionBook>]
public sealed class NewVisitModel(VisitDesk desk, ReceptionTools tools) : PageModel
{
    [BindProperty]
    public VisitForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds => tools.Texts.Choices<CitizenLetterKind>("citizenLetter.kind.");

    public IReadOnlyList<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, tools.Today);

    public string Back => Input.Reception is { Length: > 0 } code ? ReceptionLinks.Details(code) : ReceptionLinks.Book;

    public async Task OnGetAsync(string? buoi, CancellationToken ct)
    {
        var reception = buoi is null ? null : await tools.Book.FindAsync(buoi, tools.Acting, ct);
        Input = new VisitForm { Id = Guid.CreateVersion7(), Reception = reception?.Reception.Code, On = reception?.Reception.PlannedOn is { } day && day <= tools.Today ? day : tools.Today };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var council = tools.OwnCouncil<KeepReceptionBook>() ?? Guid.Empty;
        var files = await tools.Files.TakeInAsync(Input.Files, council, "Files", ct, CitizenLetterRules.IsProtected(Input.Kind!.Value));
        if (ModelState.Refuse(files, tools.Texts))
        {
            return Page();
        }

        var saved = await desk.ReceiveAsync(Input.Asked(council, files.Value), tools.Acting, ct);
        if (ModelState.Refuse(saved, tools.Texts))
        {
            return Page();
        }

        TempData.Notice(tools.Texts["visits.new.saved", saved.Value]);

        return LocalRedirect(ReceptionLinks.Visit(saved.Value));
    }
}

/// <summary>A page that does one thing with one visit.</summary>
public abstract class VisitActModel(ReceptionTools tools) : ActModel<VisitView>(tools.Texts)
{
    public CitizenVisit Visit => Matter.Visit;

    public override string Code => Visit.Code;

    public override string Back => ReceptionLinks.Visit(Code);

    protected override string Room => "visits";

    protected ReceptionTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<VisitView?> FindAsync(string code, CancellationToken ct) => tools.Book.VisitAsync(code, tools.Acting, ct);
}

/// <summary>One row of the book with its columns, what became of it, its papers.</summary>
[Requires<KeepReceptionBook>]
public sealed class VisitModel(StoryTeller story, ReceptionTools tools) : VisitActModel(tools)
{
    public override string Act => "ket-qua";

    public StoryPart Story { get; private set; } = null!;

    public void OnGet() => Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
}

/// <summary>What became of a visit.</summary>
[Requires<KeepReceptionBook>]
public sealed class SettleModel(VisitDesk desk, ReceptionTools tools) : VisitActModel(tools)
{
    public override string Act => "ket-qua";

    [BindProperty]
    public SettleForm Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Outcomes => [.. Tools.Texts.Choices<VisitOutcome>("visits.settle.").Where(o => o.Value != nameof(VisitOutcome.Pending))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return Input.Outcome switch
        {
            VisitOutcome.Petition => Finish(await desk.LinkPetitionAsync(Code, Input.Petition, Acting, ct)),
            VisitOutcome.Guided => Finish(await desk.GuideAsync(Code, Input.To, Input.Number, Acting, ct)),
            VisitOutcome.Explained => Finish(await desk.ExplainAsync(Code, Input.Words, Acting, ct)),
            VisitOutcome.Refused => Finish(await desk.RefuseAsync(Code, Input.Words, Acting, ct)),
            _ => await TakeLetterAsync(ct),
        };
    }

    private async Task<IActionResult> TakeLetterAsync(CancellationToken ct)
    {
        var files = await Tools.Files.TakeInAsync(Input.Files, Visit.CouncilId, "Files", ct, Visit.IsProtected);

        return files.IsRefused ? Finish(files) : Finish(await desk.TakeLetterAsync(Code, files.Value, Acting, ct));
    }
}

public sealed record SettleForm
{
    [Required]
    public VisitOutcome? Outcome { get; init; }

    [StringLength(40)]
    public string? Petition { get; init; }

    [StringLength(300)]
    public string? To { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    [StringLength(4000)]
    public string? Words { get; init; }

    public List<IFormFile> Files { get; init; } = [];
}

/// <summary>The notice of refusal was sent.</summary>
[Requires<KeepReceptionBook>]
public sealed class RefusalModel(VisitDesk desk, ReceptionTools tools) : VisitActModel(tools)
{
    public override string Act => "thong-bao";

    [BindProperty]
    public RefusalForm Input { get; set; } = new();

    public void OnGet() => Input = new RefusalForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.SendRefusalAsync(Code, Words.Blank(Input.Number), Input.On, Acting, ct)) : Page();
}

public sealed record RefusalForm
{
    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }
}

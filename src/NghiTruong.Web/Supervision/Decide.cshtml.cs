using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Decides the programme of one subject or body: which proposals, by which paper of which day.</summary>
[Requires<DecideProgrammes>]
public sealed class DecideModel(ProgrammeDesk desk, ProgrammeReader reader, ProgrammeAdvice advice, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock)
    : PageModel
{
    private ProgrammeView _programme = null!;
    private CouncilName _council = null!;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Council { get; set; }

    [BindProperty(SupportsGet = true)]
    public SupervisionSubject Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Body { get; set; }

    /// <summary>The proposal whose page one comes from.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Only { get; set; }

    [BindProperty]
    public DecideForm Input { get; set; } = new();

    public IReadOnlyList<SupervisionRow> Proposed { get; private set; } = [];

    public IReadOnlyList<RaisedField> Raised { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public string Name { get; private set; } = "";

    public string Back => SupervisionLinks.ProgrammeOf(_council.Id, Year);

    /// <summary>The council decides by resolution, the others by decision (Law 87/2015 Art 58, 67, 77).</summary>
    public string NumberHint => Subject == SupervisionSubject.Council ? "supervisions.decide.number.resolution" : "supervisions.decide.number.decision";

    public IReadOnlyList<ProgrammeOverlap> OverlapsOf(string code) => _programme.Overlaps.GetValueOrDefault(code) ?? [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var own = Council ?? (await desks.OwnAsync<DecideProgrammes>(ct) is [var first, ..] ? first.Id.ToString("D") : null);
        if (await desks.FindAsync(own, ct) is not { } council || acting.CapacityFor<ReadSupervisions>(council.Id, council.ProvinceId) is null)
        {
            context.Result = NotFound();

            return;
        }

        _council = council;
        Year = ProgrammeAdvice.YearOf(Year, clock.Today);
        Bodies = await directory.BodiesAsync(ct);
        Name = texts.Subject(Subject, Body, Bodies);
        _programme = await reader.ReadAsync(council.Id, Year, acting, ct);
        Proposed = [.. _programme.Proposed.Where(r => r.Subject == Subject && r.BodyId == Body)];
        Raised = await advice.OfAsync(council.Id, Year, ct);
        await next();
    }

    public void OnGet() => Input = new DecideForm { Codes = [.. Proposed.Select(r => r.Code).Where(c => Only is null || c == Only)], Quota = _programme.Of(Subject, Body)?.Quota };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var decided = await desk.DecideAsync(Input.Codes, new DecidedBy(Words.Blank(Input.Number), Input.On, Input.Quota), acting, ct);
        if (ModelState.Refuse(decided, texts))
        {
            return Page();
        }

        TempData.Notice(texts["supervisions.act.quyet-dinh.done", Input.Codes.Count]);

        return LocalRedirect(Input.Codes is [var only] ? SupervisionLinks.Details(only) : Back);
    }
}

public sealed record DecideForm
{
    public List<string> Codes { get; init; } = [];

    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? On { get; init; }

    [Range(1, 200)]
    public int? Quota { get; init; }
}

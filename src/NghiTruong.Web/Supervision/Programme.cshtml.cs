using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Supervision;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>The themes of one subject or body in the programme.</summary>
/// <param name="Decided">By which paper, or that nothing is decided yet.</param>
/// <param name="Decide">Address of the decision, where proposals wait for one and the person may.</param>
public sealed record ProgrammeGroup(string Name, string Decided, int? Quota, int Planned, IReadOnlyList<SupervisionRow> Rows, string? Decide);

/// <summary>The programme of a year: proposals and decided themes by subject and body, their overlaps with reason, and what voters raise most beside them.</summary>
[Requires<ReadSupervisions>]
public sealed class ProgrammeModel(
    ProgrammeReader reader, ProgrammeAdvice advice, SupervisionListView view, CouncilDesks desks, CouncilDirectory directory, Acting acting, TextTable texts, TimeProvider clock) : PageModel
{
    private ProgrammeView _programme = null!;

    [BindProperty(SupportsGet = true, Name = "nam")]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Council { get; set; }

    public Guid CouncilId { get; private set; }

    public string CouncilName { get; private set; } = "";

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<ProgrammeGroup> Groups { get; private set; } = [];

    public IReadOnlyList<RaisedField> Raised { get; private set; } = [];

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    public DateOnly Today { get; } = clock.Today;

    public bool MayPropose { get; private set; }

    public IReadOnlyList<ProgrammeOverlap> OverlapsOf(string code) => _programme.Overlaps.GetValueOrDefault(code) ?? [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var own = Council ?? view.OwnCouncil?.ToString("D") ?? (await desks.SeenAsync<ReadSupervisions>(ct) is [var first, ..] ? first.Id.ToString("D") : null);
        if (await desks.FindAsync(own, ct) is not { } council || acting.CapacityFor<ReadSupervisions>(council.Id, council.ProvinceId) is null)
        {
            return NotFound();
        }

        (CouncilId, CouncilName) = (council.Id, council.Name);
        Year = ProgrammeAdvice.YearOf(Year, Today);
        Years = [.. Enumerable.Range(Math.Min(Year, Today.Year) - 1, 3), .. Math.Max(Year, Today.Year + 1) > Math.Min(Year, Today.Year) + 1 ? [Math.Max(Year, Today.Year + 1)] : Array.Empty<int>()];
        MayPropose = acting.CapacityFor<ProposeSupervisions>(council.Id, council.ProvinceId) is not null;
        Bodies = await directory.BodiesAsync(ct);
        _programme = await reader.ReadAsync(council.Id, Year, acting, ct);
        var mayDecide = acting.CapacityFor<DecideProgrammes>(council.Id, council.ProvinceId) is not null;
        Groups = [.. _programme.Rows.GroupBy(r => (r.Subject, r.BodyId)).Select(g => Group(g.Key.Subject, g.Key.BodyId, [.. g], mayDecide))];
        Raised = await advice.OfAsync(council.Id, Year, ct);

        return Page();
    }

    private ProgrammeGroup Group(SupervisionSubject subject, Guid? body, IReadOnlyList<SupervisionRow> rows, bool mayDecide)
    {
        var programme = _programme.Of(subject, body);
        var decided = programme is { Number: { } number, DecidedOn: { } on } ? texts["supervisions.programme.decided", number, Ui.Date(on)] : texts["supervisions.programme.undecided"];
        var waits = rows.Any(r => r.State == SupervisionState.Proposed);

        return new ProgrammeGroup(
            texts.Subject(subject, body, Bodies), decided, programme?.Quota, rows.Count(r => SupervisionStates.Planned.Contains(r.State)), rows,
            waits && mayDecide ? SupervisionLinks.Decide(CouncilId, Year, subject, body) : null);
    }
}

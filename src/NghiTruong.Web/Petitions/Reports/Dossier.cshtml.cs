using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions.Reports;

/// <summary>Hồ sơ kiến nghị trước kỳ họp: choose the session, take all papers in one press, put those to be signed onto their path.</summary>
[Requires<ReadDossier>]
public sealed class DossierModel(
    SessionDossier dossier, SessionFiguresReader reader, PetitionReports reports, CouncilDesks desks, CouncilDirectory directory, PetitionList list, ReportView view, Acting acting, TextTable texts, TimeProvider clock)
    : PageModel
{
    public IReadOnlyList<CouncilName> Councils { get; private set; } = [];

    public CouncilName Council { get; private set; } = null!;

    public IReadOnlyList<CouncilSession> Sessions { get; private set; } = [];

    /// <summary>Term and number; null where the council has no session yet.</summary>
    public string? Session { get; private set; }

    public SessionFigures? Figures { get; private set; }

    public PetitionReport Report { get; private set; } = null!;

    public IReadOnlyList<DossierLetter> Letters { get; private set; } = [];

    /// <summary>Petitions of the council that no session was chosen for: they would be missed.</summary>
    public ReportCell WithoutSession { get; private set; } = null!;

    public ReportWords Words => view.Words;

    public bool MayPrepare { get; private set; }

    /// <summary>Figures that only the records know: open from before, raised again, pressing.</summary>
    public IReadOnlyList<(string Text, ReportCell Cell)> More { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string? council, string? session, CancellationToken ct) => ShowAsync(council, session, ct);

    public async Task<IActionResult> OnPostDraftAsync(Guid council, string session, CancellationToken ct)
    {
        if (!acting.May<PrepareDossier>())
        {
            return Forbid();
        }

        var drafted = await dossier.DraftAsync(council, session, acting, ct);
        if (drafted.Refusals is [{ Code: "dossier.sessionUnknown" }])
        {
            return NotFound();
        }

        if (ModelState.Refuse(drafted, texts, ""))
        {
            return await ShowAsync(council.ToString("D"), session, ct);
        }

        TempData.Notice(texts["dossier.drafted", drafted.Value.Count]);

        return Redirect(ReportLinks.Session(council, session));
    }

    public async Task<IActionResult> OnPostRefreshAsync(Guid council, string session, Guid letter, CancellationToken ct)
    {
        if (!acting.May<PrepareDossier>())
        {
            return Forbid();
        }

        var done = await dossier.RefreshAsync(letter, acting, ct);
        if (done.Refusals is [{ Code: "letter.notFound" }])
        {
            return NotFound();
        }

        if (ModelState.Refuse(done, texts, ""))
        {
            return await ShowAsync(council.ToString("D"), session, ct);
        }

        TempData.Notice(texts["dossier.refreshed"]);

        return Redirect(ReportLinks.Session(council, session));
    }

    public DossierLetter? LetterOf(DossierPaper paper) => Letters.LastOrDefault(l => l.Kind == paper.Kind);

    public bool IsEditable(DossierLetter letter) => LetterStates.Editable.Contains(letter.State);

    private async Task<IActionResult> ShowAsync(string? council, string? session, CancellationToken ct)
    {
        Councils = await desks.OwnAsync<ReadDossier>(ct);
        var asked = council is null ? Councils.Count > 0 ? Councils[0] : null : await desks.FindAsync(council, ct);
        if (asked is null || acting.CapacityFor<ReadDossier>(asked.Id, asked.ProvinceId) is null)
        {
            return NotFound();
        }

        Council = asked;
        MayPrepare = acting.CapacityFor<PrepareDossier>(asked.Id, asked.ProvinceId) is not null;
        Sessions = await directory.SessionsOfAsync(asked.Id, ct);
        Session = session ?? Usual();
        var none = new SummaryFilter { Council = asked.Id.ToString("D"), Kind = PetitionKind.Petition, WithoutSession = true, Counted = true };
        WithoutSession = new ReportCell(await list.CountAsync(none.ToList(asked.Id), acting, ct), none);
        if (Session is null)
        {
            return Page();
        }

        if (await reader.ReadAsync(asked.Id, Session, acting, ct) is not { } read)
        {
            return NotFound();
        }

        // The papers are in Vietnamese; the screen's own labels are in the language of the screen.
        (Figures, Report) = (read.Figures, await reports.ReadAsync(new ReportQuestion(asked.Id.ToString("D"), Session: Session), Words, acting, ct) ?? read.Report);
        Letters = await dossier.LettersAsync(Figures.SessionId, acting, ct);
        More = MoreOf(Figures, Report.Whole);

        return Page();
    }

    private IReadOnlyList<(string, ReportCell)> MoreOf(SessionFigures f, SummaryFilter whole) =>
    [
        .. f.Previous is { } before ? [(texts["dossier.head.previous", before.Session], new ReportCell(before.Total, whole with { Session = before.Key }))] : Array.Empty<(string, ReportCell)>(),
        ("dossier.head.backlog", new ReportCell(f.Backlog, whole with { Session = null, BacklogOf = f.SessionId })),
        ("dossier.head.again", new ReportCell(f.RaisedAgain, whole with { RaisedAgain = true })),
        ("dossier.head.pressing", new ReportCell(f.PressingCount, whole with { Pressing = true })),
    ];

    /// <summary>The next session to open, else the latest.</summary>
    private string? Usual() =>
        (Sessions.Where(s => s.OpensOn >= clock.Today).MinBy(s => s.OpensOn) ?? (Sessions.Count > 0 ? Sessions[0] : null)) is { } usual ? usual.Key : null;
}

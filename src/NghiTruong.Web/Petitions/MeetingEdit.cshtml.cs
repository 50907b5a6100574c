using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>A voter meeting, new (<c>/tiep-xuc/moi</c>) or mended (<c>/tiep-xuc/{id}/sua</c>).</summary>
[Requires<RecordPetitions>]
public sealed class MeetingEditModel(VoterMeetings meetings, VoterMeetingReader reader, CouncilDesks desks, Acting acting, TextTable texts) : PageModel
{
    private VoterMeeting? _stored;

    [BindProperty]
    public MeetingForm Input { get; set; } = new();

    public Guid? Id => _stored?.Id;

    public string Back => Id is { } id ? PetitionLinks.Meeting(id) : PetitionLinks.Meetings;

    public List<SelectListItem> Councils { get; private set; } = [];

    public List<SelectListItem> Sessions { get; private set; } = [];

    public List<SelectListItem> Neighbours { get; private set; } = [];

    private Guid Own => _stored?.CouncilId ?? Input.CouncilId ?? (Councils.Count > 0 ? Guid.Parse(Councils[0].Value) : Guid.Empty);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (RouteData.Values["id"] is string typed)
        {
            _stored = Guid.TryParse(typed, out var id) ? (await reader.FindAsync(id, acting, ct))?.Meeting : null;
            if (_stored is null)
            {
                context.Result = NotFound();

                return;
            }
        }

        Councils = await desks.CouncilChoicesAsync<RecordPetitions>(ct);
        Sessions = await desks.SessionChoicesAsync(Own, ct);
        Neighbours = await desks.NeighbourChoicesAsync(Own, ct);
        await next();
    }

    public void OnGet() => Input = _stored is null ? new MeetingForm() : MeetingForm.Of(_stored);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (_stored is { } stored)
        {
            return ModelState.Refuse(await meetings.EditAsync(stored.Id, Input.Asked(stored.CouncilId), acting, ct), texts) ? Page() : Saved(stored.Id, "meetings.edited");
        }

        var saved = await meetings.RecordAsync(Input.Asked(Own), acting, ct);

        return ModelState.Refuse(saved, texts) ? Page() : Saved(saved.Value, "meetings.saved");
    }

    private LocalRedirectResult Saved(Guid id, string notice)
    {
        TempData.Notice(texts[notice]);

        return LocalRedirect(PetitionLinks.Meeting(id));
    }
}

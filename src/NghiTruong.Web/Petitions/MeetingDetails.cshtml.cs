using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>A voter meeting, where what was said is entered one after another.</summary>
[Requires<ReadPetitions>]
public sealed class MeetingDetailsModel(VoterMeetings meetings, VoterMeetingReader reader, CouncilDirectory directory, Acting acting, TextTable texts) : PageModel
{
    private VoterMeetingView _view = null!;
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    [BindProperty]
    public MeetingItemForm Input { get; set; } = new();

    public VoterMeeting Meeting => _view.Meeting;

    public IReadOnlyList<PetitionRow> Items => _view.Items;

    public bool MayRecord => acting.CapacityFor<RecordPetitions>(Meeting.CouncilId, Meeting.ProvinceId) is not null;

    /// <summary>After one item the cursor stands ready for the next.</summary>
    public bool IsNext => Request.Query.ContainsKey("tiep");

    public bool HasMore => Input is not { PersonName: null, Place: null, Voters: null, Field: null };

    public string? SessionName { get; private set; }

    public string Lead => $"{Ui.Date(Meeting.HeldOn)} · {texts["meetings.counted", Items.Count(i => i.Kind == PetitionKind.Petition), Items.Count(i => i.Kind == PetitionKind.Opinion)]}";

    public List<SelectListItem> Kinds => texts.Choices<PetitionKind>("petition.kind.");

    public List<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, Meeting.HeldOn);

    /// <summary>One's own council and those of other levels that met the voters; each item is addressed to one.</summary>
    public List<SelectListItem> Addressees =>
        [.. Meeting.JointWith.Select(j => j.CouncilId).Where(IsOfAnotherLevel).Prepend(Meeting.CouncilId).Select((id, i) => new SelectListItem(CouncilOf(id), id.ToString("D"), i == 0))];

    public string? CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name;

    private bool IsOfAnotherLevel(Guid id) => _councils.GetValueOrDefault(id) is { } other && _councils.GetValueOrDefault(Meeting.CouncilId) is { } own
        && VoterMeetings.IsOfAnotherLevel(own.Tier, own.ProvinceId, other.Tier, other.ProvinceId);

    public bool MayOpen(PetitionRow row) => _view.MayOpen.Contains(row.Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        if (await reader.FindAsync(Guid.Parse((string)RouteData.Values["id"]!), acting, ct) is not { } view)
        {
            context.Result = NotFound();

            return;
        }

        (_view, _councils) = (view, await directory.CouncilsAsync(ct));
        SessionName = Meeting.SessionId is { } session ? (await directory.SessionsOfAsync(Meeting.CouncilId, ct)).FirstOrDefault(s => s.Id == session)?.Name : null;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await meetings.AddItemAsync(Meeting.Id, Input.Asked(), acting, ct);
        if (ModelState.Refuse(saved, texts))
        {
            return Page();
        }

        TempData.Notice(texts["meetings.item.saved", saved.Value]);

        return LocalRedirect(PetitionLinks.Meeting(Meeting.Id) + "?tiep=1#them");
    }
}

public sealed record MeetingItemForm
{
    public Guid? CouncilId { get; init; }

    public PetitionKind Kind { get; init; }

    [Required(ErrorMessage = "petition.contentMissing"), StringLength(10_000)]
    public string Content { get; init; } = "";

    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(120)]
    public string? PersonName { get; init; }

    [Range(1, 1_000_000)]
    public int? Voters { get; init; }

    public string? Field { get; init; }

    [StringLength(200)]
    public string? ExplainedBy { get; init; }

    public MeetingItemInput Asked() => new()
    {
        CouncilId = CouncilId,
        Kind = Kind,
        Content = Content,
        Place = Words.Blank(Place),
        PersonName = Words.Blank(PersonName),
        Voters = Voters,
        Field = Words.Blank(Field),
        ExplainedBy = Words.Blank(ExplainedBy),
    };
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Indicators;
using NghiTruong.Web.Schemes;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reviews;

/// <summary>Addresses of the room.</summary>
public static class ReviewLinks
{
    public const string List = "/so-ket";
    public const string New = "/so-ket/moi";
    public const string Below = "/so-ket/cap-duoi";

    public static string Details(string code) => $"{List}/{code}";

    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    /// <summary>Where a sum of lower reviews is looked into.</summary>
    public static string Behind(ReviewSum sum, SchemePeriod period) => sum.Origin == ReviewFigureOrigin.Indicator ? IndicatorLinks.One(sum.Key) : $"{SchemeLinks.Node(sum.Key)}?ky={period.Key}";
}

/// <summary>Vocabulary of reviews in the reader's language.</summary>
public static class ReviewWords
{
    public static StoryWords OfStory { get; } = new(ReviewEvent.SubjectKind, "reviews.field.", (_, _, _) => null);

    public static string Of(this TextTable texts, ReviewState state) => texts["reviews.state." + Words.CodeOf(state)];

    public static string Of(this TextTable texts, ReviewKind kind) => texts["reviews.kind." + Words.CodeOf(kind)];

    public static Tone ToneOf(ReviewState state) => state == ReviewState.Draft ? Tone.Going : Tone.Done;
}

/// <summary>What every page of reviews needs.</summary>
public sealed record ReviewTools(ReviewReader Reader, SchemeList Schemes, CouncilDesks Desks, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock)
{
    public Guid OwnCouncil => Acting.OwnCouncils<KeepReviews>() is [var own, ..] ? own : Guid.Empty;

    /// <summary>Years and halves of the last years that have begun, latest first.</summary>
    public List<SelectListItem> Periods()
    {
        var today = Clock.Today;

        return
        [
            .. Enumerable.Range(0, 4).Select(n => today.Year - n).SelectMany(y => new[] { new SchemePeriod(y, 0), new SchemePeriod(y, 2), new SchemePeriod(y, 1) })
                .Where(p => p.First <= today).Select(p => new SelectListItem(NameOf(p), p.Key)),
        ];
    }

    private string NameOf(SchemePeriod p) => Texts["schemes.period." + p.Half.ToString(CultureInfo.InvariantCulture), p.Year.ToString(CultureInfo.InvariantCulture)];
}

/// <summary>A page that does one thing with one review.</summary>
public abstract class ReviewPageModel(ReviewTools tools) : ActModel<ReviewView>(tools.Texts)
{
    public Review Review => Matter.Review;

    public override string Code => Review.Code;

    public override string Back => ReviewLinks.Details(Code);

    public DateOnly Today => tools.Clock.Today;

    protected override string Room => "reviews";

    protected ReviewTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<ReviewView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);
}

/// <summary>One review: its frozen figures with their sources, what was written, where it is on its way. Opened by the one it was sent to, it is received.</summary>
[Requires<ReadReviews>]
public sealed class DetailsModel(ReviewDesk desk, StoryTeller story, ReviewTools tools) : ReviewPageModel(tools)
{
    private string _act = "chot";

    public override string Act => _act;

    public string CouncilName { get; private set; } = "";

    public StoryPart Story { get; private set; } = null!;

    public bool MayChange => Matter.MayKeep && Review.State == ReviewState.Draft;

    protected override async Task<ReviewView?> FindAsync(string code, CancellationToken ct)
    {
        var view = await base.FindAsync(code, ct);
        if (view is { Review: { State: ReviewState.Sent, IsOnPaper: false } sent } && HttpMethods.IsGet(Request.Method) && Acting.MayReceive(sent) && !(await desk.ReceiveAsync(code, Acting, ct)).IsRefused)
        {
            return await base.FindAsync(code, ct);
        }

        return view;
    }

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        CouncilName = (await Tools.Directory.CouncilAsync(Review.CouncilId, ct))?.Name ?? "";
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
    }

    public async Task<IActionResult> OnPostFreezeAsync(CancellationToken ct) => Finish(await desk.FreezeAsync(Code, Acting, ct));

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        _act = "trinh";
        var letter = await desk.SubmitAsync(Code, Acting, ct);

        return letter.IsRefused ? Finish(Result.Refuse(letter.Refusals)) : Finish(Result.Done, $"/cong-van/{letter.Value:D}");
    }
}

/// <summary>What was done, not yet, why and what next, of one target or of the whole.</summary>
[Requires<KeepReviews>]
public sealed class WriteModel(ReviewDesk desk, ReviewTools tools) : ReviewPageModel(tools)
{
    public override string Act => "viet";

    [BindProperty]
    public ReviewTextForm Input { get; set; } = new();

    [BindProperty(Name = "muc", SupportsGet = true)]
    public string? Key { get; set; }

    public ReviewFigure? Figure => Matter.Figures.FirstOrDefault(f => f.Key == Key);

    public void OnGet()
    {
        var text = Matter.TextOf(Key ?? "");
        Input = new ReviewTextForm { Done = text?.Done, NotYet = text?.NotYet, Causes = text?.Causes, Next = text?.Next, Version = text?.Version };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Finish(await desk.WriteAsync(Code, new ReviewTextInput(Key, Input.Done, Input.NotYet, Input.Causes, Input.Next, Input.Version), Acting, ct))
        : Page();
}

public sealed record ReviewTextForm
{
    [StringLength(4000)]
    public string? Done { get; init; }

    [StringLength(4000)]
    public string? NotYet { get; init; }

    [StringLength(4000)]
    public string? Causes { get; init; }

    [StringLength(4000)]
    public string? Next { get; init; }

    public int? Version { get; init; }
}

/// <summary>Signed and numbered outside: sent upward inside the system, or recorded as sent on paper.</summary>
[Requires<KeepReviews>]
public sealed class SendModel(ReviewDesk desk, ReviewTools tools) : ReviewPageModel(tools)
{
    public override string Act => "gui";

    [BindProperty]
    public SendReviewForm Input { get; set; } = new();

    /// <summary>Nobody is known who would get it inside the system.</summary>
    public bool IsPaperOnly => Review is { RecipientCouncilId: null, RecipientAgencyId: null };

    public void OnGet() => Input = new SendReviewForm { Notation = Review.Kind == ReviewKind.Scheme ? "BC-HĐND" : "TB-HĐND", OnPaper = IsPaperOnly };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid
        ? Finish(await desk.SendAsync(Code, new SendReviewInput(Input.Number, Input.Notation, Input.SignedOn, Words.Blank(Input.Signer), Input.OnPaper, Words.Blank(Input.To)), Acting, ct))
        : Page();
}

public sealed record SendReviewForm
{
    [StringLength(20)]
    public string? Number { get; init; }

    [StringLength(40)]
    public string? Notation { get; init; }

    public DateOnly? SignedOn { get; init; }

    [StringLength(120)]
    public string? Signer { get; init; }

    public bool OnPaper { get; init; }

    [StringLength(300)]
    public string? To { get; init; }
}

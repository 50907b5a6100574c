using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>What every page of the room needs.</summary>
public sealed record DelegatePageTools(DelegateReader Reader, CouncilDesks Desks, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock)
{
    /// <summary>The council whose register the person keeps, the preferred first.</summary>
    public Guid OwnCouncil => Acting.OwnCouncils<ManageDelegates>() is [var own, ..] ? own : Guid.Empty;

    /// <summary>Groups of a council, or its committees, to choose from.</summary>
    public async ValueTask<List<SelectListItem>> BodiesAsync(Guid council, BodyKind[] kinds, CancellationToken ct) =>
        [.. (await Directory.BodiesAsync(ct)).Values.Where(b => b.CouncilId == council && b.IsPresent && kinds.Contains(b.Kind)).OrderBy(b => b.Kind).ThenBy(b => b.Name, StringComparer.Ordinal).Select(b => new SelectListItem(b.Name, b.Id.ToString("D")))];

    /// <summary>Nam, nữ.</summary>
    public List<SelectListItem> Sexes => [new(Texts["delegates.sex.man"], bool.FalseString), new(Texts["delegates.sex.woman"], bool.TrueString)];
}

/// <summary>A page that does one thing with one delegate.</summary>
public abstract class DelegatePageModel(DelegatePageTools tools) : ActModel<DelegateView>(tools.Texts)
{
    public Delegate Delegate => Matter.Delegate;

    public override string Code => Delegate.Code;

    public override string Back => DelegateLinks.Details(Code);

    public DateOnly Today => tools.Clock.Today;

    public IReadOnlyDictionary<Guid, BodyName> Bodies { get; private set; } = new Dictionary<Guid, BodyName>();

    protected override string Room => "delegates";

    protected DelegatePageTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<DelegateView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) => Bodies = await tools.Directory.BodiesAsync(ct);
}

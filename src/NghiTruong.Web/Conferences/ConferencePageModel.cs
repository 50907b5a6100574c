using NghiTruong.Accounts;
using NghiTruong.Conferences;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Conferences;

/// <summary>What every page of the room needs.</summary>
public sealed record ConferencePageTools(ConferenceReader Reader, CouncilDesks Desks, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock)
{
    /// <summary>The council at whose desk the person keeps conferences, the preferred first.</summary>
    public Guid OwnCouncil => Acting.OwnCouncils<KeepConferences>() is [var own, ..] ? own : Guid.Empty;
}

/// <summary>A page that does one thing with one conference.</summary>
public abstract class ConferencePageModel(ConferencePageTools tools) : ActModel<ConferenceWhole>(tools.Texts)
{
    public Conference Conference => Matter.Conference;

    public override string Code => Conference.Code;

    public override string Back => ConferenceLinks.Details(Code);

    public DateOnly Today => tools.Clock.Today;

    protected override string Room => "conferences";

    protected ConferencePageTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<ConferenceWhole?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);
}

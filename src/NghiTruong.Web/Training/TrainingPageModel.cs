using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Texts;
using NghiTruong.Training;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Training;

/// <summary>What every page of the room needs.</summary>
public sealed record TrainingPageTools(TrainingReader Reader, DelegatePicker Delegates, CouncilDesks Desks, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock)
{
    /// <summary>The council at whose desk the person keeps trainings, the preferred first.</summary>
    public Guid OwnCouncil => Acting.OwnCouncils<KeepTrainings>() is [var own, ..] ? own : Guid.Empty;

    public List<SelectListItem> Formats => Texts.Choices<TrainingFormat>("training.format.");

    public List<SelectListItem> Audiences => Texts.Choices<TrainingAudience>("training.audience.");

    /// <summary>The council a page is about: the one asked for, else the person's own, else the first they read.</summary>
    public async Task<CouncilName?> CouncilAsync(string? asked, CancellationToken ct)
    {
        var seen = await Desks.SeenAsync<ReadTrainings>(ct);
        if (asked is not null)
        {
            return await Desks.FindAsync(asked, ct) is { } found && Acting.CapacityFor<ReadTrainings>(found.Id, found.ProvinceId) is not null ? found : null;
        }

        return Acting.OwnCouncils<ReadTrainings>() is [var own, ..] ? await Directory.CouncilAsync(own, ct) : seen is [var first, ..] ? first : null;
    }
}

/// <summary>A page that does one thing with one class.</summary>
public abstract class TrainingPageModel(TrainingPageTools tools) : ActModel<TrainingWhole>(tools.Texts)
{
    private IReadOnlyDictionary<Guid, CouncilName> _councils = new Dictionary<Guid, CouncilName>();

    public TrainingClass Class => Matter.Class;

    public override string Code => Class.Code;

    public override string Back => TrainingLinks.Details(Code);

    public DateOnly Today => tools.Clock.Today;

    protected override string Room => "trainings";

    protected TrainingPageTools Tools => tools;

    protected Acting Acting => tools.Acting;

    public string CouncilOf(Guid id) => _councils.GetValueOrDefault(id)?.Name ?? "";

    protected override Task<TrainingWhole?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) => _councils = await tools.Directory.CouncilsAsync(ct);
}

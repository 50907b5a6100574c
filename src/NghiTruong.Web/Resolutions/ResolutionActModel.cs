using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Resolutions;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>What every act's page needs.</summary>
public sealed record ResolutionActTools(ResolutionReader Reader, Acting Acting, TextTable Texts, CouncilDesks Desks, CouncilDirectory Directory, TimeProvider Clock);

/// <summary>A page that does one thing with one resolution.</summary>
public abstract class ResolutionActModel(ResolutionActTools tools) : ActModel<ResolutionView>(tools.Texts)
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();

    public Resolution Resolution => Matter.Resolution;

    public override string Code => Resolution.Code;

    public override string Back => ResolutionLinks.Details(Code);

    public DateOnly Today => tools.Clock.Today;

    protected override string Room => "resolutions";

    protected ResolutionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    public string AgencyName(Guid? id) => id is { } known ? _agencies.GetValueOrDefault(known)?.Name ?? "" : "";

    protected override Task<ResolutionView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) =>
        _agencies = await tools.Directory.AgenciesAsync([Resolution.LeadAgencyId, .. Matter.Clauses.Select(c => c.Clause.AgencyId), .. Matter.Reports.Select(r => r.AgencyId)], ct);
}

/// <summary>A clause and its resolution.</summary>
public sealed record ClauseMatter(ResolutionClause Clause, Resolution Resolution);

/// <summary>A page that does one thing with one clause.</summary>
public abstract class ClauseActModel(ResolutionActTools tools) : ActModel<ClauseMatter>(tools.Texts)
{
    public ResolutionClause Clause => Matter.Clause;

    public override string Code => Clause.Code;

    public override string Back => ResolutionLinks.Details(Matter.Resolution.Code);

    protected override string Room => "resolutions";

    protected ResolutionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override async Task<ClauseMatter?> FindAsync(string code, CancellationToken ct) =>
        await tools.Reader.ClauseAsync(code, tools.Acting, ct) is var (clause, resolution) ? new ClauseMatter(clause, resolution) : null;
}

/// <summary>A page that does one thing with one task.</summary>
public abstract class TaskActModel(ResolutionActTools tools) : ActModel<TaskView>(tools.Texts)
{
    public ResolutionTask Task => Matter.Task;

    public override string Code => Task.Code;

    public override string Back => ResolutionLinks.Task(Code);

    public string Agency { get; private set; } = "";

    public DateOnly Today => tools.Clock.Today;

    protected override string Room => "resolutionTasks";

    protected ResolutionActTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<TaskView?> FindAsync(string code, CancellationToken ct) => tools.Reader.TaskAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) => Agency = (await tools.Directory.AgenciesAsync([Task.AgencyId], ct)).GetValueOrDefault(Task.AgencyId)?.Name ?? "";
}

using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Interpellations;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Files;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Interpellations;

/// <summary>What every act's page needs.</summary>
public sealed record InterpellationTools(
    InterpellationReader Reader, Acting Acting, TextTable Texts, CouncilDesks Desks, CouncilDirectory Directory, FileDesk Files, TimeProvider Clock)
{
    public DateOnly Today => Clock.Today;

    public async Task<string> AgencyAsync(Guid id, CancellationToken ct) => (await Directory.AgenciesAsync([id], ct)).GetValueOrDefault(id)?.Name ?? "";

    /// <summary>Files of a form, looked at before anything is saved.</summary>
    public Task<Result<IReadOnlyList<StagedFile>>> TakeInAsync(IReadOnlyList<IFormFile> given, Guid council, CancellationToken ct) => Files.TakeInAsync(given, council, "Files", ct);
}

/// <summary>A page that does one thing with one slip.</summary>
public abstract class SlipActModel(InterpellationTools tools) : ActModel<InterpellationView>(tools.Texts)
{
    public Interpellation Slip => Matter.Slip;

    public override string Code => Slip.Code;

    public override string Back => InterpellationLinks.Slip(Code);

    public string Agency { get; private set; } = "";

    protected override string Room => "interpellations";

    protected InterpellationTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<InterpellationView?> FindAsync(string code, CancellationToken ct) => tools.Reader.SlipAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) => Agency = await tools.AgencyAsync(Slip.AgencyId, ct);
}

/// <summary>A page that does one thing with one promise.</summary>
public abstract class PromiseActModel(InterpellationTools tools) : ActModel<PromiseView>(tools.Texts)
{
    public Promise Promise => Matter.Promise;

    public override string Code => Promise.Code;

    public override string Back => InterpellationLinks.Promise(Code);

    public string Agency { get; private set; } = "";

    protected override string Room => "promises";

    protected InterpellationTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<PromiseView?> FindAsync(string code, CancellationToken ct) => tools.Reader.PromiseAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) => Agency = await tools.AgencyAsync(Promise.AgencyId, ct);
}

/// <summary>A page that does one thing with one explanation session.</summary>
public abstract class ExplanationActModel(InterpellationTools tools) : ActModel<ExplanationView>(tools.Texts)
{
    public ExplanationSession Session => Matter.Session;

    public override string Code => Session.Code;

    public override string Back => InterpellationLinks.Explanation(Code);

    public string Agency { get; private set; } = "";

    protected override string Room => "explanations";

    protected InterpellationTools Tools => tools;

    protected Acting Acting => tools.Acting;

    protected override Task<ExplanationView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ExplanationAsync(code, tools.Acting, ct);

    protected override async Task PrepareAsync(CancellationToken ct) => Agency = await tools.AgencyAsync(Session.AgencyId, ct);
}

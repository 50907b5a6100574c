using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Texts;
using NghiTruong.Threads;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>What every page of one thread needs.</summary>
public sealed record ThreadPageTools(ThreadReader Reader, CouncilDesks Desks, CouncilDirectory Directory, Acting Acting, TextTable Texts, TimeProvider Clock)
{
    /// <summary>The council at whose desk the person keeps threads, the preferred first.</summary>
    public Guid OwnCouncil => Acting.OwnCouncils<KeepThreads>() is [var own, ..] ? own : Guid.Empty;

    public List<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, Clock.Today);
}

/// <summary>A page that does one thing with one thread.</summary>
public abstract class ThreadPageModel(ThreadPageTools tools) : ActModel<ThreadView>(tools.Texts)
{
    public MatterThread Thread => Matter.Thread;

    public override string Code => Thread.Code;

    public override string Back => ThreadLinks.Details(Code);

    public DateOnly Today => tools.Clock.Today;

    protected override string Room => "threads";

    protected ThreadPageTools Tools => tools;

    protected Acting Acting => tools.Acting;

    /// <summary>Address of a record of the thread; null where its room has no page.</summary>
    public string? AddressOf(string kind, string code) => RecordLinks.Of(kind, code);

    protected override Task<ThreadView?> FindAsync(string code, CancellationToken ct) => tools.Reader.ReadAsync(code, tools.Acting, ct);
}

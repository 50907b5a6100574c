using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;

namespace NghiTruong.Resolutions;

/// <summary>The text of a resolution: whoever may read the resolution reads it.</summary>
internal sealed class ResolutionFiles : IFileOwner
{
    public const string OwnerKind = "resolution";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).AnyAsync(r => r.Id == ownerId, ct);
}

/// <summary>Files of a report: the council, those above it, and the agency whose report it is.</summary>
internal sealed class ResolutionReportFiles : IFileOwner
{
    public const string OwnerKind = "resolutionReport";

    public string Kind => OwnerKind;

    public async Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        await db.Set<ResolutionReport>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == ownerId, ct) is { } report
        && await db.Set<Resolution>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(r => r.Id == report.ResolutionId, ct) is { } resolution
        && ResolutionReader.MayRead(report, resolution, acting);
}

/// <summary>Files an agency sent with its word on a task.</summary>
internal sealed class ResolutionTaskFiles : IFileOwner
{
    public const string OwnerKind = "resolutionTask";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<ResolutionTask>().AsNoTracking().VisibleTo(acting).AnyAsync(t => t.Id == ownerId, ct);
}

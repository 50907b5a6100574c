using NghiTruong.Refusals;

namespace NghiTruong.Database.Backups;

/// <summary>One engine's way of copying its database while work goes on, and of putting a copy in its place.</summary>
public interface IDatabaseCopy
{
    /// <summary><c>sqlite</c> or <c>postgres</c>, as the manifest says it.</summary>
    string Engine { get; }

    /// <summary>Name of the copy in a backup.</summary>
    string FileName { get; }

    /// <returns>Refusals <c>backup.clientMissing</c>, <c>backup.failed</c>.</returns>
    Task<Result> CopyAsync(string to, CancellationToken ct);

    /// <summary>Whether there is anything that a restore would replace.</summary>
    Task<bool> HoldsAnythingAsync(CancellationToken ct);

    /// <summary>Puts a copy in the place of the present database, which is kept aside until it is there.</summary>
    /// <returns>Where the former database lies now (null when there was none or it is gone); refusals <c>restore.inUse</c>, <c>backup.clientMissing</c>, <c>backup.failed</c>.</returns>
    Task<Result<string?>> PutAsync(string copy, DateTime now, CancellationToken ct);
}

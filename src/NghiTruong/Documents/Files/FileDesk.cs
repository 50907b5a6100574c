using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Uploads;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Documents.Files;

/// <summary>A room's word on who may read the files of its records.</summary>
public interface IFileOwner
{
    /// <summary>The <see cref="FileUse.OwnerKind"/> it answers for.</summary>
    string Kind { get; }

    Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct);

    /// <summary>Told before the content is given out, by an operation of the room: where each reading is journalled. False is "not found".</summary>
    Task<bool> ReadingAsync(Guid ownerId, Acting acting, CancellationToken ct) => Task.FromResult(true);
}

/// <summary>A file as it came: where from, under which name, for which council.</summary>
/// <param name="Content">Read to its end.</param>
/// <param name="FileName">As the browser sent it; believed in nothing.</param>
/// <param name="IsProtected">Kept encrypted: denunciations, papers with the names of those who must not be named.</param>
public sealed record IncomingFile(Guid CouncilId, Stream Content, string FileName, bool IsProtected = false)
{
    public UploadLimits Limits { get; init; } = Evidence;

    /// <summary>Scans, photographs, PDF and office papers, 25 MB.</summary>
    public static UploadLimits Evidence { get; } = new() { Accept = FileKinds.OfEvidence };
}

/// <summary>A file found for somebody who may read it.</summary>
public sealed record FoundFile(FileUse Use, FileKind Kind, long Length, Stream Content);

/// <summary>
/// Files come in through the guard, are looked at for marks of secrecy and papers of the Party, and lie in the store before the operation that names them commits.
/// </summary>
public sealed class FileDesk(FileStore store, IDbContextFactory<Db> contexts, IEnumerable<IFileOwner> owners)
{
    /// <returns>Refusals <c>file.*</c> of <see cref="UploadGuard"/>, <c>file.secret</c>, <c>file.partyDocument</c>; of an unreadable Word file <c>word.*</c>.</returns>
    public async Task<Result<StagedFile>> TakeInAsync(IncomingFile incoming, CancellationToken ct)
    {
        var bytes = await BoundedAsync(incoming.Content, incoming.Limits.MaxBytes, ct);
        if (bytes is null)
        {
            return new Refusal("file.tooLarge", null, incoming.Limits.MaxBytes / (1024 * 1024));
        }

        using var content = new MemoryStream(bytes, writable: false);
        var inspected = UploadGuard.Inspect(content, incoming.FileName, incoming.Limits);
        if (inspected.IsRefused)
        {
            return Result<StagedFile>.Refuse(inspected.Refusals);
        }

        if (Secrets.InFile(content, inspected.Value) is { } refusal)
        {
            return refusal;
        }

        return await store.PutAsync(incoming.CouncilId, bytes, inspected.Value, incoming.IsProtected, ct);
    }

    /// <summary>The file of a use, if its record lets the person read it; null is "not found", whatever the reason.</summary>
    public async Task<FoundFile?> FindAsync(Guid useId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<FileUse>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == useId, ct) is not { } use
            || owners.FirstOrDefault(o => o.Kind == use.OwnerKind) is not { } owner
            || !await owner.MayReadAsync(db, use.OwnerId, acting, ct)
            || !await owner.ReadingAsync(use.OwnerId, acting, ct))
        {
            return null;
        }

        var file = await db.Set<StoredFile>().AsNoTracking().FirstAsync(f => f.Id == use.FileId, ct);

        return await store.OpenAsync(file, ct) is { } content ? new FoundFile(use, file.Kind, file.Length, content) : null;
    }

    private static async Task<byte[]?> BoundedAsync(Stream content, long most, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > most)
            {
                return null;
            }
        }

        return copy.ToArray();
    }
}

/// <summary>Attaching and detaching, inside the operation of the record's room.</summary>
public static class FileUses
{
    /// <summary>Attaches a staged file to a record, in the transaction of its operation.</summary>
    public static async Task<FileUse> AttachAsync(this Work work, StagedFile staged, string ownerKind, Guid ownerId, CancellationToken ct)
    {
        // The row may be there already (the same content) and may be about to be forgotten: touching it keeps it, and holds it until we commit.
        var (id, kind) = (Guid.CreateVersion7(), staged.Kind.ToString());
        var ids = await work.Db.Database.SqlQuery<Guid>(
            $"""
            INSERT INTO stored_file (id, council_id, name, kind, length, sealed_key, touched_at)
            VALUES ({id}, {staged.CouncilId}, {staged.Name}, {kind}, {staged.Length}, {staged.SealedKey}, {work.Now})
            ON CONFLICT (council_id, name) DO UPDATE SET touched_at = excluded.touched_at
            RETURNING id AS "Value"
            """).ToListAsync(ct);
        var use = new FileUse
        {
            Id = Guid.CreateVersion7(),
            FileId = ids[0],
            CouncilId = staged.CouncilId,
            OwnerKind = ownerKind,
            OwnerId = ownerId,
            FileName = staged.FileName,
            AddedAt = work.Now,
        };
        work.Db.Add(use);

        return use;
    }

    /// <summary>Takes a file off its record; a content without any use is forgotten soon after.</summary>
    public static async Task DetachAsync(this Work work, Guid useId, CancellationToken ct)
    {
        if (await work.Db.Set<FileUse>().FirstOrDefaultAsync(u => u.Id == useId, ct) is { } use)
        {
            work.Db.Remove(use);
        }
    }

    /// <summary>Of a document of a Party body only number, title and date may be kept: a file beside such a number is refused.</summary>
    /// <param name="number">As typed: <c>15-NQ/TU</c>, <c>21/UBND-VP</c>.</param>
    /// <param name="hasFile">Whether something is to be attached.</param>
    /// <param name="field">The field of the file.</param>
    public static Refusal? PartyRefusal(string? number, bool hasFile, string? field = null) =>
        hasFile && DocumentReference.TryParse(number, out var reference) && reference.IsOfParty
            ? new Refusal("file.partyDocument", field, reference.ToString())
            : null;
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Documents.Word;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Letters;

/// <summary>The office's own .docx for a kind of document.</summary>
public sealed class LetterTemplate : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required string Kind { get; init; }

    public required Guid FileUseId { get; set; }

    public required string FileName { get; set; }

    public required DateTime ChangedAt { get; set; }
}

/// <summary>A kind as the page of templates shows it: what it offers, which template the council has.</summary>
public sealed record TemplateRow(IDocumentKind Kind, LetterTemplate? Template);

/// <summary>Keeps the office's templates: a file with a field the kind does not offer is refused, naming field and place.</summary>
public sealed class LetterTemplates(OperationRunner operations, FileDesk files, IDbContextFactory<Db> contexts, IEnumerable<IDocumentKind> kinds)
{
    internal const string OwnerKind = "letterTemplate";

    public async Task<IReadOnlyList<TemplateRow>> ListAsync(Guid councilId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = await db.Set<LetterTemplate>().AsNoTracking().Where(t => t.CouncilId == councilId).ToDictionaryAsync(t => t.Kind, StringComparer.Ordinal, ct);

        return [.. kinds.OrderBy(k => k.Kind, StringComparer.Ordinal).Select(k => new TemplateRow(k, own.GetValueOrDefault(k.Kind)))];
    }

    /// <summary>Takes a template for a kind in the place of the one before.</summary>
    /// <returns>The fields it uses; refusals <c>council.notFound</c>, <c>letter.kindUnknown</c>, <c>file.*</c>, <c>word.*</c>, <c>template.*</c>.</returns>
    public async Task<Result<IReadOnlyList<TemplateField>>> TakeAsync(Guid councilId, string kindCode, Stream content, string fileName, Acting acting, CancellationToken ct)
    {
        if (kinds.FirstOrDefault(k => k.Kind == kindCode) is not { } kind)
        {
            return new Refusal("letter.kindUnknown", "Kind", kindCode);
        }

        if (!await MayManageAsync(councilId, acting, ct))
        {
            return new Refusal("council.notFound", "CouncilId");
        }

        // The guard before anything that reads the file: what fills a template holds it whole in memory, many times its size.
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, ct);
        copy.Position = 0;
        var staged = await files.TakeInAsync(new IncomingFile(councilId, copy, fileName) { Limits = UploadLimits.Template }, ct);
        if (staged.IsRefused)
        {
            return Result<IReadOnlyList<TemplateField>>.Refuse([.. staged.Refusals.Select(r => r.At("File"))]);
        }

        copy.Position = 0;
        if (Misfit(copy, kind) is { Count: > 0 } misfits)
        {
            return Result<IReadOnlyList<TemplateField>>.Refuse([.. misfits.Select(r => r.At("File"))]);
        }

        var kept = await KeepAsync(councilId, kindCode, staged.Value, acting, ct);
        copy.Position = 0;

        return kept.IsRefused ? Result<IReadOnlyList<TemplateField>>.Refuse(kept.Refusals) : WordTemplate.Fields(copy);
    }

    /// <summary>Back to the house's own form.</summary>
    public Task<Result> RemoveAsync(Guid councilId, string kind, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await FindAsync(work, councilId, token) is not { } found)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            if (await work.Db.Set<LetterTemplate>().FirstOrDefaultAsync(t => t.CouncilId == councilId && t.Kind == kind, token) is { } template)
            {
                await work.DetachAsync(template.FileUseId, token);
                work.Db.Remove(template);
                work.Record(new LetterTemplateChanged(About(found.Council), kind, null), found.Capacity);
            }

            return Result.Done;
        }, ct);

    private Task<Result> KeepAsync(Guid councilId, string kind, StagedFile staged, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await FindAsync(work, councilId, token) is not { } found)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            var template = await work.Db.Set<LetterTemplate>().FirstOrDefaultAsync(t => t.CouncilId == councilId && t.Kind == kind, token);
            var use = await work.AttachAsync(staged, OwnerKind, councilId, token);
            if (template is null)
            {
                work.Db.Add(new LetterTemplate
                {
                    Id = Guid.CreateVersion7(),
                    CouncilId = councilId,
                    Kind = kind,
                    FileUseId = use.Id,
                    FileName = use.FileName,
                    ChangedAt = work.Now,
                });
            }
            else
            {
                await work.DetachAsync(template.FileUseId, token);
                (template.FileUseId, template.FileName, template.ChangedAt) = (use.Id, use.FileName, work.Now);
            }

            work.Record(new LetterTemplateChanged(About(found.Council), kind, use.FileName), found.Capacity);

            return Result.Done;
        }, ct);

    /// <summary>Filled with nothing: whatever it asks for that the kind does not offer is told.</summary>
    private static IReadOnlyList<Refusal> Misfit(Stream file, IDocumentKind kind) => WordTemplate.Fill(
        file,
        LetterForms.CommonFields.Concat(kind.Fields).ToDictionary(name => name, _ => (string?)null),
        kind.Tables.ToDictionary(t => t.Key, t => new TemplateTable(t.Value, []))).Refusals;

    private async Task<bool> MayManageAsync(Guid councilId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == councilId, ct) is { } council
            && acting.CapacityFor<ManageLetterForms>(council.Id, council.ProvinceId) is not null;
    }

    private static async Task<(Council Council, Capacity Capacity)?> FindAsync(Work work, Guid councilId, CancellationToken ct) =>
        await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, ct) is { } council
        && work.Acting.CapacityFor<ManageLetterForms>(council.Id, council.ProvinceId) is { } capacity
            ? (council, capacity)
            : null;

    private static Subject About(Council council) => new("council", council.Id, council.Code, council.Id);
}

/// <summary>Templates are seen by the desk of their council.</summary>
internal sealed class TemplateFiles : IFileOwner
{
    public string Kind => LetterTemplates.OwnerKind;

    public async Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == ownerId, ct) is { } council
        && (acting.CapacityFor<ManageLetterForms>(council.Id, council.ProvinceId) ?? acting.CapacityFor<ReadDraftLetters>(council.Id, council.ProvinceId)) is not null;
}

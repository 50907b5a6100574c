using NghiTruong.Documents.Files;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Files;

/// <summary>Files of a form are looked at before anything is saved.</summary>
public static class FormFiles
{
    /// <summary>The file of a form taken in, its refusals at that field; null where none was given.</summary>
    public static async Task<Result<StagedFile>?> TakeInAsync(this FileDesk files, IFormFile? given, Guid council, string field, CancellationToken ct, bool isProtected = false)
    {
        if (given is not { Length: > 0 })
        {
            return null;
        }

        await using var content = given.OpenReadStream();
        var taken = await files.TakeInAsync(new IncomingFile(council, content, given.FileName, isProtected), ct);

        return taken.IsRefused ? Result<StagedFile>.Refuse([.. taken.Refusals.Select(r => r.At(field))]) : taken;
    }

    /// <summary>All of them, or the refusals of those that cannot be taken.</summary>
    public static async Task<Result<IReadOnlyList<StagedFile>>> TakeInAsync(this FileDesk files, IReadOnlyList<IFormFile> given, Guid council, string field, CancellationToken ct, bool isProtected = false)
    {
        List<StagedFile> taken = [];
        List<Refusal> wrong = [];
        foreach (var file in given)
        {
            if (await files.TakeInAsync(file, council, field, ct, isProtected) is { } one)
            {
                if (one.IsRefused)
                {
                    wrong.AddRange(one.Refusals);
                }
                else
                {
                    taken.Add(one.Value);
                }
            }
        }

        return wrong.Count > 0 ? Result<IReadOnlyList<StagedFile>>.Refuse(wrong) : Result.Of<IReadOnlyList<StagedFile>>(taken);
    }
}

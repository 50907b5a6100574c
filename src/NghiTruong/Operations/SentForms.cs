using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Operations;

/// <summary>What a form has made before, and the id for what it makes now.</summary>
/// <param name="Sent">The row of the first press; null when this is the first.</param>
/// <param name="Id">The form's own id, or another where a stranger's row, or other words under the same id, stand there already.</param>
public readonly record struct SentForm<T>(T? Sent, Guid Id)
    where T : class;

/// <summary>A form carries the id of what it will make, so that a double press, or a phone that sends again, makes it once.</summary>
public static class SentForms
{
    /// <summary>
    /// Looks for what the form has made. Presses at the same time go one after the other: the second waits for the council's journal, and sees what the first has stored.
    /// </summary>
    /// <param name="isSame">The row is of this record and says the same. A page that was gone back to carries its old id with new words: they are kept, under an id of their own.</param>
    public static async Task<SentForm<T>> SentAsync<T>(this Work work, Guid? form, Guid councilId, Func<T, bool> isSame, CancellationToken ct)
        where T : class, IRecord
    {
        if (form is not { } id || id == Guid.Empty)
        {
            return new SentForm<T>(null, Guid.CreateVersion7());
        }

        await work.HoldAsync(councilId, ct);

        return await work.Db.Set<T>().FirstOrDefaultAsync(x => x.Id == id, ct) switch
        {
            null => new SentForm<T>(null, id),
            { } row when isSame(row) => new SentForm<T>(row, id),
            _ => new SentForm<T>(null, Guid.CreateVersion7()),
        };
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Petitions.Import;

namespace NghiTruong.Petitions;

/// <summary>What this room keeps about the person who raised a petition: the person, and the ledgers' rows and files that told of them and are not decided yet.</summary>
internal sealed class PetitionErasure : IErasesPersonalData
{
    public async Task EraseAsync(Db db, string subjectKind, Guid subjectId, CancellationToken ct)
    {
        if (subjectKind != "petition")
        {
            return;
        }

        await db.Set<PetitionPerson>().Where(p => p.PetitionId == subjectId).ExecuteDeleteAsync(ct);
        var rows = db.Set<ImportRow>().Where(r => r.PetitionId == subjectId);
        var files = await rows.Select(r => r.BatchId).Distinct().ToListAsync(ct);
        await rows.ExecuteDeleteAsync(ct);
        await db.Set<ImportFile>().Where(f => files.Contains(f.BatchId)).ExecuteDeleteAsync(ct);
    }
}

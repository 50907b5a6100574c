using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Petitions.Import;

namespace NghiTruong.Petitions;

/// <summary>What this room keeps about the person who raised a petition: the name, the photographed sheets, rows of ledgers that wait to be decided or given back, with their files.</summary>
internal sealed class PetitionErasure : IErasesPersonalData
{
    public async Task EraseAsync(Db db, string subjectKind, Guid subjectId, CancellationToken ct)
    {
        if (subjectKind != PetitionEvent.SubjectKind)
        {
            return;
        }

        await db.Set<PetitionPerson>().Where(p => p.PetitionId == subjectId).ExecuteDeleteAsync(ct);
        // A content without any use is forgotten soon after (see Documents/Files).
        await db.Set<FileUse>().Where(u => u.OwnerKind == PetitionSheets.OwnerKind && u.OwnerId == subjectId).ExecuteDeleteAsync(ct);
        var rows = db.Set<ImportRow>().Where(r => r.PetitionId == subjectId);
        var files = await rows.Select(r => r.BatchId).Distinct().ToListAsync(ct);
        await rows.ExecuteDeleteAsync(ct);
        await db.Set<ImportFile>().Where(f => files.Contains(f.BatchId)).ExecuteDeleteAsync(ct);
    }
}

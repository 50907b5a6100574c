using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Petitions;

/// <summary>What this room keeps about the person who raised a petition.</summary>
internal sealed class PetitionErasure : IErasesPersonalData
{
    public Task EraseAsync(Db db, string subjectKind, Guid subjectId, CancellationToken ct) =>
        subjectKind == "petition" ? db.Set<PetitionPerson>().Where(p => p.PetitionId == subjectId).ExecuteDeleteAsync(ct) : Task.CompletedTask;
}

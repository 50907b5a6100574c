using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.Councils;

/// <summary>A council that goes over to another province takes all of its rows along: every table that keeps council and province beside each other.</summary>
internal static class ProvinceOfRows
{
    public static async Task RewriteAsync(Db db, Guid councilId, Guid provinceId, CancellationToken ct)
    {
        foreach (var entity in db.Model.GetEntityTypes())
        {
            // What was counted is counted anew by whoever calls this.
            if (entity.ClrType == typeof(Council)
                || entity.ClrType.Namespace == typeof(Counting.CountCheck).Namespace
                || entity.FindProperty(nameof(ICouncilRecord.CouncilId)) is not { } council
                || entity.FindProperty(nameof(ICouncilRecord.ProvinceId)) is not { } province)
            {
                continue;
            }

            // Names come from the model, never from outside; rows are too many to load, and no figure of a council changes.
            var statement = $$"""UPDATE "{{entity.GetTableName()}}" SET "{{province.GetColumnName()}}" = {0} WHERE "{{council.GetColumnName()}}" = {1}""";
            await db.Database.ExecuteSqlRawAsync(statement, [provinceId, councilId], ct);
        }
    }
}

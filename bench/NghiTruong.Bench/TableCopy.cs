using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NghiTruong.Database;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>Writes records by COPY, with the columns and conversions of the model, so that it follows every change of the schema.</summary>
internal static class TableCopy
{
    /// <param name="table">Another table of the same columns than the record's own.</param>
    public static async Task WriteAsync<T>(Db db, IReadOnlyList<T> records, string? table = null)
        where T : class
    {
        if (records.Count == 0)
        {
            return;
        }

        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Where(p => !p.IsShadowProperty()).Select(Column.Of).ToList();
        var statement = $"COPY \"{table ?? entity.GetTableName()}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)";
        await db.Database.OpenConnectionAsync();
        await using var copy = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImportAsync(statement);
        foreach (var record in records)
        {
            await copy.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.Read(record) is { } value)
                {
                    await copy.WriteAsync(value, column.StoreType);
                }
                else
                {
                    await copy.WriteNullAsync();
                }
            }
        }

        await copy.CompleteAsync();
    }

    private sealed record Column(string Name, string StoreType, Func<object, object?> Read)
    {
        public static Column Of(IProperty property)
        {
            var mapping = property.GetRelationalTypeMapping();
            var getter = property.GetGetter();
            var convert = mapping.Converter?.ConvertToProvider;
            // varchar(40) is written as varchar.
            var type = mapping.StoreType.Split('(')[0];

            return new Column(property.GetColumnName(), type, record => getter.GetClrValue(record) is { } value ? convert?.Invoke(value) ?? value : null);
        }
    }
}

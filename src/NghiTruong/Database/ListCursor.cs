using System.Globalization;

namespace NghiTruong.Database;

/// <summary>Where a page of a list ended, a day and an id: <c>20260915-0192…</c>.</summary>
public static class ListCursor
{
    public static string At(DateOnly day, Guid id) => $"{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{id:N}";

    public static (DateOnly Day, Guid Id)? Read(string? cursor) =>
        cursor is { Length: 41 }
        && DateOnly.TryParseExact(cursor.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && Guid.TryParseExact(cursor.AsSpan(9), "N", out var id)
            ? (day, id)
            : null;
}

namespace NghiTruong.Database;

/// <summary>The civil date of the house: instants are UTC, legal days are those of Asia/Ho_Chi_Minh.</summary>
public static class Clock
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    extension(TimeProvider clock)
    {
        /// <summary>Now, as a UTC instant.</summary>
        public DateTime Now => clock.GetUtcNow().UtcDateTime;

        /// <summary>Today in Vietnam.</summary>
        public DateOnly Today => clock.GetUtcNow().UtcDateTime.VietnamDate;
    }

    extension(DateTime utc)
    {
        public DateTime VietnamTime => TimeZoneInfo.ConvertTimeFromUtc(utc, Vietnam);

        public DateOnly VietnamDate => DateOnly.FromDateTime(utc.VietnamTime);
    }
}

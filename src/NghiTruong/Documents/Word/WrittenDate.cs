namespace NghiTruong.Documents.Word;

/// <summary>
/// The date of a document as Decree 30/2020 writes it: "ngày 05 tháng 02 năm 2026" (a zero leads days below 10 and the months 1 and 2).
/// Day and month may be missing: the signer then writes them by hand, and room is left. A day without its month is not written.
/// </summary>
public sealed record WrittenDate
{
    private WrittenDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    public static WrittenDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    public static WrittenDate OpenDay(int year, int month) => new(year, month, null);

    public static WrittenDate Open(int year) => new(year, null, null);

    public override string ToString() => $"ngày {Digits(Day, 9)} tháng {Digits(Month, 2)} năm {Year}";

    private static string Digits(int? value, int lastWithZero) => value switch
    {
        null => DecreeForm.RoomForDigits,
        { } number when number <= lastWithZero => $"0{number}",
        { } number => $"{number}",
    };
}

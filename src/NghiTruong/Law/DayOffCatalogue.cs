namespace NghiTruong.Law;

/// <summary>The days off shipped with the product, to be compared with the official notice by whoever runs it ("chưa đối chiếu").</summary>
public static class DayOffCatalogue
{
    private static readonly DayOffReason NewYear = Unchecked("NEW_YEAR", "Tết Dương lịch", "New Year's Day");
    private static readonly DayOffReason NewYearExchange = Unchecked("NEW_YEAR_EXCHANGE", "hoán đổi dịp Tết Dương lịch", "exchanged day at New Year");
    private static readonly DayOffReason LunarNewYear = Unchecked("LUNAR_NEW_YEAR", "Tết Nguyên đán", "Lunar New Year");
    private static readonly DayOffReason HungKings = Unchecked("HUNG_KINGS", "nghỉ bù ngày Giỗ Tổ Hùng Vương", "day in lieu of Hùng Kings' Commemoration");
    private static readonly DayOffReason Reunification = Unchecked("REUNIFICATION", "Ngày Chiến thắng 30/4", "Victory Day");
    private static readonly DayOffReason Labour = Unchecked("LABOUR", "Ngày Quốc tế lao động 1/5", "International Labour Day");
    private static readonly DayOffReason National = Unchecked("NATIONAL_DAY", "Quốc khánh", "National Day");
    private static readonly DayOffReason NationalExchange = Unchecked("NATIONAL_DAY_EXCHANGE", "hoán đổi dịp Quốc khánh", "exchanged day at National Day");

    public static IReadOnlyList<DayOffRow> Rows { get; } =
    [
        Off(2026, 1, 1, NewYear),
        Off(2026, 1, 2, NewYearExchange),
        Worked(2026, 1, 10, NewYearExchange),
        .. Enumerable.Range(16, 5).Select(day => Off(2026, 2, day, LunarNewYear)),
        Off(2026, 4, 27, HungKings),
        Off(2026, 4, 30, Reunification),
        Off(2026, 5, 1, Labour),
        Worked(2026, 8, 22, NationalExchange),
        Off(2026, 8, 31, NationalExchange),
        Off(2026, 9, 1, National),
        Off(2026, 9, 2, National),
    ];

    private static DayOffReason Unchecked(string code, string vietnamese, string english) => new(code, vietnamese, english, Checked: false);

    private static DayOffRow Off(int year, int month, int day, DayOffReason reason) => new(new DateOnly(year, month, day), DayOffKind.Off, reason);

    private static DayOffRow Worked(int year, int month, int day, DayOffReason reason) => new(new DateOnly(year, month, day), DayOffKind.WorkedInstead, reason);
}

using System.Globalization;

namespace NghiTruong.Law;

/// <summary>Whether a day of the week's rhythm is taken off, or a Saturday or Sunday is worked in exchange (làm bù).</summary>
public enum DayOffKind
{
    Off,
    WorkedInstead,
}

/// <summary>Why a day does not count, or counts against the week's rhythm: a stable code and its name in both languages.</summary>
/// <param name="Checked">Whether the day was compared with the official notice; otherwise shown as "chưa đối chiếu".</param>
public sealed record DayOffReason(string Code, string NameVietnamese, string NameEnglish, bool Checked)
{
    public static DayOffReason Weekend { get; } = new("WEEKEND", "thứ Bảy, Chủ nhật", "Saturday, Sunday", Checked: true);

    public string NameIn(CultureInfo language) => language.TwoLetterISOLanguageName == "en" ? NameEnglish : NameVietnamese;
}

/// <summary>One day of the state's calendar of a year that departs from the rhythm of the week.</summary>
public sealed record DayOffRow(DateOnly Date, DayOffKind Kind, DayOffReason Reason);

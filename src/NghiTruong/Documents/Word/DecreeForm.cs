using System.Globalization;

namespace NghiTruong.Documents.Word;

/// <summary>
/// The prescribed form itself: words and measures of Decree 30/2020/NĐ-CP, Annex I. Lengths are millimetres, sizes are points.
/// </summary>
public static class DecreeForm
{
    public const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";
    public const string NumberLabel = "Số: ";
    public const string SubjectLabel = "V/v ";
    public const string Addressees = "Kính gửi:";
    public const string Recipients = "Nơi nhận:";
    public const string Article = "Điều";
    public const string Annex = "PHỤ LỤC";
    public const string Letter = "Công văn";
    public const string EndMark = "./.";
    public const string Font = "Times New Roman";

    /// <summary>Room for a day or month to be written by hand; spaces that do not break.</summary>
    public const string RoomForDigits = "\u00A0\u00A0\u00A0\u00A0\u00A0";

    public const string RoomForNumber = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    /// <summary>What a template shows where a value is missing.</summary>
    public const string Blank = "……………";

    public const double PageWidth = 210;
    public const double PageHeight = 297;
    public const double TopMargin = 20;
    public const double BottomMargin = 20;
    public const double LeftMargin = 30;
    public const double RightMargin = 15;
    public const double PageNumberFromTop = 10;
    public const double FirstLineIndent = 12.7;

    /// <summary>The left half of the head; the right one must hold <see cref="Nation"/> on one line.</summary>
    public const double OrganWidth = 67;

    public const double BodySize = 14;
    public const double HeadSize = 13;
    public const double MottoSize = 14;
    public const double SubjectSize = 12;
    public const double RecipientsHeadingSize = 12;
    public const double RecipientsSize = 11;
    public const double TableSize = 12;
    public const double LineSpacing = 1.3;
    public const double ParagraphGap = 6;

    private static readonly string[] UnitWords = [" XÃ ", " PHƯỜNG ", " ĐẶC KHU ", " TỈNH ", " THÀNH PHỐ ", " HUYỆN ", " QUẬN ", " THỊ XÃ "];

    public static string Prefix(AuthorityForm form) => form switch
    {
        AuthorityForm.Own => "",
        AuthorityForm.OnBehalf => "TM. ",
        AuthorityForm.InPlaceOf => "KT. ",
        AuthorityForm.ByOrder => "TL. ",
        AuthorityForm.ByAuthorisation => "TUQ. ",
        AuthorityForm.Acting => "Q. ",
    };

    public static string? Mark(Urgency urgency) => urgency switch
    {
        Urgency.None => null,
        Urgency.Urgent => "KHẨN",
        Urgency.VeryUrgent => "THƯỢNG KHẨN",
        Urgency.Immediate => "HỎA TỐC",
    };

    /// <summary>Width of the text between the margins.</summary>
    public static double TextWidth(bool landscape) => (landscape ? PageHeight : PageWidth) - LeftMargin - RightMargin;

    /// <summary>An organ's name in the lines it stands on: a name too long for its half breaks before the unit's own name.</summary>
    internal static string[] OrganLines(string name)
    {
        if (name.Contains('\n') || TimesWidth.Millimetres(name, HeadSize) <= OrganWidth)
        {
            return name.Split('\n');
        }

        var at = UnitWords.Max(word => name.LastIndexOf(word, StringComparison.Ordinal));

        return at > 0 ? [name[..at], name[(at + 1)..]] : [name];
    }

    /// <summary>"Kèm theo Báo cáo số 05/BC-HĐND ngày 05 tháng 02 năm 2026 của Thường trực …"; null for a plain sheet.</summary>
    internal static string? AnnexReference(OfficialDocument document)
    {
        if (document.Letterhead is not { } head)
        {
            return null;
        }

        var organ = head.OrganInText is { } named ? $" của {named}" : "";

        return $"(Kèm theo {KindInText(document.Title)} số {head.NumberAndNotation} {head.Date}{organ})";
    }

    internal static string Roman(int number)
    {
        (int Value, string Digits)[] steps = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (value, digits) in steps)
        {
            for (; number >= value; number -= value)
            {
                roman += digits;
            }
        }

        return roman;
    }

    private static string KindInText(DocumentTitle? title)
    {
        if (title is null)
        {
            return Letter;
        }

        var lower = title.Kind.ToLower(CultureInfo.InvariantCulture);

        return char.ToUpperInvariant(lower[0]) + lower[1..];
    }
}

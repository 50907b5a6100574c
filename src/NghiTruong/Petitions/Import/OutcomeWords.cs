using NghiTruong.Language;

namespace NghiTruong.Petitions.Import;

/// <summary>What offices write for an outcome (Phân loại kết quả, Nội dung rà soát) and for a state (Trạng thái), read by their first or telling words, with or without marks.</summary>
public static class OutcomeWords
{
    private static readonly string[] Partly = ["mot phan", "1 phan"];
    private static readonly string[] Not = ["chua", "khong giai quyet", "khong thuc hien", "khong hoan thanh", "ton dong"];
    private static readonly string[] Going = ["dang", "se giai quyet", "se thuc hien", "tiep tuc giai quyet", "tiep tuc thuc hien", "trong qua trinh", "co lo trinh", "ghi nhan de giai quyet"];
    private static readonly string[] Explained = ["giai trinh", "cung cap thong tin", "giai thich", "tiep thu"];
    private static readonly string[] Done = ["da giai quyet", "giai quyet xong", "hoan thanh", "da hoan thanh", "da xong", "xong", "da thuc hien", "thuc hien xong", "da xu ly", "da khac phuc", "da duoc giai quyet", "ket thuc", "da ket thuc", "dong", "da dong"];

    /// <summary>The outcome, or null when the words say none of the five.</summary>
    public static Outcome? Find(string written)
    {
        if (Enum.TryParse<Outcome>(written, ignoreCase: true, out var named) && Enum.IsDefined(named) && !char.IsAsciiDigit(written[0]))
        {
            return named;
        }

        var words = VietnameseText.Fold(written);

        return words.Length == 0 ? null
            : Partly.Any(w => words.Contains(w, StringComparison.Ordinal)) ? Outcome.Partly
            : Begins(words, Not) ? Outcome.NotSettled
            : Begins(words, Going) ? Outcome.InProgress
            : Explained.Any(w => words.Contains(w, StringComparison.Ordinal)) ? Outcome.Explained
            : Begins(words, Done) ? Outcome.Settled
            : null;
    }

    /// <summary>Whether a state says the matter is over; null when it says nothing the house knows.</summary>
    public static bool? IsOver(string written)
    {
        var words = VietnameseText.Fold(written);

        return Find(written) switch
        {
            Outcome.Settled or Outcome.Explained => true,
            not null => false,
            null when words is "qua han" or "moi" or "moi tiep nhan" || Begins(words, ["cho", "da chuyen", "tiep nhan", "da tiep nhan", "da tra loi", "tre han", "cham"]) => false,
            null => null,
        };
    }

    /// <summary>A matter with this outcome is over for the voters.</summary>
    public static bool Ends(Outcome outcome) => outcome is Outcome.Settled or Outcome.Explained;

    private static bool Begins(string words, string[] openings) =>
        openings.Any(o => words.StartsWith(o, StringComparison.Ordinal) && (words.Length == o.Length || words[o.Length] == ' '));
}

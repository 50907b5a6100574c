using System.Buffers.Binary;
using System.Globalization;
using NghiTruong.Accounts;
using NghiTruong.Language;

namespace NghiTruong.Search;

/// <summary>How a document becomes words and keys. Folding happens here and nowhere in SQL.</summary>
internal static class SearchKeys
{
    private const int LongestText = 20_000;
    private const int LongestWord = 60;
    private const int BitsWithinDay = 46;
    private const string PlaceMark = "@";
    private const string KindMark = "#";

    public static SearchRow RowOf(SearchDocument document) => new()
    {
        Number = NumberOf(document.Dated, document.Id),
        SubjectId = document.Id,
        Kind = document.Kind,
        Code = document.Code,
        CodeKey = KeyOf(document.Code),
        OtherCodeKey = KeyOf(document.OtherCode),
        CouncilId = document.CouncilId,
        ProvinceId = document.ProvinceId,
        Dated = document.Dated,
        Text = document.Text,
        Bands = document.Compared is { } text ? BandsOf(text, document.ProvinceId) : [],
        Version = document.Version,
    };

    /// <summary>Days above, random bits of the id below: two records of a day meet once in 70 million million pairs.</summary>
    public static long NumberOf(DateOnly dated, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var tail = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]) & ((1L << BitsWithinDay) - 1);

        return ((long)(dated.DayNumber - new DateOnly(1900, 1, 1).DayNumber) << BitsWithinDay) | tail;
    }

    public static string? KeyOf(string? code) => string.IsNullOrWhiteSpace(code) ? null : VietnameseText.Fold(code);

    /// <summary>Every word of the text in order: folded, and as written with marks.</summary>
    public static IEnumerable<SearchWord> WordsOf(string text)
    {
        var kept = text.Length <= LongestText ? text : text[..LongestText];
        foreach (var word in VietnameseText.FoldKeepingMarks(kept).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (VietnameseText.Fold(word) is { Length: > 0 } folded)
            {
                yield return new SearchWord(Cut(folded), Cut(word));
            }
        }
    }

    /// <summary>Where a document may be seen from, as words nobody can type.</summary>
    public static IEnumerable<string> PlacesOf(SearchDocument document) =>
        ((Guid[])[document.CouncilId, document.ProvinceId, .. document.Councils, .. document.Agencies])
            .Distinct().Select(PlaceOf).Append(KindOf(document.Kind));

    public static IEnumerable<string> PlacesOf(Scope scope) => scope.Councils.Concat(scope.Provinces).Concat(scope.Agencies).Distinct().Select(PlaceOf);

    public static string KindOf(string kind) => KindMark + kind;

    /// <summary>Keys of texts that may be near-duplicates within a province; a key is a hint, not a proof.</summary>
    public static int[] BandsOf(string text, Guid province)
    {
        var keys = MinHash.House.BandKeys(text);
        var salt = (int)NumberOf(default, province);
        var bands = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            bands[i] = (int)(keys[i] ^ (keys[i] >> 32)) ^ salt;
        }

        return bands;
    }

    private static string PlaceOf(Guid id) => PlaceMark + id.ToString("N", CultureInfo.InvariantCulture)[12..];

    private static string Cut(string word) => word.Length <= LongestWord ? word : word[..LongestWord];
}

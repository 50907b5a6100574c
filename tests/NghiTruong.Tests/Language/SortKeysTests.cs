using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class SortKeysTests
{
    // By hand, as a dictionary lists them.
    private static readonly string[] Reference =
    [
        "1", "2", "10", "100",
        "a", "à", "ả", "ã", "á", "ạ", "an", "An Bình", "An Ninh", "án", "ang", "anh", "Ánh",
        "ăn", "ân",
        "ba", "ba ba", "Ba Vì", "bà", "Bà Rịa", "bả", "bã", "bá", "bạ", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre",
        "Cà Mau", "Cao Bằng", "Cần Thơ",
        "da", "dạ", "dân", "đa", "Đà Nẵng", "Đắk Lắk", "đến", "đi",
        "em", "êm",
        "Hà Giang", "Hà Nội", "Hà Trung", "Hạ Hòa", "Hạ Long", "Hải Phòng",
        "mơ", "mu", "nga", "nghi", "Nghị Đức", "nhà",
        "o", "ô", "ơ", "pha", "phê", "phở",
        "Thôn 2", "Thôn 2A", "Thôn 10", "Thôn Bãi",
        "tư", "tử", "tứ", "ung", "ưng", "xã", "y",
    ];

    [Fact]
    public void Keys_compare_as_a_dictionary_sorts()
    {
        var mixed = Reference.OrderBy(w => w.Length).ThenByDescending(w => w, StringComparer.Ordinal);

        Assert.Equal(Reference, mixed.OrderBy(SortKeys.Of, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("HÀ NỘI", "hà nội")]
    [InlineData("Hà  Nội.", "Hà Nội")]
    [InlineData("Thôn 02", "Thôn 2")]
    [InlineData("hoà", "hòa")]
    public void Case_punctuation_and_schools_of_tone_do_not_count(string a, string b) => Assert.Equal(SortKeys.Of(a), SortKeys.Of(b));

    [Fact]
    public void Composed_and_decomposed_names_sort_alike() =>
        Assert.All(Reference, w => Assert.Equal(SortKeys.Of(w), SortKeys.Of(w.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Keys_of_Vietnamese_text_are_printable_ASCII() =>
        Assert.All(Reference, w => Assert.All(SortKeys.Of(w), c => Assert.InRange(c, '!', '~')));

    [Fact]
    public void Any_text_has_a_key_of_whole_characters()
    {
        var texts = Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c)).ToArbitrary();

        Prop.ForAll(texts, text => SortKeys.Of(text).IsNormalized() && SortKeys.Of(text).Length <= (4 * text.Length) + 4).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Numbers_sort_by_value()
    {
        var numbers = Gen.Choose(0, int.MaxValue).ToArbitrary();

        Prop.ForAll(numbers, numbers, (a, b) => Math.Sign(string.CompareOrdinal(SortKeys.Of($"Tổ {a}"), SortKeys.Of($"Tổ {b}"))) == a.CompareTo(b)).QuickCheckThrowOnFailure();
    }
}

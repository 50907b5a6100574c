using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class VietnameseTextTests
{
    // Letters with every mark, loose marks, foreign letters, signs, halves of pairs, and whatever else: what files bring.
    private const string Odd = "aAăâđĐðeêioôơuưyàảãáạằẩễỗợữỷÀẤỆỘỨỸ \t\n.,-/()'“”–…0123456789²½ßẞİıſKÅéüçñαΩжЙがはﬁ한中𝒜😀\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323\u3099\u0344\u200B\u00AD\uFEFF\uD83D\uDE00\uF0B7\0";

    private static readonly Arbitrary<string> Texts =
        Gen.Frequency((9, Gen.Elements(Odd.ToCharArray())), (1, Gen.Choose(0, 0xFFFF).Select(c => (char)c)))
            .ArrayOf().Select(c => new string(c)).ToArbitrary();

    private static readonly Arbitrary<string> Whole = Texts.Generator.Select(VietnameseText.Nfc).ToArbitrary();

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true);

    [Theory]
    [InlineData("Đường liên thôn, xã Hoà-An", "duong lien thon xa hoa an")]
    [InlineData("  HỘI ĐỒNG\t\nNHÂN   DÂN  ", "hoi dong nhan dan")]
    [InlineData("hoà", "hoa")]
    [InlineData("hòa", "hoa")]
    [InlineData("Quỹ “Đền ơn đáp nghĩa” – 5%", "quy den on dap nghia 5")]
    [InlineData("đã được", "da duoc")]
    [InlineData("Ðường (chữ Ð của bảng mã khác)", "duong chu d cua bang ma khac")]
    [InlineData("KNCT-26734-2026-00123", "knct 26734 2026 00123")]
    [InlineData("H'Mông", "h mong")]
    [InlineData("nước\u200Bsạch", "nuocsach")]
    [InlineData("", "")]
    [InlineData(" ... ", "")]
    public void Folding_leaves_plain_lower_case_words(string text, string folded)
    {
        Assert.Equal(folded, VietnameseText.Fold(text));
        Assert.Equal(folded, VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Every_Vietnamese_letter_folds_to_its_Latin_base()
    {
        const string Letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";

        Assert.Equal($"{new string('a', 18)}{new string('e', 12)}iiiiii{new string('o', 18)}{new string('u', 12)}yyyyyyd", VietnameseText.Fold(Letters));
        Assert.Equal(VietnameseText.Fold(Letters), VietnameseText.Fold(Letters.ToUpperInvariant()));
    }

    [Fact]
    public void Folding_twice_changes_nothing() => Prop.ForAll(Texts, text =>
    {
        var folded = VietnameseText.Fold(text);

        return VietnameseText.Fold(folded) == folded;
    }).Check(Thorough);

    [Fact]
    public void Composed_and_decomposed_text_fold_alike() => Prop.ForAll(Whole, text =>
        VietnameseText.Fold(text) == VietnameseText.Fold(text.Normalize(NormalizationForm.FormD))
        && VietnameseText.FoldKeepingMarks(text) == VietnameseText.FoldKeepingMarks(text.Normalize(NormalizationForm.FormD))).Check(Thorough);

    [Fact]
    public void Folding_with_marks_twice_changes_nothing() => Prop.ForAll(Texts, text =>
    {
        var folded = VietnameseText.FoldKeepingMarks(text);

        return VietnameseText.FoldKeepingMarks(folded) == folded;
    }).Check(Thorough);

    [Fact]
    public void Folding_what_was_folded_with_marks_is_folding() => Prop.ForAll(Texts, text =>
        VietnameseText.Fold(VietnameseText.FoldKeepingMarks(text)) == VietnameseText.Fold(text)).Check(Thorough);

    [Fact]
    public void A_folded_text_has_single_spaces_and_none_at_its_ends() => Prop.ForAll(Texts, text =>
    {
        var folded = VietnameseText.Fold(text);

        return folded == folded.Trim() && !folded.Contains("  ", StringComparison.Ordinal);
    }).Check(Thorough);

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("HÒA", "hòa")]
    [InlineData("Thuỷ lợi", "thủy lợi")]
    [InlineData("khoẻ mạnh", "khỏe mạnh")]
    [InlineData("qúy", "quý")]
    [InlineData("quý", "quý")]
    [InlineData("hoàn thiện", "hoàn thiện")]
    [InlineData("hòan", "hoàn")]
    [InlineData("gìa", "già")]
    [InlineData("gì", "gì")]
    [InlineData("giếng khơi", "giếng khơi")]
    [InlineData("ngoằn ngoèo khuỷu tay", "ngoằn ngoèo khuỷu tay")]
    [InlineData("của, mùa, nghĩa, kìa", "của mùa nghĩa kìa")]
    [InlineData("đường quốc lộ", "đường quốc lộ")]
    [InlineData("xã Thuỵ An", "xã thụy an")]
    [InlineData("café résumé", "café résumé")]
    public void Tones_stand_at_one_place_whatever_the_school(string text, string folded)
    {
        Assert.Equal(folded, VietnameseText.FoldKeepingMarks(text));
        Assert.Equal(folded, VietnameseText.FoldKeepingMarks(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Tokens_are_the_folded_words() => Assert.Equal(["xa", "hoa", "an"], VietnameseText.Tokens("Xã Hoà-An."));

    [Fact]
    public void Broken_input_becomes_storable_text()
    {
        Assert.Equal("a\uFFFDb", VietnameseText.Nfc("a\uD83Db"));
        Assert.Equal("đường\nlàng", VietnameseText.Clean("\uFEFF đươ\u0300ng\r\nla\u0300ng\0\u200B \u00A0"));
    }

    [Fact]
    public void Any_text_can_be_made_NFC() => Prop.ForAll(Texts, text => VietnameseText.Nfc(text).IsNormalized(NormalizationForm.FormC)).Check(Thorough);

    [Fact]
    public void Folding_allocates_no_more_than_its_result()
    {
        const string Text = "Đề nghị sửa chữa tuyến đường liên thôn bị hư hỏng nặng sau mưa bão";
        VietnameseText.Fold(Text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        VietnameseText.Fold(Text);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, (2 * Text.Length) + 32);
    }
}

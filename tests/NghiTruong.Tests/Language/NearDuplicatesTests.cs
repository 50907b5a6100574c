using FsCheck;
using FsCheck.Fluent;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class NearDuplicatesTests
{
    private const string Road = "Đề nghị UBND xã sửa chữa tuyến đường liên thôn từ thôn Đông đến thôn Đoài đã xuống cấp, đi lại khó khăn";
    private const string RoadAgain = "Cử tri đề nghị UBND xã sớm sửa chữa tuyến đường liên thôn từ thôn Đông đến thôn Đoài đã xuống cấp";
    private const string Water = "Kiến nghị cấp nước sạch cho các hộ dân khu vực bãi ngoài đê";

    [Fact]
    public void Texts_that_say_the_same_are_alike_and_others_are_not()
    {
        Assert.Equal(1, NearDuplicates.Similarity(Road, Road.ToUpperInvariant()));
        Assert.InRange(NearDuplicates.Similarity(Road, RoadAgain), 0.6, 0.9);
        Assert.Equal(0, NearDuplicates.Similarity(Road, Water));
        Assert.Equal(0, NearDuplicates.Similarity("", ""));
        Assert.Equal(1, NearDuplicates.Similarity("điện", "Điện"));
    }

    [Fact]
    public void Similarity_is_the_share_of_common_pairs_of_words() =>
        Assert.Equal(2.0 / 4, NearDuplicates.Similarity("một hai ba bốn", "một hai ba năm"), 9);

    [Fact]
    public void Alike_texts_share_a_band_and_strangers_do_not()
    {
        Assert.NotEmpty(MinHash.House.BandKeys(Road).Intersect(MinHash.House.BandKeys(RoadAgain)));
        Assert.Empty(MinHash.House.BandKeys(Road).Intersect(MinHash.House.BandKeys(Water)));
        Assert.Equal(MinHash.House.Bands, MinHash.House.BandKeys(Road).Distinct().Count());
        Assert.Empty(MinHash.House.BandKeys(" ... "));
    }

    [Fact]
    public void Keys_are_the_same_on_every_machine_since_they_are_stored() =>
        Assert.Equal((341222683574543552UL, -5214877370678943184L), (NearDuplicates.Shingles("duong lien thon")[0], MinHash.House.BandKeys("Đường liên thôn")[0]));

    [Fact]
    public void Signatures_agree_as_often_as_sets_overlap()
    {
        var scheme = new MinHash(bands: 500, rows: 2);
        var (a, b) = (NearDuplicates.Shingles(VietnameseText.Fold(Road)), NearDuplicates.Shingles(VietnameseText.Fold(RoadAgain)));

        var agreeing = scheme.Signature(a).Zip(scheme.Signature(b)).Count(p => p.First == p.Second);

        Assert.Equal(NearDuplicates.Similarity(a, b), agreeing / 1000.0, 0.06);
    }

    [Fact]
    public void Similarity_is_symmetric_and_between_nothing_and_one()
    {
        var words = Gen.Elements("duong", "lien", "thon", "xa", "nuoc").ArrayOf().Select(w => string.Join(' ', w)).ToArbitrary();

        Prop.ForAll(words, words, (a, b) =>
        {
            var similarity = NearDuplicates.Similarity(a, b);

            return similarity is >= 0 and <= 1 && similarity.Equals(NearDuplicates.Similarity(b, a));
        }).QuickCheckThrowOnFailure();
    }
}

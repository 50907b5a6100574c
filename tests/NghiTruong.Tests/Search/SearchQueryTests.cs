using NghiTruong.Search;

namespace NghiTruong.Tests.Search;

public sealed class SearchQueryTests
{
    [Fact]
    public void Words_are_folded_and_kept_as_typed_and_only_the_last_may_be_unfinished()
    {
        var query = SearchQuery.Of("Đường LIÊN thô");

        Assert.Equal(["duong", "lien", "tho"], query.Terms.Select(t => Assert.Single(t.Words).Folded));
        Assert.Equal(["đường", "liên", "thô"], query.Terms.Select(t => Assert.Single(t.Words).Marked));
        Assert.Equal([false, false, true], query.Terms.Select(t => t.IsPrefix));
        Assert.True(query.HasMarks);
    }

    [Fact]
    public void A_phrase_in_quotes_stands_side_by_side_and_is_finished()
    {
        var query = SearchQuery.Of("\"liên thôn\" sạt");

        Assert.Equal([2, 1], query.Terms.Select(t => t.Words.Count));
        Assert.Equal([false, true], query.Terms.Select(t => t.IsPrefix));
    }

    [Fact]
    public void A_quote_that_is_not_closed_quotes_nothing() =>
        Assert.Equal(["lien", "thon"], SearchQuery.Of("\"liên thôn").Terms.Select(t => Assert.Single(t.Words).Folded));

    [Theory]
    [InlineData("KNCT-96001-2026-00012", "knct 96001 2026 00012")]
    [InlineData("vv-005", "vv 005")]
    [InlineData("VV 005", "vv 005")]
    [InlineData("đường liên thôn", null)]
    [InlineData("005", null)]
    public void A_code_is_known_by_its_shape(string typed, string? key) => Assert.Equal(key, SearchQuery.Of(typed).CodeKey);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("!!! *** ((( ''' \"\" ::: & | <->")]
    public void Nothing_but_signs_asks_for_nothing(string? typed) => Assert.True(SearchQuery.Of(typed).IsEmpty);

    [Fact]
    public void What_was_typed_is_cut_before_it_costs_anything() =>
        Assert.True(SearchQuery.Of(string.Join(' ', Enumerable.Repeat("đường", 10_000))).Terms.Count <= 16);
}

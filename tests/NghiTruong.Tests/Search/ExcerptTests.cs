using NghiTruong.Search;

namespace NghiTruong.Tests.Search;

public sealed class ExcerptTests
{
    [Fact]
    public void Words_are_marked_where_they_stand_with_or_without_marks()
    {
        var excerpt = Excerpt.Of("Đề nghị sửa đường liên thôn Nà Pục.", SearchQuery.Of("duong lien th"));

        Assert.Equal(["đường", "liên", "thôn"], excerpt.Marked.Select(m => excerpt.Text.Substring(m.Start, m.Length)));
        Assert.False(excerpt.GoesBefore || excerpt.GoesOn);
    }

    [Fact]
    public void A_long_text_is_cut_between_words_around_what_was_found()
    {
        var text = string.Join(' ', Enumerable.Repeat("bà con phản ánh", 60)) + " cầu treo xuống cấp " + string.Join(' ', Enumerable.Repeat("đề nghị xem xét", 60));

        var excerpt = Excerpt.Of(text, SearchQuery.Of("cau treo"));

        Assert.True(excerpt.GoesBefore && excerpt.GoesOn);
        Assert.InRange(excerpt.Text.Length, 100, Excerpt.Length);
        Assert.Equal(["cầu", "treo"], excerpt.Marked.Select(m => excerpt.Text.Substring(m.Start, m.Length)));
        Assert.Contains($" {excerpt.Text} ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_found_by_its_code_shows_its_beginning() =>
        Assert.Equal("Sửa cầu", Excerpt.Of("Sửa cầu", SearchQuery.Of("VV-005")).Text);
}

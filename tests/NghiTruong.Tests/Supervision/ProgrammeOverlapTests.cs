using NghiTruong.Supervision;

namespace NghiTruong.Tests.Supervision;

/// <summary>Which themes of the programme overlap, and why.</summary>
public sealed class ProgrammeOverlapTests
{
    private static readonly Guid Economy = Guid.CreateVersion7();
    private static readonly Guid Culture = Guid.CreateVersion7();

    [Fact]
    public void Nearly_the_same_words_overlap_whoever_supervises_and_with_the_two_years_before()
    {
        var proposed = Theme("A", "Giám sát việc quản lý, vận hành công trình nước sinh hoạt trên địa bàn xã", 2027, Economy);
        var earlier = Theme("B", "Công tác quản lý, vận hành các công trình nước sinh hoạt", 2025, Economy);

        var found = Assert.Single(ProgrammeOverlaps.Of(proposed, [proposed, earlier]));

        Assert.Equal((OverlapReason.NearTheme, "B"), (found.Reason, found.With.Code));
    }

    [Fact]
    public void What_lies_more_than_two_years_back_or_comes_later_does_not_overlap()
    {
        var proposed = Theme("A", "Quản lý chợ", 2027, Economy);

        Assert.Empty(ProgrammeOverlaps.Of(proposed, [Theme("B", "Quản lý chợ", 2024, Culture), Theme("C", "Quản lý chợ", 2028, Culture)]));
    }

    [Fact]
    public void The_same_field_overlaps_only_with_another_body()
    {
        var proposed = Theme("A", "Thu gom rác thải nông thôn", 2027, Economy, "environment");
        var own = Theme("B", "Khai thác cát sỏi lòng suối", 2026, Economy, "environment");
        var others = Theme("C", "Nước thải chăn nuôi", 2027, Culture, "environment");

        var found = Assert.Single(ProgrammeOverlaps.Of(proposed, [own, others]));

        Assert.Equal((OverlapReason.SameField, "C"), (found.Reason, found.With.Code));
    }

    [Fact]
    public void What_every_theme_says_makes_no_two_alike() =>
        Assert.Empty(ProgrammeOverlaps.Of(
            Theme("A", "Giám sát tình hình thực hiện công tác giáo dục trên địa bàn", 2027, Economy),
            [Theme("B", "Giám sát tình hình thực hiện công tác y tế trên địa bàn", 2027, Culture)]));

    private static ProgrammeTheme Theme(string code, string theme, int year, Guid body, string? field = null) => new(code, theme, field, year, SupervisionSubject.Committee, body);
}

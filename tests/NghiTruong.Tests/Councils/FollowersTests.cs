using NghiTruong.Councils;

namespace NghiTruong.Tests.Councils;

/// <summary>Who follows a matter: the closest fitting line of the division of work that holds on the day.</summary>
public sealed class FollowersTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    [Fact]
    public void The_line_of_field_and_area_goes_before_that_of_the_field_and_that_before_the_general_one()
    {
        var (general, field, area, both) = (Line(null, null), Line("water", null), Line(null, "Thôn Lũng"), Line("water", "thôn  LŨNG"));
        Responsibility[] all = [general, field, area, both];

        Assert.Equal([both.Id], Of(all, "water", "Xóm 2, thôn Lũng, xã Nà Mẫu"));
        Assert.Equal([field.Id], Of(all, "water", "Thôn Nà Pục"));
        Assert.Equal([area.Id], Of(all, "transport", "Thôn Lũng"));
        Assert.Equal([general.Id], Of(all, null, null));
        // Lũng is a word of its own, not the beginning of another.
        Assert.Equal([general.Id], Of(all, "transport", "Thôn Lũngg"));
        Assert.Empty(Of([field], "transport", null));
    }

    [Fact]
    public void A_line_holds_from_its_first_day_to_its_last()
    {
        var ended = Line("water", null, until: Today.AddDays(-1));
        var last = Line("water", null, until: Today);
        var later = Line("water", null, from: Today.AddDays(1));

        Assert.Equal([last.Id], Of([ended, last, later], "water", null));
    }

    private static IEnumerable<Guid> Of(IEnumerable<Responsibility> all, string? field, string? place) => Followers.Of(all, field, place, Today).Select(r => r.Id);

    private static Responsibility Line(string? field, string? area, DateOnly? from = null, DateOnly? until = null) =>
        new() { Id = Guid.CreateVersion7(), CouncilId = Guid.Empty, BodyId = Guid.Empty, Field = field, Area = area, From = from ?? new DateOnly(2026, 3, 15), Until = until };
}

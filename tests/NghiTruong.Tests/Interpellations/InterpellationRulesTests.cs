using NghiTruong.Interpellations;

namespace NghiTruong.Tests.Interpellations;

/// <summary>Majorities of the Standing Committee and who may answer, at their edges.</summary>
public sealed class InterpellationRulesTests
{
    [Theory]
    [InlineData(5, 5, 3, 2, 0, true)]
    [InlineData(5, 5, 2, 0, 3, false)]
    [InlineData(4, 4, 2, 2, 0, false)]
    [InlineData(4, 4, 3, 1, 0, true)]
    [InlineData(5, 3, 3, 0, 0, true)]
    [InlineData(5, 2, 2, 0, 0, false)]
    [InlineData(3, 2, 2, 0, 0, true)]
    [InlineData(3, 3, 1, 0, 2, false)]
    [InlineData(1, 1, 1, 0, 0, true)]
    public void A_conclusion_needs_more_than_half_of_all_members_whoever_is_present(int members, int present, int yes, int no, int abstained, bool carried)
    {
        var votes = new StandingVotes(members, present, yes, no, abstained);

        Assert.Equal(carried, votes.IsCarried);
        Assert.Equal(carried ? [] : ["explanation.notCarried"], InterpellationRules.WrongIn(votes).Select(r => r.Code));
    }

    [Theory]
    [InlineData(0, 0, 0, 0, 0, "explanation.votesWrong")]
    [InlineData(5, 5, 6, -1, 0, "explanation.votesWrong")]
    [InlineData(5, 6, 6, 0, 0, "explanation.morePresentThanMembers")]
    [InlineData(5, 5, 3, 1, 0, "explanation.votesDoNotAddUp")]
    public void Counts_that_cannot_be_are_refused(int members, int present, int yes, int no, int abstained, string code) =>
        Assert.Equal([code], InterpellationRules.WrongIn(new StandingVotes(members, present, yes, no, abstained)).Select(r => r.Code));

    [Theory]
    [InlineData("Chủ tịch UBND xã", null, null)]
    [InlineData("chủ  tịch UBND xã", null, null)]
    [InlineData("Chủ tịch UBND xã, ông Hoàng Văn Mẫu", null, null)]
    [InlineData("Chủ tịch UBND xã Hoàng Văn Mẫu", null, null)]
    [InlineData("Phó Chủ tịch UBND xã", null, "interpellation.answeredByAnother")]
    [InlineData("Phó Chủ tịch UBND xã", "Chủ tịch đi công tác nước ngoài theo quyết định của tỉnh", null)]
    [InlineData("Chủ tịch UBND xãi", null, "interpellation.answeredByAnother")]
    [InlineData(" ", null, "interpellation.answererMissing")]
    public void The_person_asked_answers_and_anybody_else_only_with_a_reason(string by, string? because, string? code) =>
        Assert.Equal(code, InterpellationRules.WrongAnswerer("Chủ tịch UBND xã", by, because)?.Code);

    [Fact]
    public void The_criteria_are_those_of_the_resolution()
    {
        Assert.Equal(["pressing", "breachOfLaw", "notAccepted", "limitsFound"], SelectionCriteria.Shipped.Criteria.Select(c => c.Code));
        Assert.Contains("594", SelectionCriteria.Shipped.Source, StringComparison.Ordinal);
        Assert.Null(SelectionCriteria.Shipped.Of("whim"));
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.FollowUp;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.FollowUp;

/// <summary>Petitions of Nà Mẫu sent to its UBND on a day, so that something is owed.</summary>
internal static class FollowUpCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>Code of the petition; with 30 calendar days, rolling forward, to answer.</returns>
    public static async Task<string> SentAsync(TestHouse house, DateOnly on, string content = "Đề nghị sửa đường liên thôn Nà Pục.", Guid? to = null)
    {
        var clerk = house.Province.Clerk();
        var code = (await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content }, clerk, Ct)).Value;
        var sent = await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput { Codes = [code], RecipientAgencyId = to ?? house.Province.NaMauCommittee.Id, Number = code[^5..], Notation = "HĐND-VP", IssuedOn = on }, clerk, Ct);
        Done(sent);

        return code;
    }

    public static async Task<FollowUpItem> ItemAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<FollowUpItem>().SingleAsync(i => i.SubjectCode == code, Ct);
    }

    public static void Done(Result result) => Assert.Empty(result.Refusals.Select(r => r.Code));

    public static void Refused(string code, Result result) => Assert.Equal(code, Assert.Single(result.Refusals).Code);
}

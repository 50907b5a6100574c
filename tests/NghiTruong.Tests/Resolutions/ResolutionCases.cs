using NghiTruong.Accounts;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Resolutions;

/// <summary>Made-up resolutions of the commune Nà Mẫu. The clock stands at 15 September 2026.</summary>
internal static class ResolutionCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Acting Head(this SampleProvince province) => SampleProvince.As(Role.CommitteeHead, province.NaMau);

    public static ResolutionInput Asked(TestHouse house, string number = "14/2026/NQ-HĐND", DateOnly? passed = null) => new()
    {
        CouncilId = house.Province.NaMau.Id,
        Number = number,
        Title = "Quy định mức hỗ trợ di dời chuồng trại xa nhà ở",
        Kind = "normative",
        PassedOn = passed ?? new DateOnly(2026, 7, 10),
        LeadAgencyId = house.Province.NaMauCommittee.Id,
    };

    public static async Task<string> EnteredAsync(TestHouse house, ResolutionInput? asked = null) =>
        Done(await house.Get<ResolutionDesk>().RecordAsync(asked ?? Asked(house), house.Province.Clerk(), Ct)).Value;

    /// <summary>A clause given to the economy office.</summary>
    public static async Task<string> ClauseAsync(TestHouse house, string code, ClauseCadence cadence = ClauseCadence.Once, DateOnly? due = null, DateOnly? from = null) =>
        Done(await house.Get<ResolutionClauses>().AddAsync(
            code,
            new ClauseInput
            {
                Place = "Điều 3 khoản 2",
                Content = "Công khai danh sách hộ được hỗ trợ",
                Follow = new FollowInput { AgencyId = house.Province.NaMauEconomy.Id, Cadence = cadence, DueOn = cadence == ClauseCadence.Once ? due ?? new DateOnly(2026, 9, 30) : null, From = from },
            },
            house.Province.Clerk(),
            Ct)).Value;

    public static T Done<T>(T result)
        where T : Result
    {
        Assert.True(!result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }

    public static void Refused(string code, Result result) => Assert.Contains(code, result.Refusals.Select(r => r.Code));
}

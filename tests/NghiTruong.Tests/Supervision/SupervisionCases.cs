using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Support;

namespace NghiTruong.Tests.Supervision;

/// <summary>Made-up supervisions of the commune Nà Mẫu, brought as far as a test wants them.</summary>
internal static class SupervisionCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    public static Acting Head(this SampleProvince province) => SampleProvince.As(Role.CommitteeHead, province.NaMau);

    public static SupervisionInput Theme(Council council, SupervisionKind kind = SupervisionKind.Thematic) => new()
    {
        CouncilId = council.Id,
        Subject = SupervisionSubject.StandingCommittee,
        Kind = kind,
        Theme = "Việc đầu tư, quản lý công trình nước sinh hoạt trên địa bàn xã",
        Necessity = "Cử tri nhiều thôn phản ánh thiếu nước.",
        Content = "Đầu tư, vận hành, duy tu.",
        Scope = "Từ năm 2024 đến nay.",
        Object = "Ủy ban nhân dân xã.",
        PlannedFrom = Day(9, 1),
        PlannedTo = Day(9, 30),
    };

    public static async Task<string> ProgrammedAsync(TestHouse house, SupervisionKind kind = SupervisionKind.Thematic)
    {
        var code = Done(await house.Get<ProgrammeDesk>().ProposeAsync(Theme(house.Province.NaMau, kind), house.Province.Head(), Ct)).Value;
        Done(await house.Get<ProgrammeDesk>().DecideAsync([code], new DecidedBy("12/QĐ-TTHĐND", Day(9, 5)), house.Province.StandingCommittee(), Ct));

        return code;
    }

    /// <summary>Held on 10 September, reported, with one recommendation to the UBND due on 30 September.</summary>
    public static async Task<(string Supervision, string Recommendation)> ConcludedAsync(TestHouse house)
    {
        var (code, results) = (await ProgrammedAsync(house), house.Get<SupervisionResults>());
        var clerk = house.Province.Clerk();
        Done(await house.Get<SupervisionDesk>().SetBodiesAsync(code, [new SupervisedBodyInput(house.Province.NaMauCommittee.Id)], clerk, Ct));
        Done(await house.Get<SupervisionDesk>().HoldAsync(code, Day(9, 10), clerk, Ct));
        Done(await results.WriteAsync(code, Words, clerk, Ct));
        Done(await results.ReportAsync(code, "05/BC-TTHĐND", Day(9, 14), clerk, Ct));
        var recommendation = Done(await results.RecommendAsync(code, Recommend(house), clerk, Ct)).Value;
        Done(await results.ConcludeAsync(code, "06/KL-TTHĐND", Day(9, 15), house.Province.StandingCommittee(), Ct));

        return (code, recommendation);
    }

    public static ResultsInput Words { get; } = new() { Results = "Đã xây 3 công trình.", Shortcomings = "Thôn Lũng chưa có nước.", Assessment = "Cơ bản đáp ứng, còn chậm." };

    public static RecommendationInput Recommend(TestHouse house) => new()
    {
        Content = "Sửa đường ống cấp nước thôn Lũng.",
        LeadAgencyId = house.Province.NaMauCommittee.Id,
        Responsible = "Phó Chủ tịch UBND xã phụ trách kinh tế",
        Product = "Biên bản nghiệm thu công trình",
        DueOn = Day(9, 30),
    };

    public static T Done<T>(T result)
        where T : Result
    {
        Assert.True(!result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }

    public static void Refused(string code, Result result) => Assert.Contains(code, result.Refusals.Select(r => r.Code));
}

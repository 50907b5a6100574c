using NghiTruong.Accounts;
using NghiTruong.Refusals;
using NghiTruong.Supervision;

namespace NghiTruong.Web.Tests.Supervision;

/// <summary>What tests of supervisions do at home before they look at a page.</summary>
internal static class SupervisionWork
{
    public const string Finding = "Ba hộ thôn Lũng chưa được chi trả.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A thematic supervision of the economy office, in the programme, with a visit and a finding.</summary>
    public static async Task<(string Code, Acting Head)> UnderWayAsync(this WebTest site)
    {
        var head = await site.EnsureAccountAsync("nha.committeehead", new GrantInput { Role = Role.CommitteeHead, CouncilId = site.Home.Id });
        var code = Done(await site.Get<ProgrammeDesk>().ProposeAsync(Theme(site), head, Ct)).Value;
        Done(await site.Get<ProgrammeDesk>().DecideAsync([code], new DecidedBy("05/QĐ-TTHĐND", Day(1)), head, Ct));
        var desk = site.Get<SupervisionDesk>();
        Done(await desk.SetBodiesAsync(code, [new SupervisedBodyInput(site.Economy.Id, "Báo cáo theo đề cương", Day(20))], head, Ct));
        Done(await desk.VisitAsync(code, new VisitInput { On = Day(10), Place = "Thôn Lũng", Notes = "Gặp năm hộ." }, head, Ct));
        Done(await desk.FindAsync(code, new FindingInput { Kind = FindingKind.Shortcoming, Text = Finding, Evidence = "Danh sách chi trả" }, head, Ct));

        return (code, head);
    }

    /// <summary>The same, concluded with one recommendation to the economy office.</summary>
    public static async Task<(string Code, string Recommendation)> ConcludedAsync(this WebTest site)
    {
        var (code, head) = await site.UnderWayAsync();
        var results = site.Get<SupervisionResults>();
        Done(await site.Get<SupervisionDesk>().HoldAsync(code, Day(10), head, Ct));
        Done(await results.WriteAsync(code, new ResultsInput { Results = "Đã chi trả 40 hộ.", Shortcomings = Finding, Assessment = "Cơ bản đúng, còn chậm." }, head, Ct));
        var recommendation = Done(await results.RecommendAsync(
            code, new RecommendationInput { Content = "Chi trả cho ba hộ thôn Lũng.", LeadAgencyId = site.Economy.Id, Product = "Danh sách đã chi trả", DueOn = Day(14) }, head, Ct)).Value;
        Done(await results.ReportAsync(code, "20/BC-ĐGS", Day(12), head, Ct));
        Done(await results.ConcludeAsync(code, "06/KL-BKTXH", Day(13), head, Ct));

        return (code, recommendation);
    }

    private static DateOnly Day(int day) => new(2026, 9, day);

    private static SupervisionInput Theme(WebTest site) => new()
    {
        CouncilId = site.Home.Id,
        Subject = SupervisionSubject.StandingCommittee,
        Theme = "Việc chi trả chế độ bảo vệ rừng",
        Necessity = "Cử tri phản ánh chậm.",
        Content = "Lập danh sách, chi trả.",
        Scope = "Năm 2026.",
        Object = "Phòng Kinh tế.",
        PlannedFrom = new DateOnly(2026, 8, 1),
        PlannedTo = new DateOnly(2026, 9, 30),
    };

    private static T Done<T>(T result)
        where T : Result
    {
        Assert.False(result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }
}

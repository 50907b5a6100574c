using NghiTruong.Councils;
using NghiTruong.Schemes;
using NghiTruong.Schemes.RollOuts;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Schemes;

/// <summary>A made-up scheme of the province Bản Mẫu, and what its communes Nà Mẫu and Lũng Mẫu make of it.</summary>
internal static class SchemeCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static SchemeInput Input(Council council, string number = "09-ĐA/TU") => new()
    {
        CouncilId = council.Id, Kind = SchemeKind.Scheme, Number = number, Title = "Nâng cao hiệu quả hoạt động của Hội đồng nhân dân", IssuedOn = Day(8, 1), IssuedBy = "Tỉnh ủy Bản Mẫu", PeriodFrom = 2026, PeriodTo = 2031,
    };

    public static NodeInput Trained => new() { Kind = NodeKind.Target, Title = "Đại biểu được tập huấn", Measure = NodeMeasure.Ratio, SumsBelow = true, Goals = [new GoalInput(2026, 100)] };

    public static NodeInput Held => new() { Kind = NodeKind.Target, Title = "Số cuộc giám sát", Measure = NodeMeasure.Value, Unit = "cuộc", SumsBelow = true, Goals = [new GoalInput(2026, 5)] };

    /// <summary>The province's scheme with two targets; codes of scheme and nodes.</summary>
    public static async Task<(string Scheme, string Trained, string Held)> EnteredAsync(TestHouse house)
    {
        var (own, clerk, nodes) = (house.Province.Own, house.Province.Clerk(house.Province.Own), house.Get<SchemeNodes>());
        var scheme = Done(await house.Get<SchemeDesk>().EnterAsync(Input(own), clerk, Ct)).Value;

        return (scheme, Done(await nodes.AddAsync(scheme, Trained, clerk, Ct)).Value, Done(await nodes.AddAsync(scheme, Held, clerk, Ct)).Value);
    }

    public static async Task<string> AdoptedAsync(TestHouse house, string upper, Council commune) =>
        Done(await house.Get<SchemeDesk>().AdoptAsync(upper, Input(commune, "12-KH/ĐU") with { IssuedBy = "Đảng ủy xã" }, house.Province.Clerk(commune), Ct)).Value;

    public static async Task TellAsync(TestHouse house, Council council, string node, decimal part, decimal whole, string period = "2026") =>
        Done(await house.Get<SchemeProgressDesk>().EnterAsync(node, new ProgressInput(period, part, whole, null), house.Province.Clerk(council), Ct));

    public static async Task<string> RolledOutAsync(TestHouse house, string scheme) => Done(await house.Get<RollOutDesk>().OpenAsync(
        scheme, new RollOutInput { Title = "Kế hoạch quán triệt đề án", Reach = RollOutReach.AllCommunes, CountsCells = true, DueOn = Day(10, 1) }, house.Province.Clerk(house.Province.Own), Ct)).Value;
}

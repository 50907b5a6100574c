using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Tests.Supervision;
using NghiTruong.Threads;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Threads;

/// <summary>A made-up problem of the commune Nà Mẫu, brought as far as a test wants it.</summary>
internal static class ThreadCases
{
    public const string Problem = "Thôn Lũng thiếu nước sinh hoạt từ tháng 3";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static ThreadInput Input(Council council) => new() { CouncilId = council.Id, Title = Problem, Field = "water", Place = "Thôn Lũng" };

    public static async Task<string> OpenedAsync(TestHouse house, Council? at = null)
    {
        var council = at ?? house.Province.NaMau;

        return Done(await house.Get<ThreadDesk>().OpenAsync(Input(council), house.Province.Clerk(council), Ct)).Value;
    }

    /// <summary>A petition of voters of the hamlet, sent to the UBND on 15 September by letter 12/HĐND-VP.</summary>
    public static async Task<string> SentPetitionAsync(TestHouse house)
    {
        var code = await PetitionAsync(house);
        Done(await house.Get<PetitionDesk>().ClassifyAsync(code, new Classification(PetitionKind.Petition, "water", "commune"), house.Province.Clerk(), Ct));
        Done(await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauCommittee.Id, Abstract = "chuyển kiến nghị", Number = "12", Notation = "HĐND-VP", IssuedOn = house.Clock.Today }, house.Province.Clerk(), Ct));

        return code;
    }

    public static async Task<string> PetitionAsync(TestHouse house, Council? at = null)
    {
        var council = at ?? house.Province.NaMau;

        return Done(await house.Get<PetitionIntake>().RecordAsync(
            new PetitionInput { CouncilId = council.Id, Content = "Đề nghị sửa đường ống nước thôn Lũng.", Place = "Thôn Lũng", Source = PetitionSource.Direct, PersonName = "Bàn Thị Cử Tri", PersonPhone = "0900000001" },
            house.Province.Clerk(council), Ct)).Value;
    }

    public static Task<NghiTruong.Refusals.Result> LinkAsync(TestHouse house, string thread, string record, Acting? by = null) =>
        house.Get<ThreadDesk>().LinkAsync(thread, new ThreadRecordInput(record), by ?? house.Province.Clerk(), Ct);

    public static async Task<ThreadView> ReadAsync(TestHouse house, string thread, Acting? by = null) => (await house.Get<ThreadReader>().ReadAsync(thread, by ?? house.Province.Clerk(), Ct))!;

    /// <summary>A thread with a petition sent, a supervision concluded and its recommendation.</summary>
    public static async Task<(string Thread, string Petition, string Supervision, string Recommendation)> WholeAsync(TestHouse house)
    {
        var petition = await SentPetitionAsync(house);
        var (supervision, recommendation) = await ConcludedAsync(house);
        var thread = await OpenedAsync(house);
        foreach (var record in new[] { petition, supervision, recommendation })
        {
            Done(await LinkAsync(house, thread, record));
        }

        return (thread, petition, supervision, recommendation);
    }
}

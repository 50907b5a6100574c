using Microsoft.EntityFrameworkCore;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Support;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Agreements;

/// <summary>A made-up regulation between the Standing Committee of Nà Mẫu, the UBND and a court that stands in no list.</summary>
internal static class AgreementCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>15 September 2026 is the day of the house; signed on 1 July.</summary>
    public static async Task<AgreementInput> InputAsync(TestHouse house, string number = "06/QC-TT.HĐND-UBND", DateOnly? until = null)
    {
        var council = house.Province.NaMau;
        await using var db = house.Db();
        if (await db.Set<Body>().FirstOrDefaultAsync(b => b.CouncilId == council.Id, Ct) is not { } body)
        {
            body = new Body { Id = Guid.CreateVersion7(), CouncilId = council.Id, Kind = BodyKind.StandingCommittee, Code = "TT", Name = "Thường trực HĐND", From = Day(3, 15) };
            db.Add(body);
            await db.SaveChangesAsync(Ct);
        }

        return new AgreementInput
        {
            CouncilId = council.Id, Number = number, Title = "Quy chế phối hợp công tác", SignedOn = Day(7, 1), ValidUntil = until, Scope = "Tiếp xúc cử tri, giám sát",
            Parties = [new AgreementPartyInput(BodyId: body.Id), new AgreementPartyInput(AgencyId: house.Province.NaMauCommittee.Id), new AgreementPartyInput(Name: "Tòa án nhân dân khu vực 1")],
        };
    }

    public static async Task<string> RecordedAsync(TestHouse house, DateOnly? until = null) => Done(await house.Get<AgreementDesk>().RecordAsync(await InputAsync(house, until: until), house.Province.Clerk(), Ct)).Value;

    public static async Task DutyAsync(TestHouse house, string code, DutyCadence cadence, DateOnly? from = null, int party = 1) => Done(await house.Get<AgreementDuties>().AddAsync(
        code, new AgreementDutyInput { Content = "Báo cáo kết quả giải quyết kiến nghị", PartyId = (await ReadAsync(house, code)).Parties[party].Id, Cadence = cadence, From = from }, house.Province.Clerk(), Ct));

    public static async Task<AgreementWhole> ReadAsync(TestHouse house, string code) => (await house.Get<AgreementReader>().ReadAsync(code, house.Province.Clerk(), Ct))!;

    public static async Task<List<AgreementTask>> TasksAsync(TestHouse house)
    {
        await using var db = house.Db();

        return await db.Set<AgreementTask>().OrderBy(t => t.DueOn).ThenBy(t => t.Code).ToListAsync(Ct);
    }

    public static Task RunJobAsync(TestHouse house) => house.Get<AgreementCalendar>().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);
}

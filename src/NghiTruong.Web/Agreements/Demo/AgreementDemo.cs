using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Agreements.Demo;

/// <summary>The made-up commune's regulation with UBND and the Front, whose duties come every quarter and before each session; a procedure that runs out soon; one of a neighbour.</summary>
public sealed class AgreementDemo : IDemo
{
    public int Order => 40;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        new Story(stage).Tell();

        return Task.CompletedTask;
    }

    private sealed class Story(DemoStage stage)
    {
        private readonly Council _home = stage.World.Home;
        private readonly Acting _clerk = stage.Person("vanphong");
        private string _regulation = "";
        private string _procedure = "";

        public void Tell()
        {
            stage.Script.On(150, async ct => await stage.Get<AgreementDesk>().RecordAsync(
                await InputAsync(_home, "06/QC-TT.HĐND-UBND-MTTQ", "Quy chế phối hợp công tác giữa Thường trực HĐND, UBND và Ban Thường trực Ủy ban MTTQ Việt Nam xã", 152, null, ct), _clerk, ct), code => _regulation = code);
            stage.Script.On(149, ct => DutyAsync(_regulation, 1, "Báo cáo kết quả giải quyết, trả lời kiến nghị của cử tri", DutyCadence.Quarter, "Báo cáo quý", ct));
            stage.Script.On(149, ct => DutyAsync(_regulation, 2, "Phối hợp xây dựng kế hoạch tiếp xúc cử tri trước kỳ họp", DutyCadence.RegularSession, "Kế hoạch tiếp xúc cử tri", ct));
            stage.Script.On(149, ct => DutyAsync(_regulation, 0, "Thông báo kết quả hoạt động của HĐND đến Ủy ban MTTQ", DutyCadence.HalfYear, "Thông báo", ct));
            stage.Script.On(100, async ct => await stage.Get<AgreementTaskDesk>().FinishAsync(
                await OldestTaskAsync(_regulation, "Báo cáo", ct), new AgreementTaskInput { Document = "58/BC-UBND", Result = "Đã trả lời 21/24 kiến nghị; 3 kiến nghị chờ vốn." }, _clerk, ct));
            stage.Script.On(140, async ct => await stage.Get<AgreementDesk>().RecordAsync(
                (await InputAsync(_home, "02/QTr-HĐND-UBND", "Quy trình phối hợp tiếp nhận, chuyển và trả lời kiến nghị của cử tri", 141, 40, ct)) with { Kind = AgreementKind.Procedure }, _clerk, ct), code => _procedure = code);
            stage.Script.On(139, async ct => await stage.Get<AgreementDesk>().SetStepsAsync(_procedure, await StepsAsync(ct), _clerk, ct));
            var neighbour = stage.World.Communes[1];
            stage.Script.On(90, async ct => await stage.Get<AgreementDesk>().RecordAsync(
                await InputAsync(neighbour, "03/QC-TT.HĐND-UBND", "Quy chế phối hợp công tác giữa Thường trực HĐND và UBND xã", 92, null, ct), stage.ClerkOf(neighbour), ct), _ => { });
        }

        private async Task<AgreementInput> InputAsync(Council council, string number, string title, int signedDaysAgo, int? untilDaysAhead, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
            var body = await db.Set<Body>().Where(b => b.CouncilId == council.Id && b.Kind == BodyKind.StandingCommittee).Select(b => b.Id).FirstAsync(ct);

            return new AgreementInput
            {
                CouncilId = council.Id, Kind = AgreementKind.Regulation, Number = number, Title = title, SignedOn = stage.Clock.DaysAgo(signedDaysAgo), ValidUntil = untilDaysAhead is { } days ? stage.Clock.DaysAgo(-days) : null,
                Scope = "Chuẩn bị kỳ họp, tiếp xúc cử tri, giám sát, giải quyết kiến nghị và trao đổi thông tin.",
                Parties =
                [
                    new AgreementPartyInput(BodyId: body),
                    new AgreementPartyInput(AgencyId: stage.World.AgencyOf(council, AgencyKind.PeoplesCommittee).Id),
                    new AgreementPartyInput(AgencyId: stage.World.AgencyOf(council, AgencyKind.FatherlandFront).Id),
                ],
            };
        }

        private async Task<Result> DutyAsync(string code, int party, string content, DutyCadence cadence, string product, CancellationToken ct) =>
            await stage.Get<AgreementDuties>().AddAsync(code, new AgreementDutyInput { Content = content, PartyId = (await PartiesAsync(code, ct))[party], Cadence = cadence, Product = product }, _clerk, ct);

        private async Task<IReadOnlyList<AgreementStepInput>> StepsAsync(CancellationToken ct)
        {
            var parties = await PartiesAsync(_procedure, ct);

            return
            [
                new AgreementStepInput("Tổng hợp ý kiến, kiến nghị sau hội nghị tiếp xúc cử tri", parties[2], "05 ngày"),
                new AgreementStepInput("Phân loại, chuyển kiến nghị đến cơ quan có thẩm quyền", parties[0], "07 ngày"),
                new AgreementStepInput("Giải quyết, trả lời bằng văn bản", parties[1], "30 ngày"),
                new AgreementStepInput("Thông báo kết quả đến cử tri", null, "10 ngày làm việc"),
            ];
        }

        private async Task<List<Guid>> PartiesAsync(string code, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<AgreementParty>().Where(p => db.Set<CoordinationAgreement>().Any(a => a.Id == p.AgreementId && a.Code == code)).OrderBy(p => p.Place).Select(p => p.Id).ToListAsync(ct);
        }

        private async Task<string> OldestTaskAsync(string code, string begins, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<AgreementTask>().Where(t => db.Set<CoordinationAgreement>().Any(a => a.Id == t.AgreementId && a.Code == code) && t.Content.StartsWith(begins)).OrderBy(t => t.DueOn).Select(t => t.Code).FirstAsync(ct);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Support;
using static NghiTruong.Tests.Agreements.AgreementCases;
using static NghiTruong.Tests.Supervision.SupervisionCases;

namespace NghiTruong.Tests.Agreements;

/// <summary>Duties of an agreement open what is owed by themselves, each period once, and end with a document.</summary>
public sealed class AgreementDutyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_quarterly_duty_opens_the_running_period_at_once_and_the_next_one_by_itself_and_only_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordedAsync(house);
        await DutyAsync(house, code, DutyCadence.Quarter);
        Assert.Equal(["2026-Q3"], (await TasksAsync(house)).Select(t => t.Period));

        await RunJobAsync(house);
        Assert.Single(await TasksAsync(house));
        house.Clock.SetDay(Day(10, 1));
        await RunJobAsync(house);
        await RunJobAsync(house);

        var tasks = await TasksAsync(house);
        Assert.Equal([("2026-Q3", Day(9, 30)), ("2026-Q4", Day(12, 31))], tasks.Select(t => (t.Period, t.DueOn)));
        await using var db = house.Db();
        var items = await db.Set<FollowUpItem>().Where(i => i.SubjectKind == "agreementTask").OrderBy(i => i.OwedBy).ToListAsync(Ct);
        Assert.Equal(tasks.Select(t => (t.Id, (Guid?)house.Province.NaMauCommittee.Id, (DateOnly?)t.DueOn)), items.Select(i => (i.SubjectId, i.AgencyId, i.OwedBy)));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task Before_each_regular_session_a_task_opens_ten_days_back_and_moves_with_the_session(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordedAsync(house);
        await DutyAsync(house, code, DutyCadence.RegularSession);
        Assert.Empty(await TasksAsync(house));

        await NghiTruong.Tests.Interpellations.InterpellationCases.SessionAsync(house, 4, Day(10, 20), SessionKind.Thematic);
        var session = await NghiTruong.Tests.Interpellations.InterpellationCases.SessionAsync(house, 5, Day(12, 10));
        Assert.Equal([("2026-2031/5", Day(11, 30))], (await TasksAsync(house)).Select(t => (t.Period, t.DueOn)));
        Done(await house.Get<SessionDesk>().SaveAsync(
            house.Province.NaMau.Id, new SessionInput { Id = session, Number = 5, Name = "Kỳ họp thứ 5", OpensOn = Day(12, 3) }, house.Province.Clerk(), Ct));

        var task = Assert.Single(await TasksAsync(house));
        Assert.Equal((Day(11, 23), (DateOnly?)Day(11, 23)), (task.DueOn, task.OwedBy));
        await using var db = house.Db();
        Assert.Equal(Day(11, 23), (await db.Set<FollowUpItem>().SingleAsync(i => i.SubjectId == task.Id, Ct)).OwedBy);
    }

    [Theory, Engines]
    public async Task It_is_done_with_a_document_and_not_twice(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await DutyAsync(house, await RecordedAsync(house), DutyCadence.Month);
        var (task, desk, officer) = (Assert.Single(await TasksAsync(house)), house.Get<AgreementTaskDesk>(), SampleProvince.Officer(house.Province.NaMauCommittee));
        Refused("agreementTask.documentMissing", await desk.FinishAsync(task.Code, new AgreementTaskInput { Result = "Đã làm" }, officer, Ct));
        Refused("agreementTask.inFuture", await desk.FinishAsync(task.Code, new AgreementTaskInput { Document = "58/BC-UBND", On = Day(9, 16) }, officer, Ct));
        Refused("agreementTask.notFound", await desk.FinishAsync(task.Code, new AgreementTaskInput { Document = "58/BC-UBND" }, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));

        Done(await desk.FinishAsync(task.Code, new AgreementTaskInput { Document = "58/BC-UBND" }, officer, Ct));

        var done = Assert.Single(await TasksAsync(house));
        Assert.Equal((AgreementTaskState.Done, "58/BC-UBND", (DateOnly?)Day(9, 15), (DateOnly?)null), (done.State, done.Document, done.DoneOn, done.OwedBy));
        await using var db = house.Db();
        Assert.Equal(FollowUpState.Done, (await db.Set<FollowUpItem>().SingleAsync(Ct)).State);
        Refused("agreementTask.closed", await desk.FinishAsync(task.Code, new AgreementTaskInput { Document = "59/BC-UBND" }, officer, Ct));
    }

    [Theory, Engines]
    public async Task A_renewal_takes_parties_steps_and_duties_over_and_opens_no_period_twice(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<AgreementDesk>(), house.Province.Clerk());
        var code = await RecordedAsync(house, Day(9, 30));
        var party = (await ReadAsync(house, code)).Parties[1].Id;
        Done(await desk.SetStepsAsync(code, [new AgreementStepInput("Chuyển kiến nghị", party, "07 ngày")], clerk, Ct));
        await DutyAsync(house, code, DutyCadence.Quarter);
        var renewal = new RenewAgreementInput { Id = Guid.CreateVersion7(), Number = "09/QC-TT.HĐND-UBND", SignedOn = Day(9, 14), ValidUntil = new DateOnly(2027, 9, 30) };
        Refused("agreement.renewedTooEarly", await desk.RenewAsync(code, renewal with { SignedOn = Day(7, 1) }, clerk, Ct));

        var successor = Done(await desk.RenewAsync(code, renewal, clerk, Ct)).Value;

        Assert.Equal(successor, Done(await desk.RenewAsync(code, renewal, clerk, Ct)).Value);
        var (former, next) = (await ReadAsync(house, code), await ReadAsync(house, successor));
        Assert.Equal((AgreementState.Renewed, (DateOnly?)null), (former.Agreement.StateOn(house.Clock.Today), former.Agreement.OwedBy));
        Assert.Equal((code, successor), (next.Former!.Value.Code, former.Successor!.Value.Code));
        Assert.Equal(former.Parties.Select(p => p.Name), next.Parties.Select(p => p.Name));
        Assert.Equal("UBND xã Nà Mẫu", next.NameOf(Assert.Single(next.Steps).PartyId));
        // What the former one opened is still owed, once.
        Assert.Equal(["2026-Q3"], (await TasksAsync(house)).Where(t => t.OwedBy is not null).Select(t => t.Period));
        house.Clock.SetDay(Day(10, 2));
        await RunJobAsync(house);
        Assert.Equal(["2026-Q3", "2026-Q4"], (await TasksAsync(house)).Select(t => t.Period));
        Assert.Equal("2026-Q4", Assert.Single((await ReadAsync(house, successor)).Duties).Tasks[0].Period);
        Refused("agreement.closed", await desk.EndAsync(code, "Hết hạn", null, clerk, Ct));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }

    [Theory, Engines]
    public async Task Ending_lets_go_what_is_owed_and_nothing_opens_any_more(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<AgreementDesk>(), house.Province.Clerk());
        var code = await RecordedAsync(house);
        await DutyAsync(house, code, DutyCadence.Month, Day(8, 1));
        Assert.Equal(2, (await TasksAsync(house)).Count);
        Refused("agreement.reasonMissing", await desk.EndAsync(code, " ", null, clerk, Ct));
        Refused("agreement.endsInFuture", await desk.EndAsync(code, "Hết việc", Day(9, 16), clerk, Ct));

        Done(await desk.EndAsync(code, "Các bên thống nhất chấm dứt", null, clerk, Ct));

        Assert.All(await TasksAsync(house), t => Assert.Equal(AgreementTaskState.LetGo, t.State));
        house.Clock.SetDay(Day(10, 2));
        await RunJobAsync(house);
        Assert.Equal(2, (await TasksAsync(house)).Count);
        await using var db = house.Db();
        Assert.All(await db.Set<FollowUpItem>().ToListAsync(Ct), i => Assert.Equal(FollowUpState.Withdrawn, i.State));
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(Ct));
    }
}

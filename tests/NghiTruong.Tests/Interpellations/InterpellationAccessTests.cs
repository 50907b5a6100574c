using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Interpellations;
using NghiTruong.Support;
using static NghiTruong.Tests.Interpellations.InterpellationCases;

namespace NghiTruong.Tests.Interpellations;

/// <summary>Who sees a slip before and after it is decided about, and what moves when units merge.</summary>
public sealed class InterpellationAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_slip_stays_at_home_until_it_is_decided_about(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, asker, session) = await HandedInAsync(house);
        var reader = house.Get<InterpellationReader>();
        var (upper, officer) = (house.Province.Clerk(house.Province.Own), SampleProvince.Officer(house.Province.NaMauCommittee));
        var both = asker with { UserId = Guid.CreateVersion7(), Capacities = [.. SampleProvince.As(Role.Delegate, house.Province.NaMau).Capacities, .. officer.Capacities] };

        Assert.NotNull(await reader.SlipAsync(code, SampleProvince.As(Role.Delegate, house.Province.NaMau), Ct));
        Assert.Null(await reader.SlipAsync(code, upper, Ct));
        Assert.Null(await reader.SlipAsync(code, officer, Ct));
        Assert.Null(await reader.SlipAsync(code, SampleProvince.As(Role.FrontOfficer, house.Province.NaMau), Ct));
        // Who sits in the agency that is asked waits like the agency.
        Assert.Null(await reader.SlipAsync(code, both, Ct));
        Done(await house.Get<SlipDesk>().SelectAsync(Selection(house, session, code), house.Province.StandingCommittee(), Ct));

        Assert.NotNull(await reader.SlipAsync(code, upper, Ct));
        Assert.NotNull(await reader.SlipAsync(code, officer, Ct));
        Assert.NotNull(await reader.SlipAsync(code, both, Ct));
        Assert.Null(await reader.SlipAsync(code, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Assert.Null(await reader.SlipAsync(code, house.Province.Clerk(house.Province.LungMau), Ct));
        Refused("interpellation.notFound", await house.Get<SittingDesk>().AskAsync(code, null, house.Province.Clerk(house.Province.LungMau), Ct));
        Refused("interpellation.notAllowed", await house.Get<SittingDesk>().AskAsync(code, null, upper, Ct));
    }

    [Theory, Engines]
    public async Task A_slip_is_mended_by_its_asker_until_it_is_decided_about(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, asker, session) = await HandedInAsync(house);
        var (desk, mended) = (house.Get<SlipDesk>(), Slip(house, session) with { Issue = "Bao giờ sửa xong?" });

        Refused("interpellation.notAsker", await desk.EditAsync(code, mended, house.Province.Asker(), Ct));
        Refused("interpellation.notAsker", await desk.EditAsync(code, mended with { AskerName = "Ai đó" }, house.Province.Clerk(), Ct));
        Refused("record.changedMeanwhile", await desk.EditAsync(code, mended with { Version = 7 }, asker, Ct));
        Done(await desk.EditAsync(code, mended, asker, Ct));
        Assert.Equal("Bao giờ sửa xong?", (await house.Get<InterpellationReader>().SlipAsync(code, asker, Ct))!.Slip.Issue);
        Done(await desk.SelectAsync(Selection(house, session, code), house.Province.StandingCommittee(), Ct));
        Refused("interpellation.alreadyDecided", await desk.EditAsync(code, mended, asker, Ct));
    }

    [Theory, Engines]
    public async Task Open_slips_promises_and_sessions_go_to_the_successor_and_what_has_ended_stays(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (slip, promise, asker) = await PromisedAsync(house);
        Done(await house.Get<SittingDesk>().JudgeAsync(slip, true, null, null, asker, Ct));
        var open = Done(await house.Get<SlipDesk>().HandInAsync(Slip(house), asker, Ct)).Value;
        var session = await NotifiedAsync(house, Day(9, 4));
        await using (var db = house.Db())
        {
            var agency = await db.Set<Agency>().FirstAsync(a => a.CouncilId == house.Province.Own.Id, Ct);
            var move = new MatterMove(house.Province.NaMau.Id, house.Province.LungMau.Id, house.Province.LungMau.ProvinceId, new Dictionary<Guid, Guid> { [house.Province.NaMauCommittee.Id] = agency.Id });
            List<OpenMatter> matters = [];
            foreach (var room in house.Services.GetServices<IMovesOnMerge>())
            {
                matters.AddRange(await room.OpenAsync(db, house.Province.NaMau.Id, Ct));
            }

            Assert.Equal([open, session, promise], matters.Select(m => m.Code).Order(StringComparer.Ordinal));
            foreach (var room in house.Services.GetServices<IMovesOnMerge>())
            {
                await room.MoveAsync(db, [.. matters.Select(m => m.Id)], move, Ct);
            }

            await db.SaveChangesAsync(Ct);
        }

        await using var after = house.Db();
        var lung = house.Province.LungMau.Id;
        Assert.Equal([open], await after.Set<Interpellation>().Where(i => i.CouncilId == lung).Select(i => i.Code).ToListAsync(Ct));
        Assert.Equal((lung, house.Province.NaMau.Id), await after.Set<Promise>().Select(p => new ValueTuple<Guid, Guid>(p.CouncilId, p.OriginCouncilId)).SingleAsync(Ct));
        Assert.Equal(lung, (await after.Set<ExplanationSession>().SingleAsync(Ct)).CouncilId);
        Assert.Equal(lung, (await after.Set<NghiTruong.FollowUp.FollowUpItem>().SingleAsync(Ct)).CouncilId);
        Assert.NotEqual(house.Province.NaMauCommittee.Id, (await after.Set<Promise>().SingleAsync(Ct)).AgencyId);
    }
}

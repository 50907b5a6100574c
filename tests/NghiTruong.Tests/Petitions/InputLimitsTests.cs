using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

/// <summary>What may be typed is bounded where it is taken in, whoever calls: page, program, meeting.</summary>
public sealed class InputLimitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Each_bound_refuses_at_its_field(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var elsewhere = await SessionAsync(house, house.Province.LungMau);
        var sound = new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Đề nghị sửa cầu." };
        (PetitionInput Asked, string Code, string Field)[] cases =
        [
            (sound with { Voters = int.MaxValue }, "petition.votersTooMany", "Voters"),
            (sound with { ReceivedOn = new DateOnly(202, 6, 1) }, "petition.receivedTooEarly", "ReceivedOn"),
            (sound with { ReceivedOn = new DateOnly(2026, 9, 16) }, "petition.receivedInFuture", "ReceivedOn"),
            (sound with { Field = "nonsense" }, "petition.fieldUnknown", "Field"),
            (sound with { SessionId = elsewhere }, "petition.sessionNotOwn", "SessionId"),
            (sound with { SessionId = Guid.CreateVersion7() }, "petition.sessionNotOwn", "SessionId"),
            (sound with { Content = new string('x', 10_001) }, "input.tooLong", "Content"),
            (sound with { PersonName = new string('x', 121) }, "input.tooLong", "PersonName"),
            (sound with { ExplainedBy = new string('x', 201) }, "input.tooLong", "ExplainedBy"),
        ];

        foreach (var (asked, code, field) in cases)
        {
            var refusal = Assert.Single((await house.Get<PetitionIntake>().RecordAsync(asked, house.Province.Clerk(), Ct)).Refusals);
            Assert.Equal((code, field), (refusal.Code, refusal.Field));
        }

        await using var db = house.Db();
        Assert.Empty(await db.Set<Petition>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task An_edit_is_held_to_the_same(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = (await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Đề nghị sửa cầu." }, house.Province.Clerk(), Ct)).Value;
        var sound = new PetitionEdit { Content = "Đề nghị sửa cầu treo.", Kind = PetitionKind.Petition, Source = PetitionSource.Direct, ReceivedOn = new DateOnly(2026, 9, 1) };
        var elsewhere = await SessionAsync(house, house.Province.LungMau);
        (PetitionEdit Asked, string Code)[] cases =
        [
            (sound with { Voters = int.MaxValue }, "petition.votersTooMany"),
            (sound with { SessionId = elsewhere }, "petition.sessionNotOwn"),
            (sound with { Person = new PersonInput("Lò", new string('0', 31), null) }, "input.tooLong"),
        ];

        foreach (var (asked, refused) in cases)
        {
            Assert.Equal(refused, Assert.Single((await house.Get<PetitionDesk>().EditAsync(code, asked, house.Province.Clerk(), Ct)).Refusals).Code);
        }

        Assert.False((await house.Get<PetitionDesk>().EditAsync(code, sound, house.Province.Clerk(), Ct)).IsRefused);
    }

    [Theory, Engines]
    public async Task Voters_beyond_all_bounds_that_stand_already_still_add_up(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        List<string> codes = [];
        for (var i = 0; i < 3; i++)
        {
            codes.Add((await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = $"Sửa cầu {i}", Voters = 5 }, house.Province.Clerk(), Ct)).Value);
        }

        Assert.False((await house.Get<PetitionDesk>().MergeAllAsync(codes, codes[0], house.Province.Clerk(), Ct)).IsRefused);
        await using var db = house.Db();
        await db.Set<Petition>().ExecuteUpdateAsync(s => s.SetProperty(p => p.Voters, int.MaxValue), Ct);

        Assert.Equal(3L * int.MaxValue, (await house.Get<PetitionPageReader>().ReadAsync(codes[0], house.Province.Clerk(), Ct))!.Voters);
    }

    private static async Task<Guid> SessionAsync(TestHouse house, Council council) => (await house.Get<SessionDesk>().SaveAsync(
        council.Id, new SessionInput { Term = "2026-2031", Number = 3, Name = "Kỳ họp thứ 3", OpensOn = new DateOnly(2026, 12, 3) }, house.Province.Clerk(council), Ct)).Value;
}

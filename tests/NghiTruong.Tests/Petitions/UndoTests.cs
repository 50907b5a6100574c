using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

public sealed class UndoTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task An_answer_taken_back_leaves_the_petition_as_it_was_and_owed_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var code = await SentAsync(house, clerk);
        var before = await PetitionAsync(house, code);
        await AnswerAsync(house, clerk, code);

        var undone = await house.Get<Undo>().UndoAsync(await LastOperationAsync(house), clerk, Ct);

        Assert.Empty(undone.Refusals);
        var after = await PetitionAsync(house, code);
        Assert.Equal((before.Status, before.OwedBy, before.Outcome, before.AnsweredOn), (after.Status, after.OwedBy, after.Outcome, after.AnsweredOn));
        Assert.NotNull(after.OwedBy);
        await using var db = house.Db();
        Assert.Empty(await db.Set<PetitionAnswer>().ToListAsync(Ct));
        Assert.Equal("act.undone", await db.Set<JournalEntry>().OrderBy(e => e.Sequence).Select(e => e.EventCode).LastAsync(Ct));
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
    }

    [Theory, Engines]
    public async Task What_has_changed_again_or_was_sent_or_is_another_persons_is_not_taken_back(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var code = await SentAsync(house, clerk);
        var undo = house.Get<Undo>();

        Assert.Equal("undo.cannot", Assert.Single((await undo.UndoAsync(await LastOperationAsync(house), clerk, Ct)).Refusals).Code);
        await AnswerAsync(house, clerk, code);
        var answered = await LastOperationAsync(house);
        Assert.Equal("undo.notYours", Assert.Single((await undo.UndoAsync(answered, house.Province.Clerk(), Ct)).Refusals).Code);
        await house.Get<PetitionJudgement>().EvaluateAsync(code, Outcome.Settled, null, clerk, Ct);
        Assert.Equal("undo.changedSince", Assert.Single((await undo.UndoAsync(answered, clerk, Ct)).Refusals).Code);
    }

    [Theory, Engines]
    public async Task A_changed_cut_or_reordered_journal_is_found_and_an_erased_name_is_not_a_fault(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        await SentAsync(house, clerk);
        await using var db = house.Db();
        var head = await db.Set<JournalHead>().AsNoTracking().SingleAsync(Ct);
        await db.Set<JournalPersonalValue>().ExecuteDeleteAsync(Ct);
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([head], null, Ct)).Findings);

        await db.Set<JournalHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, 1), Ct);

        Assert.Contains(await FaultsAsync(house), f => f == JournalFault.HeadElsewhere);
    }

    private static async Task<List<JournalFault>> FaultsAsync(TestHouse house) =>
        [.. (await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings.Select(f => f.Fault)];

    private static async Task<string> SentAsync(TestHouse house, Acting clerk)
    {
        var input = new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Sửa cầu treo Nà Pục.", PersonName = "Lò Thị Mẫu" };
        var code = (await house.Get<PetitionIntake>().RecordAsync(input, clerk, Ct)).Value;
        var sent = await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauCommittee.Id, Number = "35", IssuedOn = new DateOnly(2026, 9, 11) }, clerk, Ct);
        Assert.Empty(sent.Refusals);

        return code;
    }

    private static async Task AnswerAsync(TestHouse house, Acting clerk, string code) => Assert.Empty((await house.Get<PetitionReplies>().AnswerAsync(
        new AnswerInput { Number = "21/UBND", Items = [new AnswerItem(code, "Đã sửa.", Outcome.Settled)] }, clerk, Ct)).Refusals);

    private static async Task<Guid> LastOperationAsync(TestHouse house)
    {
        await using var db = house.Db();

        return await db.Set<JournalEntry>().OrderByDescending(e => e.Sequence).Select(e => e.OperationId).FirstAsync(Ct);
    }

    private static async Task<Petition> PetitionAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Support;
using NghiTruong.Tests.Petitions.Reports;

namespace NghiTruong.Tests.Petitions;

public sealed class PutIntoSessionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Many_are_put_into_a_session_at_once_journalled_each_counted_there_and_taken_back_together(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var (first, second) = await SessionSamples.SessionsAsync(house, house.Province.NaMau);
        string[] codes = [await RecordedAsync(house, clerk), await RecordedAsync(house, clerk), await RecordedAsync(house, clerk)];
        var desk = house.Get<PetitionDesk>();
        Assert.False((await desk.PutIntoSessionAsync([codes[0]], second.Id, clerk, Ct)).IsRefused);

        Assert.False((await desk.PutIntoSessionAsync(codes, second.Id, clerk, Ct)).IsRefused);

        Assert.Equal([second.Id, second.Id, second.Id], await SessionsAsync(house));
        var told = await EntriesAsync(house);
        // The first stood there already: only what changed is told.
        Assert.Equal([codes[0], codes[1], codes[2]], told.Select(e => e.SubjectCode!).Order());
        Assert.Equal(2, told.GroupBy(e => e.OperationId).Max(g => g.Count()));
        Assert.Equal(3, await CountedAsync(house, "2026-2031/2"));

        var operation = told.GroupBy(e => e.OperationId).Single(g => g.Count() == 2).Key;
        Assert.False((await house.Get<Undo>().UndoAsync(operation, clerk, Ct)).IsRefused);

        Assert.Equal([second.Id, null, null], await SessionsAsync(house));
        Assert.Equal(1, await CountedAsync(house, "2026-2031/2"));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
    }

    [Theory, Engines]
    public async Task What_is_closed_already_still_counts_in_its_session(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var (_, second) = await SessionSamples.SessionsAsync(house, house.Province.NaMau);
        var closed = SessionSamples.Petition(house.Province.NaMau, null, Outcome.Settled, p => p.StandAsTold(PetitionStatus.Closed, Outcome.Settled, null, null));
        await SessionSamples.StoreAsync(house, [closed]);

        Assert.False((await house.Get<PetitionDesk>().PutIntoSessionAsync([closed.Code], second.Id, clerk, Ct)).IsRefused);

        Assert.Equal([second.Id], await SessionsAsync(house));
        Assert.Equal(1, await CountedAsync(house, "2026-2031/2"));
    }

    [Theory, Engines]
    public async Task All_or_none_and_the_refusal_names_which(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var (_, second) = await SessionSamples.SessionsAsync(house, house.Province.NaMau);
        var (elsewhere, _) = await SessionSamples.SessionsAsync(house, house.Province.LungMau);
        var (one, merged) = (await RecordedAsync(house, clerk), await RecordedAsync(house, clerk));
        var desk = house.Get<PetitionDesk>();
        await desk.MergeAsync(merged, one, clerk, Ct);

        Assert.Equal("petition.ended", await RefusedAsync([one, merged], second.Id, clerk));
        Assert.Equal("petition.sessionElsewhere", await RefusedAsync([one], elsewhere.Id, clerk));
        Assert.Equal("petition.sessionMissing", await RefusedAsync([one], null, clerk));
        Assert.Equal("petition.noneChosen", await RefusedAsync([], second.Id, clerk));
        Assert.Equal("petition.notFound", await RefusedAsync([one], second.Id, house.Province.Clerk(house.Province.LungMau)));
        Assert.Equal("petition.notFound", await RefusedAsync([one], second.Id, SampleProvince.As(Role.UpperViewer, house.Province.Own)));
        Assert.Equal([null, null], await SessionsAsync(house));

        async Task<string> RefusedAsync(string[] codes, Guid? session, Acting acting) => Assert.Single((await desk.PutIntoSessionAsync(codes, session, acting, Ct)).Refusals).Code;
    }

    private static async Task<string> RecordedAsync(TestHouse house, Acting clerk) =>
        (await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Sửa cầu treo Nà Pục." }, clerk, Ct)).Value;

    private static async Task<List<Guid?>> SessionsAsync(TestHouse house)
    {
        await using var db = house.Db();

        return await db.Set<Petition>().OrderBy(p => p.Code).Select(p => p.SessionId).ToListAsync(Ct);
    }

    private static async Task<List<JournalEntry>> EntriesAsync(TestHouse house)
    {
        await using var db = house.Db();

        return await db.Set<JournalEntry>().AsNoTracking().Where(e => e.EventCode == "petition.putIntoSession").ToListAsync(Ct);
    }

    private static async Task<long> CountedAsync(TestHouse house, string session)
    {
        await house.Get<CountFold>().FoldAsync(Ct);

        return (await house.Get<PetitionSummary>().ReadAsync(new SummaryInput(SummaryPlace.Of(house.Province.NaMau.Id), session), Acting.System, Ct))!.Total;
    }
}

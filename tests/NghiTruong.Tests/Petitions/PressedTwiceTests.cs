using Microsoft.EntityFrameworkCore;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Refusals;
using NghiTruong.Support;
using NghiTruong.Tests.FollowUp;
using static NghiTruong.Tests.Petitions.Reports.SessionSamples;

namespace NghiTruong.Tests.Petitions;

/// <summary>A button pressed many times at once, or by many people: what it does is done once, the others are told so.</summary>
public sealed class PressedTwiceTests
{
    private const int Presses = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_letter_is_drafted_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house);

        var results = await PressAsync(() => house.Get<PetitionForwarder>().ForwardAsync(new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauCommittee.Id }, house.Province.Clerk(), Ct));

        OnceOnly(results, "petition.inAnotherLetter");
        await using var db = house.Db();
        Assert.Equal(1, await db.Set<OfficialLetter>().CountAsync(Ct));
        Assert.Equal(1, await db.Set<PetitionForwarding>().CountAsync(Ct));
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
    }

    [Theory, Engines]
    public async Task What_is_sent_is_sent_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house);
        var asked = new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauCommittee.Id, Number = "35", Notation = "HĐND-VP", IssuedOn = new DateOnly(2026, 9, 11) };

        var results = await PressAsync(() => house.Get<PetitionForwarder>().ForwardAsync(asked, house.Province.Clerk(), Ct));

        // Who had read the petition before the first press was stored hears of the number, who came later of the petition.
        OnceOnly(results, "petition.alreadySent", "letter.numberTaken");
        await using var db = house.Db();
        Assert.Equal(1, await db.Set<FollowUpItem>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task The_papers_of_a_session_are_drafted_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house, [Petition(house.Province.NaMau, second, null)]);

        var results = await PressAsync(() => house.Get<SessionDossier>().DraftAsync(house.Province.NaMau.Id, "2026-2031/2", house.Province.Clerk(), Ct));

        OnceOnly(results, "dossier.alreadyDrafted");
        await using var db = house.Db();
        Assert.Equal(3, await db.Set<OfficialLetter>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task An_urging_letter_is_drafted_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await FollowUpCases.SentAsync(house, new DateOnly(2026, 9, 11));
        house.Clock.SetDay(new DateOnly(2026, 10, 19));
        var item = (await FollowUpCases.ItemAsync(house, code)).Id;

        var results = await PressAsync(() => house.Get<UrgingDesk>().UrgeAsync(new UrgeInput { ItemIds = [item] }, house.Province.Clerk(), Ct));

        OnceOnly(results, "followUp.inAnotherLetter");
        await using var db = house.Db();
        Assert.Equal(1, await db.Set<OfficialLetter>().CountAsync(l => l.Kind == UrgingDesk.LetterKind, Ct));
    }

    private static async Task<Result[]> PressAsync<T>(Func<Task<T>> act)
        where T : Result => await Task.WhenAll(Enumerable.Range(0, Presses).Select(_ => Task.Run<Result>(async () => await act(), Ct)));

    private static void OnceOnly(Result[] results, params string[] others)
    {
        Assert.Single(results, r => !r.IsRefused);
        Assert.All(results.Where(r => r.IsRefused), r => Assert.Contains(Assert.Single(r.Refusals).Code, others));
    }

    private static async Task<string> RecordAsync(TestHouse house) =>
        (await house.Get<PetitionIntake>().RecordAsync(new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Đề nghị kéo điện." }, house.Province.Clerk(), Ct)).Value;
}

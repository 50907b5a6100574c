using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Councils;
using NghiTruong.Web.Tests.Threads;

namespace NghiTruong.Web.Tests.Agreements;

/// <summary>What tests of agreements do at home before they look at a page.</summary>
internal static class AgreementWork
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<string> AgreementAsync(this WebTest site, string number)
    {
        await using var db = site.Db();
        var body = await db.Set<Body>().Where(b => b.CouncilId == site.Home.Id && b.Kind == BodyKind.StandingCommittee).Select(b => b.Id).FirstAsync(Ct);
        var recorded = await site.Get<AgreementDesk>().RecordAsync(
            new AgreementInput
            {
                CouncilId = site.Home.Id, Number = number, Title = "Quy chế phối hợp giám sát", SignedOn = new DateOnly(2026, 7, 1), ValidUntil = new DateOnly(2026, 10, 20),
                Parties = [new AgreementPartyInput(BodyId: body), new AgreementPartyInput(AgencyId: site.Economy.Id)],
            },
            await site.ClerkAsync(), Ct);

        return recorded.Value;
    }

    /// <summary>The same with a monthly duty of the agency; the code of its running task.</summary>
    public static async Task<(string Agreement, string Task)> DutyAsync(this WebTest site, string number)
    {
        var code = await site.AgreementAsync(number);
        await using var db = site.Db();
        var party = await db.Set<AgreementParty>().Where(p => p.AgencyId == site.Economy.Id && db.Set<CoordinationAgreement>().Any(a => a.Id == p.AgreementId && a.Code == code)).Select(p => p.Id).FirstAsync(Ct);
        Assert.False((await site.Get<AgreementDuties>().AddAsync(code, new AgreementDutyInput { Content = "Gửi số liệu giám sát", PartyId = party, Cadence = DutyCadence.Month }, await site.ClerkAsync(), Ct)).IsRefused);

        return (code, await db.Set<AgreementTask>().Where(t => db.Set<CoordinationAgreement>().Any(a => a.Id == t.AgreementId && a.Code == code)).Select(t => t.Code).FirstAsync(Ct));
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Refusals;
using NghiTruong.Resolutions;

namespace NghiTruong.Web.Tests.Resolutions;

/// <summary>What tests of resolutions do at home before they look at a page.</summary>
internal static class ResolutionWork
{
    private static int _number = 500;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A resolution the economy office carries out, with one clause given to it and one only noted.</summary>
    /// <returns>Codes of the resolution, of its task, of the noted clause.</returns>
    public static async Task<(string Code, string Task, string Noted)> ResolvedAsync(this WebTest site)
    {
        var head = await site.EnsureAccountAsync("nha.committeehead", new GrantInput { Role = Role.CommitteeHead, CouncilId = site.Home.Id });
        var asked = new ResolutionInput
        {
            CouncilId = site.Home.Id, Number = $"{Interlocked.Increment(ref _number)}/NQ-HĐND", Title = "Về hỗ trợ trồng rừng gỗ lớn", Kind = "thematic", PassedOn = new DateOnly(2026, 7, 10), LeadAgencyId = site.Economy.Id,
        };
        var code = Done(await site.Get<ResolutionDesk>().RecordAsync(asked, head, Ct)).Value;
        var given = new FollowInput { AgencyId = site.Economy.Id, DueOn = new DateOnly(2026, 9, 10) };
        Done(await site.Get<ResolutionClauses>().AddAsync(code, new ClauseInput { Place = "Điều 2", Content = "Giao đất trồng rừng", Follow = given }, head, Ct));
        var noted = Done(await site.Get<ResolutionClauses>().AddAsync(code, new ClauseInput { Place = "Điều 4", Content = "Tổng kết" }, head, Ct)).Value;
        await using var db = site.Db();

        return (code, await db.Set<ResolutionTask>().Where(t => db.Set<Resolution>().Any(r => r.Id == t.ResolutionId && r.Code == code)).Select(t => t.Code).SingleAsync(Ct), noted);
    }

    private static T Done<T>(T result)
        where T : Result
    {
        Assert.False(result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }
}

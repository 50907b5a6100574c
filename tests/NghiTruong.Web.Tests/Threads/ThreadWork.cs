using NghiTruong.Accounts;
using NghiTruong.Refusals;
using NghiTruong.Threads;
using NghiTruong.Web.Tests.Petitions;
using NghiTruong.Web.Tests.Supervision;

namespace NghiTruong.Web.Tests.Threads;

/// <summary>What tests of threads do at home before they look at a page.</summary>
internal static class ThreadWork
{
    public const string Problem = "Ba hộ thôn Lũng chưa được chi trả tiền bảo vệ rừng";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Acting> ClerkAsync(this WebTest site) => site.EnsureAccountAsync("nha.clerk", new GrantInput { Role = Role.Clerk, CouncilId = site.Home.Id });

    public static async Task<string> ThreadAsync(this WebTest site)
    {
        var opened = await site.Get<ThreadDesk>().OpenAsync(
            new ThreadInput { CouncilId = site.Home.Id, Title = Problem, Field = "socialPolicy", Place = "Thôn Lũng" }, await site.ClerkAsync(), Ct);

        return opened.Value;
    }

    /// <summary>A thread with a petition that was sent and a supervision that was concluded; its recommendation is not in it yet.</summary>
    public static async Task<(string Thread, string Petition, string Supervision, string Recommendation)> FilledThreadAsync(this WebTest site)
    {
        var (thread, petition) = (await site.ThreadAsync(), await site.SentAsync());
        var (supervision, recommendation) = await site.ConcludedAsync();
        foreach (var record in new[] { petition, supervision })
        {
            await site.LinkAsync(thread, record);
        }

        return (thread, petition, supervision, recommendation);
    }

    public static async Task LinkAsync(this WebTest site, string thread, string record)
    {
        Result linked = await site.Get<ThreadDesk>().LinkAsync(thread, new ThreadRecordInput(record), await site.ClerkAsync(), Ct);
        Assert.False(linked.IsRefused, string.Join(", ", linked.Refusals.Select(r => r.Code)));
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Refusals;
using NghiTruong.Reviews;
using NghiTruong.Schemes;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Schemes.Demo;

namespace NghiTruong.Web.Reviews.Demo;

/// <summary>
/// The half year of the made-up scheme reviewed: one commune sent it inside the system, one on paper, the demo's own has a draft that is late, others have not begun. The commune's notice to the
/// Front was sent too.
/// </summary>
public sealed class ReviewDemo : IDemo
{
    public int Order => 61;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var story = new Story(stage);
        story.Send(stage.World.Communes[1], 26, onPaper: false);
        story.Send(stage.World.Communes[2], 24, onPaper: true);
        story.Draft();
        story.Notice();

        return Task.CompletedTask;
    }

    private sealed class Story(DemoStage stage)
    {
        private readonly SchemePeriod _period = SchemeDemo.Period(stage.Clock.DaysAgo(0));

        private ReviewDesk Desk => stage.Get<ReviewDesk>();

        public void Send(Council commune, int daysAgo, bool onPaper)
        {
            var (code, clerk) = ("", stage.ClerkOf(commune));
            stage.Script.On(daysAgo, ct => StartAsync(commune, ct), started => code = started);
            stage.Script.On(daysAgo - 1, ct => Desk.WriteAsync(
                code, new ReviewTextInput("", "Cấp ủy, Hội đồng nhân dân và Ủy ban nhân dân xã đã phối hợp chặt chẽ trong kỳ.", "Một số nội dung chậm so với kế hoạch.", "Nhân sự giúp việc còn mỏng.", "Bố trí đủ cán bộ giúp việc trong quý tới."), clerk, ct));
            stage.Script.On(daysAgo - 2, ct => Desk.SendAsync(code, new SendReviewInput("31", "BC-HĐND", null, null, onPaper), clerk, ct));
        }

        /// <summary>The demo's own commune: written, not sent, late.</summary>
        public void Draft()
        {
            var (code, clerk) = ("", stage.Person("vanphong"));
            stage.Script.On(18, ct => StartAsync(stage.World.Home, ct), started => code = started);
            stage.Script.On(17, ct => Desk.WriteAsync(code, new ReviewTextInput("", "Kế hoạch thực hiện đề án đã được quán triệt đến các chi bộ trực thuộc.", "Còn đại biểu chưa tiếp công dân trong kỳ.", null, "Xếp lịch tiếp công dân cho mọi đại biểu."), clerk, ct));
        }

        /// <summary>Half-yearly notice to the Front (Law 72/2025/QH15, Art 31.12).</summary>
        public void Notice()
        {
            var (code, clerk, period) = ("", stage.Person("vanphong"), _period.Half == 0 ? new SchemePeriod(_period.Year, 2) : _period);
            stage.Script.On(22, ct => Desk.StartAsync(new ReviewInput(stage.World.Home.Id, ReviewKind.FrontNotice, null, period.Key), clerk, ct), started => code = started);
            stage.Script.On(21, ct => Desk.WriteAsync(code, new ReviewTextInput("", "Hội đồng nhân dân đã tổ chức các kỳ họp, cuộc giám sát và tiếp xúc cử tri theo chương trình.", null, null, null), clerk, ct));
            stage.Script.On(20, ct => Desk.SendAsync(code, new SendReviewInput("28", "TB-HĐND"), clerk, ct));
        }

        private async Task<Result<string>> StartAsync(Council commune, CancellationToken ct)
        {
            await using var db = await stage.Get<IDbContextFactory<Db>>().CreateDbContextAsync(ct);
            var scheme = await db.Set<Scheme>().Where(s => s.CouncilId == commune.Id && s.ParentId != null).Select(s => s.Code).FirstAsync(ct);

            return await Desk.StartAsync(new ReviewInput(commune.Id, ReviewKind.Scheme, scheme, _period.Key), stage.ClerkOf(commune), ct);
        }
    }
}

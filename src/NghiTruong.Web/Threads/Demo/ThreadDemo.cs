using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Supervision;
using NghiTruong.Threads;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Threads.Demo;

/// <summary>
/// Two threads of the made-up commune: the water work of a hamlet, from what voters said through the supervision, its finding, conclusion and recommendation to the result confirmed; and a road
/// whose recommendation is late.
/// </summary>
public sealed class ThreadDemo : IDemo
{
    private const string WaterWork = "Công trình nước sinh hoạt thôn Lũng Phầy hỏng bơm, dân thiếu nước";
    private const string Road = "Đường giao thông nông thôn không được bảo trì hằng năm";

    public int Order => 30;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        new Story(stage).Tell();

        return Task.CompletedTask;
    }

    private sealed class Story(DemoStage stage)
    {
        private readonly Acting _clerk = stage.Person("vanphong");
        private readonly Acting _standing = stage.Person("thuongtruc");
        private readonly Acting _head = stage.Person("truongban");
        private string _petition = "";
        private string _water = "";
        private string _road = "";

        public void Tell()
        {
            Heard();
            stage.Script.On(136, async ct => await stage.Get<SupervisionDesk>().FindAsync(
                (await SupervisionAsync("water", ct)).Code,
                new FindingInput { Kind = FindingKind.Shortcoming, Text = "Bơm của công trình nước thôn Lũng Phầy hỏng từ tháng 3, chưa bố trí kinh phí sửa; 42 hộ phải chở nước.", Evidence = "Biên bản làm việc tại thôn", PetitionCode = _petition },
                _head, ct));
            WaterThread();
            RoadThread();
        }

        /// <summary>What the voters said before the supervision, and how it was answered.</summary>
        private void Heard()
        {
            stage.Script.On(162, ct => stage.Get<PetitionIntake>().RecordAsync(
                new PetitionInput
                {
                    CouncilId = stage.World.Home.Id, Content = "Đề nghị sửa bơm của công trình nước sinh hoạt tập trung thôn Lũng Phầy; từ tháng 3 đến nay 42 hộ phải chở nước từ suối.", Place = "Thôn Lũng Phầy",
                    Source = PetitionSource.Direct, Voters = 42,
                },
                _clerk, ct), code => _petition = code);
            stage.Script.On(161, ct => stage.Get<PetitionDesk>().ClassifyAllAsync([_petition], FieldCatalogue.Water, AuthorityCatalogue.Commune, _clerk, ct));
            stage.Script.On(160, async ct => await stage.Get<PetitionForwarder>().ForwardAsync(
                new ForwardInput
                {
                    Codes = [_petition], RecipientAgencyId = stage.World.AgencyOf(stage.World.Home, AgencyKind.PeoplesCommittee).Id, Abstract = "chuyển kiến nghị của cử tri thôn Lũng Phầy", Number = "14", Notation = "HĐND-VP",
                    IssuedOn = stage.Clock.DaysAgo(160),
                },
                _clerk, ct));
            stage.Script.On(146, async ct => await stage.Get<PetitionReplies>().AnswerAsync(
                new AnswerInput { Number = "51/UBND-VP", IssuedOn = stage.Clock.DaysAgo(147), Items = [new AnswerItem(_petition, "UBND xã đã giao Phòng Kinh tế khảo sát; chưa bố trí được kinh phí.", Outcome.InProgress)] }, _clerk, ct));
            Judge(20, Outcome.Settled);
        }

        private void Judge(int daysAgo, Outcome outcome)
        {
            stage.Script.On(daysAgo, ct => stage.Get<PetitionJudgement>().EvaluateAsync(_petition, outcome, "Đã có nước trở lại theo kết luận giám sát.", _clerk, ct));
            stage.Script.On(daysAgo - 2, ct => stage.Get<PetitionJudgement>().ConcludeAsync(_petition, outcome, "Nước đã chảy lại tới 42 hộ.", _standing, ct));
            stage.Script.On(daysAgo - 4, ct => stage.Get<PetitionJudgement>().NotifyAsync(_petition, NoticeChannel.Loudspeaker, null, "Loa thôn Lũng Phầy, 3 buổi", null, _clerk, ct));
            stage.Script.On(daysAgo - 5, ct => stage.Get<PetitionJudgement>().CloseAsync(_petition, _clerk, ct));
        }

        private void WaterThread()
        {
            stage.Script.On(158, ct => stage.Get<ThreadDesk>().OpenAsync(
                new ThreadInput { CouncilId = stage.World.Home.Id, Title = WaterWork, Field = FieldCatalogue.Water, Place = "Thôn Lũng Phầy", Record = new ThreadRecordInput(_petition) }, _clerk, ct), code => _water = code);
            stage.Script.On(130, async ct => await LinkAsync(_water, (await SupervisionAsync("water", ct)).Code, "Chuyên đề giám sát có công trình này", ct));
            stage.Script.On(120, async ct => await LinkAsync(_water, await RecommendationAsync("water", ct), null, ct));
            stage.Script.On(14, ct => stage.Get<ThreadDesk>().EndAsync(
                _water, new EndThreadInput("Bơm đã thay, 42 hộ có nước trở lại từ ngày nghiệm thu; đoàn giám sát đã đến thôn xác nhận, cử tri đã được thông báo."), _standing, ct));
        }

        /// <summary>Still open: what was recommended is late.</summary>
        private void RoadThread()
        {
            stage.Script.On(78, async ct => await stage.Get<ThreadDesk>().OpenAsync(
                new ThreadInput { CouncilId = stage.World.Home.Id, Title = Road, Field = FieldCatalogue.Transport, Record = new ThreadRecordInput((await SupervisionAsync("transport", ct)).Code) }, _head, ct), code => _road = code);
            stage.Script.On(70, async ct => await LinkAsync(_road, await RecommendationAsync("transport", ct), null, ct));
            stage.Script.On(11, async ct => await LinkAsync(_road, await OpenPetitionAsync(FieldCatalogue.Transport, ct), "Cử tri tiếp tục kiến nghị", ct));
        }

        private Task<Result> LinkAsync(string thread, string record, string? note, CancellationToken ct) => stage.Get<ThreadDesk>().LinkAsync(thread, new ThreadRecordInput(record, null, note), _clerk, ct);

        /// <summary>The first thematic supervision of a field in the story.</summary>
        private async Task<SupervisionCase> SupervisionAsync(string field, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<SupervisionCase>().AsNoTracking()
                .Where(s => s.CouncilId == stage.World.Home.Id && s.Field == field && s.Kind == SupervisionKind.Thematic && !s.FromLedger).OrderBy(s => s.CreatedAt).FirstAsync(ct);
        }

        private async Task<string> RecommendationAsync(string field, CancellationToken ct)
        {
            var supervision = (await SupervisionAsync(field, ct)).Id;
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<Recommendation>().Where(r => r.SupervisionId == supervision).Select(r => r.Code).FirstAsync(ct);
        }

        private async Task<string> OpenPetitionAsync(string field, CancellationToken ct)
        {
            await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

            return await db.Set<Petition>().Where(p => p.CouncilId == stage.World.Home.Id && p.Field == field && p.OwedBy != null).OrderByDescending(p => p.ReceivedOn).ThenBy(p => p.Code).Select(p => p.Code).FirstAsync(ct);
        }
    }
}

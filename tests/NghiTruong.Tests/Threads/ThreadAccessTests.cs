using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Supervision;
using NghiTruong.Support;
using NghiTruong.Tests.Supervision;
using NghiTruong.Tests.Verification;
using NghiTruong.Threads;
using NghiTruong.Verification;
using static NghiTruong.Tests.Supervision.SupervisionCases;
using static NghiTruong.Tests.Threads.ThreadCases;

namespace NghiTruong.Tests.Threads;

/// <summary>A thread never tells more of a record than its reader may see in the record's own room.</summary>
public sealed class ThreadAccessTests
{
    private const string Broken = "Đường ống hỏng từ tháng 3.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Findings_before_issue_are_told_to_the_council_that_holds_it_and_to_nobody_above_or_under_supervision(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, supervision) = await FoundAsync(house);
        var upper = house.Province.Clerk(house.Province.Own);
        var member = house.Province.Clerk() with
        {
            Capacities = [.. house.Province.Clerk().Capacities, .. SampleProvince.Officer(house.Province.NaMauCommittee).Capacities],
        };

        Assert.Contains((await ReadAsync(house, thread)).Lines, l => l.Said == Broken);
        foreach (var reader in new[] { upper, member })
        {
            var view = await ReadAsync(house, thread, reader);
            Assert.Equal(["supervision"], view.Records.Select(r => r.Told.Kind));
            Assert.DoesNotContain(view.Lines, l => l.Said == Broken || l.Event is "supervision.found" or "supervision.visited");
        }

        Done(await house.Get<SupervisionDesk>().HoldAsync(supervision, Day(9, 10), house.Province.Clerk(), Ct));
        Done(await house.Get<SupervisionResults>().ReportAsync(supervision, "05/BC", Day(9, 14), house.Province.Clerk(), Ct));

        foreach (var reader in new[] { upper, member })
        {
            Assert.Contains((await ReadAsync(house, thread, reader)).Lines, l => l.Said == Broken);
        }
    }

    [Theory, Engines]
    public async Task A_finding_that_stands_in_a_thread_by_itself_is_told_once(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, supervision) = await FoundAsync(house);

        var view = await ReadAsync(house, thread);

        Assert.Single(view.Lines, l => l.Said == Broken);
        Assert.Equal([supervision, supervision], view.Records.Select(r => r.Told.Code));
    }

    [Theory, Engines]
    public async Task A_thread_of_the_province_holds_a_record_of_the_commune_which_does_not_see_the_thread(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (petition, provinces) = (await SentPetitionAsync(house), await OpenedAsync(house, house.Province.Own));
        var upper = house.Province.Clerk(house.Province.Own);
        Done(await LinkAsync(house, provinces, petition, upper));

        Assert.Equal(petition, Assert.Single((await ReadAsync(house, provinces, upper)).Records).Told.Code);
        await using var db = house.Db();
        var link = await db.Set<ThreadLink>().SingleAsync(Ct);
        Assert.Single(await house.Get<ThreadReader>().OfRecordAsync("petition", link.RecordId, upper, Ct));
        Assert.Empty(await house.Get<ThreadReader>().OfRecordAsync("petition", link.RecordId, house.Province.Clerk(), Ct));
        Assert.Null(await house.Get<ThreadReader>().ReadAsync(provinces, house.Province.Clerk(), Ct));
        Assert.Equal(house.Province.NaMau.Id, (await db.Set<NghiTruong.Petitions.Petition>().SingleAsync(Ct)).CouncilId);
    }

    [Theory, Engines]
    public async Task Nobody_puts_in_what_they_may_not_read_and_is_not_told_whether_it_is_there(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var petition = await SentPetitionAsync(house);
        var proposed = Done(await house.Get<ProgrammeDesk>().ProposeAsync(Theme(house.Province.NaMau), SupervisionCases.Head(house.Province), Ct)).Value;
        var (neighbours, provinces) = (await OpenedAsync(house, house.Province.LungMau), await OpenedAsync(house, house.Province.Own));

        Refused("thread.recordNotFound", await LinkAsync(house, neighbours, petition, house.Province.Clerk(house.Province.LungMau)));
        Refused("thread.recordNotFound", await LinkAsync(house, neighbours, "KNCT-96001-2026-99999", house.Province.Clerk(house.Province.LungMau)));
        Refused("thread.recordNotFound", await LinkAsync(house, provinces, proposed, house.Province.Clerk(house.Province.Own)));
    }

    [Theory, Engines]
    public async Task An_upper_level_reads_a_thread_and_keeps_none_below_a_stranger_and_an_agency_find_none(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, petition, _, _) = await WholeAsync(house);
        var (upper, stranger, officer) = (house.Province.Clerk(house.Province.Own), house.Province.Clerk(house.Province.LungMau), SampleProvince.Officer(house.Province.NaMauCommittee));
        var desk = house.Get<ThreadDesk>();

        var seen = await ReadAsync(house, thread, upper);

        Assert.Equal(3, seen.Records.Count);
        Assert.False(seen.MayKeep);
        Assert.Empty(seen.Story);
        Refused("thread.notAllowed", await desk.EndAsync(thread, new EndThreadInput("Xong."), upper, Ct));
        Refused("thread.notAllowed", await LinkAsync(house, thread, petition, upper));
        Refused("council.notFound", await desk.OpenAsync(Input(house.Province.NaMau), upper, Ct));
        foreach (var nobody in new[] { stranger, officer })
        {
            Assert.Null(await house.Get<ThreadReader>().ReadAsync(thread, nobody, Ct));
            Assert.Empty((await house.Get<ThreadList>().ReadAsync(new ThreadFilter(), nobody, Ct)).Rows);
            Refused("thread.notFound", await desk.EditAsync(thread, Input(house.Province.NaMau), null, nobody, Ct));
        }

        var delegated = SampleProvince.As(Role.Delegate, house.Province.NaMau);
        Assert.NotNull(await house.Get<ThreadReader>().ReadAsync(thread, delegated, Ct));
        Refused("thread.notAllowed", await LinkAsync(house, thread, petition, delegated));
    }

    [Theory, Engines]
    public async Task Who_raised_a_petition_stands_nowhere_in_a_thread(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (thread, _, _, _) = await WholeAsync(house);

        var view = await ReadAsync(house, thread);

        var told = JsonSerializer.Serialize(new { view.Lines, view.Open, view.Records, view.Hints, view.Story }, NghiTruong.Journal.JournalData.Json);
        Assert.Contains("thôn Lũng", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Bàn Thị Cử Tri", told, StringComparison.Ordinal);
        Assert.DoesNotContain("0900000001", told, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task A_verification_is_told_above_once_its_report_is_issued_and_its_meeting_stays_at_home(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var issued = await VerificationCases.IssuedAsync(house);
        var thread = await OpenedAsync(house);
        Done(await LinkAsync(house, thread, issued));
        await using var db = house.Db();
        var session = await db.Set<VerificationCase>().Select(v => v.SessionId).FirstAsync(Ct);
        var open = Done(await house.Get<VerificationDesk>().OpenAsync(VerificationCases.Input(house, session, null), house.Province.Clerk(), Ct)).Value;
        Done(await LinkAsync(house, thread, open));

        var (home, above) = (await ReadAsync(house, thread), await ReadAsync(house, thread, house.Province.Clerk(house.Province.Own)));

        Assert.Equal([issued, open], home.Records.Select(r => r.Told.Code));
        Assert.Contains(home.Lines, l => l.Event == "verification.met");
        Assert.Equal([issued], above.Records.Select(r => r.Told.Code));
        Assert.Equal(["verification.reported"], above.Lines.Where(l => l.Kind == "verification").Select(l => l.Event));
        Assert.Equal([open], home.Open.Select(m => m.Code));
    }

    /// <summary>A supervision under way with a finding; both stand in a thread of the commune.</summary>
    private static async Task<(string Thread, string Supervision)> FoundAsync(TestHouse house)
    {
        var (supervision, clerk) = (await ProgrammedAsync(house), house.Province.Clerk());
        Done(await house.Get<SupervisionDesk>().SetBodiesAsync(supervision, [new SupervisedBodyInput(house.Province.NaMauCommittee.Id)], clerk, Ct));
        Done(await house.Get<SupervisionDesk>().FindAsync(supervision, new FindingInput { Kind = FindingKind.Shortcoming, Text = Broken, Evidence = "Biên bản" }, clerk, Ct));
        var thread = await OpenedAsync(house);
        await using var db = house.Db();
        var finding = await db.Set<SupervisionFinding>().Select(f => f.Id).SingleAsync(Ct);
        Done(await LinkAsync(house, thread, supervision));
        Done(await house.Get<ThreadDesk>().LinkAsync(thread, new ThreadRecordInput($"{finding}", "finding"), clerk, Ct));

        return (thread, supervision);
    }
}

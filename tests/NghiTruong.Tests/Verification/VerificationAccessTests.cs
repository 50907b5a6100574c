using NghiTruong.Accounts;
using NghiTruong.Support;
using NghiTruong.Verification;
using static NghiTruong.Tests.Verification.VerificationCases;

namespace NghiTruong.Tests.Verification;

/// <summary>Who sees what of a dossier, before and after its report is issued.</summary>
public sealed class VerificationAccessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task An_upper_level_reads_issued_reports_only(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var reader = house.Get<VerificationReader>();
        var code = await IssuedAsync(house);
        var upper = house.Province.Clerk(house.Province.Own);

        var seen = (await reader.ReadAsync(code, upper, Ct))!;
        Assert.Equal((true, false, false), (seen.MayReadReport, seen.MayReadDossier, seen.MayReadWorkbench));
        Assert.Equal(4, seen.Parts.Count);
        Assert.Empty(seen.Story);
        Refused("verification.notAllowed", await house.Get<VerificationWorkbench>().DraftReportAsync(code, upper, Ct));
    }

    [Theory, Engines]
    public async Task Before_issue_an_upper_level_and_a_stranger_find_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await OpenedAsync(house);
        foreach (var acting in new[] { house.Province.Clerk(house.Province.Own), house.Province.Clerk(house.Province.LungMau), SampleProvince.Officer(house.Province.NaMauEconomy), SampleProvince.As(Role.UpperViewer, house.Province.Own), SampleProvince.As(Role.Auditor, house.Province.NaMau) })
        {
            Assert.Null(await house.Get<VerificationReader>().ReadAsync(code, acting, Ct));
            Assert.Empty((await house.Get<VerificationList>().ReadAsync(new VerificationFilter(), acting, Ct)).Rows);
            Refused("verification.notFound", await house.Get<VerificationDesk>().CommentAsync(code, new CommentInput("A", null, "B"), acting, Ct));
        }
    }

    [Theory, Engines]
    public async Task The_agency_sees_its_parts_and_comments_and_not_the_workbench_before_issue(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, officer, head) = (await OpenedAsync(house), SampleProvince.Officer(house.Province.NaMauCommittee), house.Province.Head());
        Done(await ReceiveDraftAsync(house, code, new DraftFile()));
        Done(await house.Get<VerificationWorkbench>().WriteAsync(code, Parts, head, Ct));
        Done(await house.Get<VerificationWorkbench>().NoteAsync(code, new NoteInput { Text = "Xem lại Điều 2", Paragraph = 20 }, head, Ct));

        var before = (await house.Get<VerificationReader>().ReadAsync(code, officer, Ct))!;

        Assert.Equal((true, false, false), (before.MayReadDossier, before.MayReadReport, before.MayReadWorkbench));
        Assert.Equal((1, 0, 0), (before.Papers.Count, before.Parts.Count, before.Notes.Count));
        Refused("verification.notAllowed", await house.Get<VerificationWorkbench>().WriteAsync(code, Parts, officer, Ct));
        Assert.Null(await house.Get<VerificationReader>().DraftAsync(before, officer, Ct));
    }

    [Theory, Engines]
    public async Task A_delegate_reads_the_workbench_and_writes_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, someone) = (await OpenedAsync(house), SampleProvince.As(Role.Delegate, house.Province.NaMau));

        Assert.True((await house.Get<VerificationReader>().ReadAsync(code, someone, Ct))!.MayReadWorkbench);
        var officerToo = someone with { Capacities = [.. someone.Capacities, .. SampleProvince.Officer(house.Province.NaMauCommittee).Capacities] };
        Assert.False((await house.Get<VerificationReader>().ReadAsync(code, officerToo, Ct))!.MayReadWorkbench);
        Refused("verification.notAllowed", await house.Get<VerificationWorkbench>().WriteAsync(code, Parts, someone, Ct));
        Refused("verification.notAllowed", await ReceiveDraftAsync(house, code, new DraftFile(), someone));
        Refused("council.notFound", await house.Get<VerificationDesk>().OpenAsync(Input(house, null, null), someone, Ct));
    }
}

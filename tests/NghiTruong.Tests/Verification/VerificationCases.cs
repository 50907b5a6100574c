using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Refusals;
using NghiTruong.Support;
using NghiTruong.Verification;

namespace NghiTruong.Tests.Verification;

/// <summary>Made-up dossiers of the commune Nà Mẫu for a session on 15 October 2026, brought as far as a test wants them.</summary>
internal static class VerificationCases
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static DateOnly Opens { get; } = new(2026, 10, 15);

    public static Acting Head(this SampleProvince province) => SampleProvince.As(Role.CommitteeHead, province.NaMau);

    public static async Task<(Guid Session, Guid Committee)> SessionAsync(TestHouse house)
    {
        await using var db = house.Db();
        var session = new CouncilSession { Id = Guid.CreateVersion7(), CouncilId = house.Province.NaMau.Id, Term = "2026-2031", Number = 3, Kind = SessionKind.Regular, Name = "kỳ họp thứ ba", OpensOn = Opens };
        var body = new Body { Id = Guid.CreateVersion7(), CouncilId = house.Province.NaMau.Id, Kind = BodyKind.Committee, Code = "KTNS", Name = "Ban Kinh tế - Ngân sách", From = new DateOnly(2026, 3, 15) };
        db.Add(session);
        db.Add(body);
        await db.SaveChangesAsync(Ct);

        return (session.Id, body.Id);
    }

    public static async Task<string> OpenedAsync(TestHouse house)
    {
        var (session, committee) = await SessionAsync(house);

        return Done(await house.Get<VerificationDesk>().OpenAsync(Input(house, session, committee), house.Province.Head(), Ct)).Value;
    }

    public static VerificationInput Input(TestHouse house, Guid? session, Guid? committee) => new()
    {
        CouncilId = house.Province.NaMau.Id,
        Item = VerificationItem.DraftResolution,
        Title = "Dự thảo Nghị quyết về kế hoạch đầu tư công năm 2027",
        SessionId = session,
        AgencyId = house.Province.NaMauCommittee.Id,
        BodyId = committee,
    };

    public static Task<Result> ReceiveDraftAsync(TestHouse house, string code, DraftFile draft) => ReceiveDraftAsync(house, code, draft, house.Province.Clerk());

    public static async Task<Result> ReceiveDraftAsync(TestHouse house, string code, DraftFile draft, Acting acting)
    {
        var staged = Done(await house.Get<FileDesk>().TakeInAsync(new IncomingFile(house.Province.NaMau.Id, draft.Write(), "du-thao.docx"), Ct)).Value;

        return await house.Get<VerificationDesk>().ReceiveAsync(code, new PaperInput { Part = "duThao", File = staged }, acting, Ct);
    }

    public static Dictionary<string, PartText> Parts { get; } = new()
    {
        [ReportPart.LegalBasis] = new("Đúng thẩm quyền; một căn cứ đã hết hiệu lực, đề nghị thay."),
        [ReportPart.Content] = new("Phù hợp với nghị quyết của cấp trên."),
        [ReportPart.Resources] = new("Cân đối được trong dự toán năm 2027."),
        [ReportPart.Conclusion] = new("Đề nghị chỉnh lý căn cứ và Điều 2."),
    };

    public static MeetingInput Meeting { get; } = new()
    {
        Presentation = "Đại diện UBND xã trình bày.", Opinions = "Các thành viên đề nghị thay căn cứ.", Explanation = "UBND tiếp thu.",
        Members = 5, Present = 4, For = 3, Against = 1, Abstained = 0, Position = VerificationPosition.ReadyOnceRevised,
    };

    /// <summary>Written, met and issued on paper on 15 September.</summary>
    public static async Task<string> IssuedAsync(TestHouse house)
    {
        var (code, bench, head) = (await OpenedAsync(house), house.Get<VerificationWorkbench>(), house.Province.Head());
        Done(await bench.WriteAsync(code, Parts, head, Ct));
        Done(await bench.MeetAsync(code, Meeting, head, Ct));
        var letter = Done(await bench.DraftReportAsync(code, head, Ct)).Value;
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(letter, new IssuedOutside { Number = "07", Notation = "BC-HĐND", IssuedOn = new DateOnly(2026, 9, 15) }, null, house.Province.Clerk(), Ct));

        return code;
    }

    public static T Done<T>(T result)
        where T : Result
    {
        Assert.True(!result.IsRefused, string.Join(", ", result.Refusals.Select(r => $"{r.Code} ({r.Field})")));

        return result;
    }

    public static void Refused(string code, Result result) => Assert.Contains(code, result.Refusals.Select(r => r.Code));
}

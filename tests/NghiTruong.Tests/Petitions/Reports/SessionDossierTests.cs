using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Support;
using NghiTruong.Tests.Documents.Word;
using NghiTruong.Tests.Letters;
using static NghiTruong.Tests.Petitions.Reports.SessionSamples;

namespace NghiTruong.Tests.Petitions.Reports;

/// <summary>Hồ sơ kiến nghị trước kỳ họp: one press gives all papers, and they agree with the summary.</summary>
public sealed class SessionDossierTests
{
    private const string Second = "2026-2031/2";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task One_press_gives_six_papers_whose_figures_are_those_of_the_summary(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (first, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house,
        [
            .. Many(12, _ => Petition(house.Province.NaMau, second, Outcome.Settled)),
            .. Many(3, _ => Petition(house.Province.NaMau, second, Outcome.InProgress)),
            .. Many(2, _ => Petition(house.Province.NaMau, second, null, p => p.ForwardTo(house.Province.NaMauEconomy.Id, new(2026, 6, 1), new(2026, 7, 1)))),
            .. Many(4, _ => Petition(house.Province.NaMau, first, Outcome.NotSettled)),
            Petition(house.Province.NaMau, first, Outcome.Settled),
            .. Many(5, _ => Petition(house.Province.LungMau, null, null)),
        ]);

        var zip = (await house.Get<SessionDossier>().WriteAllAsync(house.Province.NaMau.Id, Second, house.Province.Clerk(), Ct))!.Value;
        var files = FilesOf(zip);
        var texts = files.ToDictionary(f => f.Key, f => TextOf(f.Value));
        var figures = (await house.Get<PetitionSummary>().ReadAsync(new SummaryInput(SummaryPlace.Of(house.Province.NaMau.Id), Second), house.Province.Clerk(), Ct))!;

        Assert.Equal(
            ["01-bao-cao-tong-hop.docx", "02-bao-cao-giam-sat.docx", "03-du-thao-nghi-quyet.docx", "04-phu-luc-tham-quyen.docx", "05-phu-luc-co-quan.docx", "06-phu-luc-ton-dong.docx"],
            files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((17, 12, 2), (figures.Total, figures.ByOutcome["settled"], figures.Overdue));
        Assert.Contains("đã tiếp nhận 17 kiến nghị của cử tri", texts["01-bao-cao-tong-hop.docx"], StringComparison.Ordinal);
        Assert.Contains(
            "trong tổng số 17 kiến nghị: đã giải quyết 12 kiến nghị (70,6%); đang giải quyết 03 kiến nghị (17,6%); chưa có kết quả 02 kiến nghị (11,8%)",
            texts["02-bao-cao-giam-sat.docx"], StringComparison.Ordinal);
        Assert.Contains("Còn 02 kiến nghị quá hạn trả lời, gồm: Phòng Kinh tế 02 kiến nghị.", texts["02-bao-cao-giam-sat.docx"], StringComparison.Ordinal);
        Assert.Contains("Trong 04 kiến nghị tồn đọng từ các kỳ họp trước", texts["02-bao-cao-giam-sat.docx"], StringComparison.Ordinal);
        Assert.Contains("Trong 05 kiến nghị gửi đến Kỳ họp thứ 1: đã giải quyết 01 kiến nghị (20%)", texts["02-bao-cao-giam-sat.docx"], StringComparison.Ordinal);
        Assert.Contains("Điều 1. Tán thành", texts["03-du-thao-nghi-quyet.docx"], StringComparison.Ordinal);
        Assert.Contains("Tiếp tục giải quyết 05 kiến nghị", texts["03-du-thao-nghi-quyet.docx"], StringComparison.Ordinal);
        Assert.Equal([17, 17, 4], files.Where(f => f.Key.Contains("phu-luc", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Numbered(f.Value)));
    }

    [Theory, Engines]
    public async Task The_open_ones_of_earlier_sessions_are_the_list_behind_their_figure(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (first, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house,
        [
            .. Many(3, _ => Petition(house.Province.NaMau, first, Outcome.Partly)),
            Petition(house.Province.NaMau, first, null),
            Petition(house.Province.NaMau, first, Outcome.Explained),
            Petition(house.Province.NaMau, first, Outcome.InProgress, p => p.MergeInto(Guid.CreateVersion7())),
            Petition(house.Province.NaMau, second, Outcome.NotSettled, p => p.IsPressing = true),
            Petition(house.Province.NaMau, second, Outcome.Settled, p => p.RaisedAgainOfId = Guid.CreateVersion7()),
        ]);

        var (figures, report) = (await house.Get<SessionFiguresReader>().ReadAsync(house.Province.NaMau.Id, Second, house.Province.Clerk(), Ct))!.Value;
        var backlog = report.Whole with { Session = null, BacklogOf = second.Id };

        Assert.Equal((4, 1, 1), (figures.Backlog, figures.RaisedAgain, figures.PressingCount));
        Assert.Equal(figures.Backlog, await PetitionReportTests.ListedAsync(house, backlog, house.Province.Clerk()));
        Assert.Equal(1, await PetitionReportTests.ListedAsync(house, report.Whole with { RaisedAgain = true }, house.Province.Clerk()));
        Assert.Equal(1, await PetitionReportTests.ListedAsync(house, report.Whole with { Pressing = true }, house.Province.Clerk()));
        Assert.Equal((3, 1), (figures.BacklogByOutcome["partly"], figures.BacklogByOutcome["none"]));
    }

    [Theory, Engines]
    public async Task An_empty_session_makes_no_papers_and_says_so(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await SessionsAsync(house, house.Province.NaMau);

        Assert.Equal("dossier.empty", Assert.Single((await house.Get<SessionDossier>().WriteAllAsync(house.Province.NaMau.Id, Second, house.Province.Clerk(), Ct))!.Refusals).Code);
        LetterSamples.Refused("dossier.empty", await house.Get<SessionDossier>().DraftAsync(house.Province.NaMau.Id, Second, house.Province.Clerk(), Ct));
        Assert.Null(await house.Get<SessionDossier>().WriteAllAsync(house.Province.NaMau.Id, "2026-2031/9", house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task The_dossier_is_for_the_own_desk_and_only_the_desk_puts_it_onto_the_signing_path(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house, [Petition(house.Province.NaMau, second, Outcome.Settled)]);
        var dossier = house.Get<SessionDossier>();
        Dictionary<Role, (bool Reads, bool Drafts)> expected = new()
        {
            [Role.Clerk] = (true, true),
            [Role.StandingCommittee] = (true, true),
            [Role.CommitteeHead] = (true, false),
        };

        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.AgencyOfficer))
        {
            foreach (var council in new[] { house.Province.NaMau, house.Province.LungMau, house.Province.Own })
            {
                var person = SampleProvince.As(role, council);
                var (reads, drafts) = council == house.Province.NaMau ? expected.GetValueOrDefault(role) : (false, false);
                var written = await dossier.WriteAsync(house.Province.NaMau.Id, Second, "bao-cao-giam-sat", person, Ct);
                Assert.True(reads == written is { IsRefused: false }, $"{role} of {council.Name} reads");
                if (!drafts)
                {
                    LetterSamples.Refused(reads ? "dossier.notAllowed" : "dossier.sessionUnknown", await dossier.DraftAsync(house.Province.NaMau.Id, Second, person, Ct));
                }
            }
        }

        Assert.Null(await dossier.WriteAllAsync(house.Province.NaMau.Id, Second, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Assert.Equal(3, (await dossier.DraftAsync(house.Province.NaMau.Id, Second, house.Province.StandingCommittee(), Ct)).Value.Count);
    }

    [Theory, Engines]
    public async Task A_paper_on_the_signing_path_keeps_its_figures_until_the_desk_takes_new_ones_and_for_good_once_signed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house, [.. Many(3, _ => Petition(house.Province.NaMau, second, Outcome.Settled))]);
        var (dossier, clerk) = (house.Get<SessionDossier>(), house.Province.Clerk());

        var letters = (await dossier.DraftAsync(house.Province.NaMau.Id, Second, clerk, Ct)).Value;
        LetterSamples.Refused("dossier.alreadyDrafted", await dossier.DraftAsync(house.Province.NaMau.Id, Second, clerk, Ct));
        await StoreAsync(house, [Petition(house.Province.NaMau, second, Outcome.Settled)]);
        Assert.Contains("đã tiếp nhận 03 kiến nghị", await WordAsync(house, letters[0]), StringComparison.Ordinal);

        LetterSamples.Done(await dossier.RefreshAsync(letters[0], clerk, Ct));
        Assert.Contains("đã tiếp nhận 04 kiến nghị", await WordAsync(house, letters[0]), StringComparison.Ordinal);
        LetterSamples.Done(await house.Get<LetterDesk>().SubmitAsync(letters[0], clerk, Ct));
        LetterSamples.Done(await house.Get<LetterDesk>().SignAsync(letters[0], house.Province.StandingCommittee(), Ct));
        LetterSamples.Refused("dossier.signed", await dossier.RefreshAsync(letters[0], clerk, Ct));
        LetterSamples.Refused("letter.notFound", await dossier.RefreshAsync(letters[0], house.Province.Clerk(house.Province.LungMau), Ct));

        var standing = await dossier.LettersAsync(second.Id, clerk, Ct);
        Assert.Equal([LetterState.Signed, LetterState.Draft, LetterState.Draft], standing.Select(l => l.State));
        Assert.Empty(await dossier.LettersAsync(second.Id, SampleProvince.As(Role.UpperViewer, house.Province.Own), Ct));
    }

    [Theory, Engines]
    public async Task The_resolution_is_issued_by_the_council_and_cites_the_law_of_its_day(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house, [Petition(house.Province.NaMau, second, Outcome.Settled)]);

        var text = TextOf((await house.Get<SessionDossier>().WriteAsync(house.Province.NaMau.Id, Second, "du-thao-nghi-quyet", house.Province.Clerk(), Ct))!.Value.Content);

        Assert.Contains("HỘI ĐỒNG NHÂN DÂN\nXÃ NÀ MẪU", text.ReplaceLineEndings("\n").Replace("HỘI ĐỒNG NHÂN DÂNXÃ", "HỘI ĐỒNG NHÂN DÂN\nXÃ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("/NQ-HĐND", text, StringComparison.Ordinal);
        Assert.Contains("121/2025/QH15", text, StringComparison.Ordinal);
        Assert.Contains("72/2025/QH15", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TM. THƯỜNG TRỰC", text, StringComparison.Ordinal);
        Assert.Contains("DỰ THẢO", text, StringComparison.Ordinal);
    }

    [Theory, Engines]
    public async Task The_offices_own_template_writes_the_paper(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house, [.. Many(6, _ => Petition(house.Province.NaMau, second, Outcome.Settled)), Petition(house.Province.NaMau, second, Outcome.InProgress)]);
        var templates = house.Get<LetterTemplates>();
        var mine = WordPackages.Of(WordPackages.Paragraph("Báo cáo của {{TenCoQuanBanHanh}} về {{TenKyHop}}: {{TongSoKienNghi}} kiến nghị, xong {{DaGiaiQuyet}}, đang làm {{DangGiaiQuyet}}."));
        LetterSamples.Done(await templates.TakeAsync(house.Province.NaMau.Id, SettlementReport.KindCode, mine, "mau.docx", house.Province.Clerk(), Ct));

        var text = TextOf((await house.Get<SessionDossier>().WriteAsync(house.Province.NaMau.Id, Second, "bao-cao-giam-sat", house.Province.Clerk(), Ct))!.Value.Content);

        Assert.Equal("Báo cáo của Thường trực Hội đồng nhân dân xã Nà Mẫu về Kỳ họp thứ 2: 7 kiến nghị, xong 6, đang làm 1.", text.Trim());
        Assert.Equal("template.unknownField", Assert.Single((await templates.TakeAsync(
            house.Province.NaMau.Id, SettlementReport.KindCode, WordPackages.Of(WordPackages.Paragraph("{{TenCuTri}}")), "mau.docx", house.Province.Clerk(), Ct)).Refusals).Code);
    }

    [Theory, Engines]
    public async Task A_template_is_looked_at_by_the_guard_before_anything_reads_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var templates = house.Get<LetterTemplates>();
        async Task<string> RefusedAsync(int megabytes, NghiTruong.Accounts.Acting by) => Assert.Single((await templates.TakeAsync(
            house.Province.NaMau.Id, SettlementReport.KindCode, WordPackages.Of(WordPackages.Paragraph("{{TenCuTri}}" + new string('x', megabytes * 1024 * 1024))), "mau.docx", by, Ct)).Refusals).Code;

        Assert.Equal("file.bomb", await RefusedAsync(21, house.Province.Clerk()));
        Assert.Equal("word.tooLarge", await RefusedAsync(11, house.Province.Clerk()));
        Assert.Equal("council.notFound", await RefusedAsync(21, house.Province.Clerk(house.Province.LungMau)));
    }

    [Theory, Engines]
    public async Task No_paper_names_a_voter(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, second) = await SessionsAsync(house, house.Province.NaMau);
        var code = (await house.Get<PetitionIntake>().RecordAsync(
            new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = "Đề nghị sửa cầu treo.", SessionId = second.Id, PersonName = "Nông Thị Kín", PersonPhone = "0912345678" }, house.Province.Clerk(), Ct)).Value;

        var files = FilesOf((await house.Get<SessionDossier>().WriteAllAsync(house.Province.NaMau.Id, Second, house.Province.Clerk(), Ct))!.Value);

        Assert.Contains(files.Values, f => TextOf(f).Contains(code, StringComparison.Ordinal));
        Assert.All(files.Values, f => Assert.DoesNotContain("Nông Thị Kín", TextOf(f), StringComparison.Ordinal));
        Assert.All(files.Values, f => Assert.DoesNotContain("0912345678", TextOf(f), StringComparison.Ordinal));
    }

    [Theory, Engines]
    public async Task Two_thousand_petitions_are_all_in_the_annexes(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (_, second) = await SessionsAsync(house, house.Province.NaMau);
        await StoreAsync(house, [.. Many(2_000, i => Petition(house.Province.NaMau, second, i % 3 == 0 ? null : Outcome.Settled, p => p.LeadAgencyId = i % 2 == 0 ? house.Province.NaMauEconomy.Id : null))]);

        var zip = (await house.Get<SessionDossier>().WriteAllAsync(house.Province.NaMau.Id, Second, house.Province.Clerk(), Ct))!.Value;

        Assert.Equal(2_000, Numbered(FilesOf(zip)["05-phu-luc-co-quan.docx"]));
    }

    /// <summary>Rows of an annex that carry a number.</summary>
    private static int Numbered(byte[] docx) => RowsOf(docx).Count(r => r.Length > 2 && int.TryParse(r[0], out _));

    private static async Task<string> WordAsync(TestHouse house, Guid letter)
    {
        await using var db = house.Db();
        Assert.True(await db.Set<OfficialLetter>().AnyAsync(l => l.Id == letter, Ct));

        return TextOf((await house.Get<LetterForms>().WriteAsync(letter, house.Province.Clerk(), Ct))!.Value.Content);
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Support;
using static NghiTruong.Tests.Letters.LetterSamples;

namespace NghiTruong.Tests.Letters;

/// <summary>Dự thảo, trình ký, đã ký, lấy số, đóng dấu, phát hành, thu hồi.</summary>
public sealed class SigningPathTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_letter_goes_step_by_step_and_its_petitions_are_sent_on_the_day_it_is_issued(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, standing) = (house.Province.Clerk(), house.Province.StandingCommittee());
        var (desk, office) = (house.Get<LetterDesk>(), house.Get<LetterOffice>());
        var code = await RecordAsync(house, "Sửa đường liên thôn");
        var id = await DraftAsync(house, code);

        Assert.Null(await house.Get<PetitionPageReader>().ReadAsync(code, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        Refused("letter.wrongStep", await office.IssueAsync(id, clerk, Ct));
        Done(await desk.SubmitAsync(id, clerk, Ct));
        Refused("letter.notAllowed", await desk.SignAsync(id, clerk, Ct));
        Done(await desk.SignAsync(id, standing, Ct));
        house.Clock.SetDay(new DateOnly(2026, 9, 16));
        Assert.Equal("35/HĐND-VP", (await office.NumberAsync(id, "35", null, null, clerk, Ct)).Value);
        Done(await office.SealAsync(id, clerk, Ct));
        Assert.Equal(PetitionStatus.Classified, (await PetitionAsync(house, code)).Status);
        Done(await office.IssueAsync(id, clerk, Ct));

        var petition = await PetitionAsync(house, code);
        Assert.Equal((PetitionStatus.Forwarded, new DateOnly(2026, 9, 16), new DateOnly(2026, 10, 16)), (petition.Status, petition.ForwardedOn, petition.DueOn));
        Assert.NotNull(await house.Get<PetitionPageReader>().ReadAsync(code, SampleProvince.Officer(house.Province.NaMauCommittee), Ct));
        await using var db = house.Db();
        Assert.Equal(
            ["letter.drafted", "letter.submitted", "letter.signed", "letter.numbered", "letter.sealed", "letter.issued"],
            await db.Set<JournalEntry>().Where(e => e.SubjectId == id).OrderBy(e => e.Sequence).Select(e => e.EventCode).ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task What_was_signed_and_numbered_outside_is_recorded_in_one_go_with_its_scan(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house, "Kéo điện");
        var id = await DraftAsync(house, code);
        var seen = new IssuedOutside { Number = "036/HĐND-VP", SignedOn = new DateOnly(2026, 9, 10), IssuedOn = new DateOnly(2026, 9, 11), Signer = "Lò Thị Thử" };

        Refused("letter.signedAfterIssue", await house.Get<LetterOffice>().RecordOutsideAsync(id, seen with { IssuedOn = new DateOnly(2026, 9, 9) }, null, house.Province.Clerk(), Ct));
        Refused("letter.issuedInFuture", await house.Get<LetterOffice>().RecordOutsideAsync(id, seen with { IssuedOn = new DateOnly(2026, 9, 16) }, null, house.Province.Clerk(), Ct));
        Refused("letter.numberMissing", await house.Get<LetterOffice>().RecordOutsideAsync(id, seen with { Number = null }, null, house.Province.Clerk(), Ct));
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(id, seen, await ScanAsync(house), house.Province.Clerk(), Ct));

        var view = await house.Get<LetterList>().FindAsync(id, house.Province.Clerk(), Ct);
        Assert.Equal(("036/HĐND-VP", LetterState.Issued, true), (view!.Letter.FullNumber, view.Letter.State, view.Letter.IsRecordedAfterwards));
        Assert.Equal("ban-ky.pdf", Assert.Single(view.Copies).FileName);
        Assert.Equal(new DateOnly(2026, 10, 12), (await PetitionAsync(house, code)).DueOn);
    }

    [Theory, Engines]
    public async Task A_number_stands_once_in_a_year_and_notation_and_the_refusal_names_what_holds_it(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (office, clerk) = (house.Get<LetterOffice>(), house.Province.Clerk());
        var (first, second) = (await SignedAsync(house, "mời họp thứ nhất"), await SignedAsync(house, "mời họp thứ hai"));
        Done(await office.NumberAsync(first, "35", "HĐND-VP", null, clerk, Ct));

        var refused = await office.NumberAsync(second, "0035", "hđnd-vp", null, clerk, Ct);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal("letter.numberTaken", refusal.Code);
        Assert.Contains("mời họp thứ nhất", refusal.Values.OfType<string>());
        Done(await office.NumberAsync(second, "35", "BC-HĐND", null, clerk, Ct));
        house.Clock.SetDay(new DateOnly(2027, 1, 4));
        Done(await office.NumberAsync(await SignedAsync(house), "35", "HĐND-VP", null, clerk, Ct));
    }

    [Theory, Engines]
    public async Task Sixteen_letters_numbered_at_once_from_our_own_series_leave_no_gap_and_no_double(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (office, clerk) = (house.Get<LetterOffice>(), house.Province.Clerk());
        List<Guid> letters = [];
        for (var i = 0; i < 17; i++)
        {
            letters.Add(await SignedAsync(house, $"văn bản {i}"));
        }

        Refused("letter.numberMissing", await office.NumberAsync(letters[0], null, "HĐND-VP", null, clerk, Ct));
        Done(await office.OpenSeriesAsync(house.Province.NaMau.Id, "HĐND-VP", 120, clerk, Ct));
        Done(await office.NumberAsync(letters[16], "125", "HĐND-VP", null, clerk, Ct));
        var numbers = await Task.WhenAll(letters.Take(16).Select(async id => (await office.NumberAsync(id, null, "HĐND-VP", null, clerk, Ct)).Value));

        Assert.Equal(Enumerable.Range(120, 17).Where(n => n != 125).Select(n => $"{n}/HĐND-VP"), numbers.Order(StringComparer.Ordinal));
        Refused("letter.seriesBackwards", await office.OpenSeriesAsync(house.Province.NaMau.Id, "HĐND-VP", 100, clerk, Ct));
        Assert.Equal(17, (await house.Get<LetterList>().RegisterAsync(house.Province.NaMau.Id, 2026, null, clerk, Ct)).Count);
    }

    [Theory, Engines]
    public async Task The_same_typed_number_for_sixteen_letters_at_once_is_given_to_one(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        List<Guid> letters = [];
        for (var i = 0; i < 16; i++)
        {
            letters.Add(await SignedAsync(house, $"văn bản {i}"));
        }

        var results = await Task.WhenAll(letters.Select(id => house.Get<LetterOffice>().NumberAsync(id, "7", "HĐND-VP", null, house.Province.Clerk(), Ct)));

        Assert.Single(results, r => !r.IsRefused);
        Assert.Equal(15, results.Count(r => r.Refusals is [{ Code: "letter.numberTaken" }]));
    }

    [Theory, Engines]
    public async Task A_withdrawn_letter_keeps_its_number_frees_its_petitions_and_drafts_the_notice(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await SentAsync(house, "Sửa cầu");
        await using var db = house.Db();
        var id = await db.Set<OfficialLetter>().Select(l => l.Id).SingleAsync(Ct);

        Refused("letter.reasonMissing", await house.Get<LetterOffice>().WithdrawAsync(id, " ", house.Province.Clerk(), Ct));
        var notice = (await house.Get<LetterOffice>().WithdrawAsync(id, "Gửi nhầm cơ quan", house.Province.Clerk(), Ct)).Value;

        var view = (await house.Get<LetterList>().FindAsync(id, house.Province.Clerk(), Ct))!;
        Assert.Equal((LetterState.Withdrawn, "35/HĐND-VP"), (view.Letter.State, view.Letter.FullNumber));
        Assert.Equal((notice, "petitions.withdrawal", LetterState.Draft), view.Notices.Select(n => (n.Id, n.Kind, n.State)).Single());
        var petition = await PetitionAsync(house, code);
        Assert.Equal((PetitionStatus.Classified, null), (petition.Status, petition.OwedBy));
        Done(await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauCommittee.Id, Number = "36", Notation = "HĐND-VP", IssuedOn = new DateOnly(2026, 9, 15) },
            house.Province.Clerk(), Ct));
        Assert.Equal(PetitionStatus.Forwarded, (await PetitionAsync(house, code)).Status);
    }

    [Theory, Engines]
    public async Task Petitions_taken_back_one_by_one_share_one_drafted_notice(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (first, second) = (await RecordAsync(house, "Sửa cầu"), await RecordAsync(house, "Sửa trường"));
        var id = await DraftAsync(house, first, second);
        Done(await house.Get<LetterOffice>().RecordOutsideAsync(id, new IssuedOutside { Number = "40", IssuedOn = new DateOnly(2026, 9, 14) }, null, house.Province.Clerk(), Ct));

        Done(await house.Get<PetitionForwarder>().WithdrawAsync(first, "Trùng", house.Province.Clerk(), Ct));
        Done(await house.Get<PetitionForwarder>().WithdrawAsync(second, "Trùng", house.Province.Clerk(), Ct));

        var view = (await house.Get<LetterList>().FindAsync(id, house.Province.Clerk(), Ct))!;
        Assert.Equal("petitions.withdrawal", Assert.Single(view.Notices).Kind);
        Assert.Equal(LetterState.Issued, view.Letter.State);
    }

    [Theory, Engines]
    public async Task A_discarded_draft_frees_its_petitions_for_another_letter(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var code = await RecordAsync(house, "Sửa cầu");
        var id = await DraftAsync(house, code);
        var again = new ForwardInput { Codes = [code], RecipientAgencyId = house.Province.NaMauEconomy.Id };

        Refused("petition.inAnotherLetter", await house.Get<PetitionForwarder>().ForwardAsync(again, house.Province.Clerk(), Ct));
        Done(await house.Get<LetterDesk>().DiscardAsync(id, house.Province.Clerk(), Ct));

        Done(await house.Get<PetitionForwarder>().ForwardAsync(again, house.Province.Clerk(), Ct));
    }

    [Theory, Engines]
    public async Task A_committees_letter_is_signed_by_its_head_and_others_by_the_standing_committee(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var body = await AddBodyAsync(house, BodyKind.Committee, "Ban Pháp chế HĐND");
        var head = SampleProvince.As(Role.CommitteeHead, house.Province.NaMau);
        var id = (await house.Get<LetterDesk>().DraftAsync(Input(house, "đề nghị báo cáo") with { BodyId = body.Id }, house.Province.Clerk(), Ct)).Value;
        Done(await house.Get<LetterDesk>().SubmitAsync(id, house.Province.Clerk(), Ct));

        Refused("letter.notYourBody", await house.Get<LetterDesk>().SignAsync(id, house.Province.StandingCommittee(), Ct));
        Done(await house.Get<LetterDesk>().SignAsync(id, head, Ct));

        Assert.Equal("Lò Thị Thử", (await house.Get<LetterList>().FindAsync(id, head, Ct))!.Letter.SignerName);
    }

    [Theory, Engines]
    public async Task A_signed_letter_still_in_the_house_after_the_next_working_day_is_late(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        house.Clock.SetDay(new DateOnly(2026, 9, 18)); // A Friday: Monday is the last day.
        var id = await SignedAsync(house);

        async Task<bool> IsLateAsync(DateOnly day) => (await house.Get<LetterList>().FindAsync(id, house.Province.Clerk(), Ct))!.IsLate(day);

        Assert.False(await IsLateAsync(new DateOnly(2026, 9, 21)));
        Assert.True(await IsLateAsync(new DateOnly(2026, 9, 22)));
        var row = Assert.Single((await house.Get<LetterList>().ReadAsync(LetterFolder.ToNumber, null, null, null, house.Province.Clerk(), Ct)).Rows);
        Assert.Equal(new DateOnly(2026, 9, 21), row.OutBy);
    }

    [Theory, Engines]
    public async Task Drafts_stay_at_home_and_issued_letters_flow_up_and_to_the_recipient(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (draft, code) = (await DraftAsync(house, await RecordAsync(house, "Một")), await SentAsync(house, "Hai"));
        var list = house.Get<LetterList>();

        async Task<int> SeesAsync(Acting who) => (await list.ReadAsync(LetterFolder.All, null, null, null, who, Ct)).Rows.Count;

        Assert.Equal(2, await SeesAsync(house.Province.Clerk()));
        Assert.Equal(1, await SeesAsync(SampleProvince.As(Role.UpperViewer, house.Province.Own)));
        Assert.Equal(1, await SeesAsync(SampleProvince.Officer(house.Province.NaMauCommittee)));
        Assert.Equal(0, await SeesAsync(SampleProvince.Officer(house.Province.NaMauEconomy)));
        Assert.Equal(0, await SeesAsync(house.Province.Clerk(house.Province.LungMau)));
        Assert.Null(await list.FindAsync(draft, SampleProvince.As(Role.UpperViewer, house.Province.Own), Ct));
        Refused("letter.notFound", await house.Get<LetterDesk>().SubmitAsync(draft, house.Province.Clerk(house.Province.LungMau), Ct));
        Assert.NotNull(code);
    }

    [Theory, Engines]
    public async Task A_text_marked_secret_is_refused_at_its_field(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var refused = await house.Get<LetterDesk>().DraftAsync(Input(house, "báo cáo (TỐI MẬT)"), house.Province.Clerk(), Ct);

        Assert.Equal(("text.secret", "Abstract"), refused.Refusals.Select(r => (r.Code, r.Field!)).Single());
    }

    [Theory, Engines]
    public async Task Two_clerks_who_edit_the_same_draft_do_not_overwrite_each_other(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, clerk) = (house.Get<LetterDesk>(), house.Province.Clerk());
        var id = (await desk.DraftAsync(Input(house, "mời họp"), clerk, Ct)).Value;

        Done(await desk.EditAsync(id, Input(house, "mời dự họp") with { Version = 0 }, clerk, Ct));
        Refused("record.changedMeanwhile", await desk.EditAsync(id, Input(house, "mời") with { Version = 0 }, clerk, Ct));
        Done(await desk.SubmitAsync(id, clerk, Ct));
        Refused("letter.reasonMissing", await desk.ReturnAsync(id, "", house.Province.StandingCommittee(), Ct));
        Done(await desk.ReturnAsync(id, "Sửa trích yếu", house.Province.StandingCommittee(), Ct));

        Assert.Equal((LetterState.Draft, "mời dự họp"), (await house.Get<LetterList>().FindAsync(id, clerk, Ct)) is { } v ? (v.Letter.State, v.Letter.Abstract) : default);
    }

    [Theory]
    [InlineData("35", "HĐND-VP", "35", "HĐND-VP")]
    [InlineData("35/HĐND-VP", null, "35", "HĐND-VP")]
    [InlineData(" 07 ", "bc-hđnd", "07", "BC-HĐND")]
    [InlineData("12a", "HĐND", "12a", "HĐND")]
    public void A_number_is_taken_as_clerks_type_it(string number, string? notation, string expected, string expectedNotation)
    {
        var parsed = LetterNumber.Parse(number, notation);

        Assert.Equal(new LetterNumber(expected, expectedNotation), parsed.Value);
    }

    [Theory]
    [InlineData("0", "HĐND-VP", "letter.numberWrong")]
    [InlineData("mười", "HĐND-VP", "letter.numberWrong")]
    [InlineData("12-BC/ĐU", null, "letter.numberWrong")]
    [InlineData("12", "", "letter.notationMissing")]
    [InlineData("12", "<b>", "letter.notationWrong")]
    public void What_is_no_number_is_refused(string number, string? notation, string code) =>
        Assert.Equal(code, Assert.Single(LetterNumber.Parse(number, notation).Refusals).Code);

    private static async Task<Petition> PetitionAsync(TestHouse house, string code)
    {
        await using var db = house.Db();

        return await db.Set<Petition>().AsNoTracking().SingleAsync(p => p.Code == code, Ct);
    }
}

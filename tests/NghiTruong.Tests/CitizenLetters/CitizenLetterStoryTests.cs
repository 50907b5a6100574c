using Microsoft.EntityFrameworkCore;
using NghiTruong.CitizenLetters;
using NghiTruong.Counting;
using NghiTruong.FollowUp;
using NghiTruong.Law.Definitions;
using NghiTruong.Letters;
using NghiTruong.Support;
using static NghiTruong.Tests.CitizenLetters.CitizenLetterCases;

namespace NghiTruong.Tests.CitizenLetters;

/// <summary>A letter from the register to the sender told, with its days by kind.</summary>
public sealed class CitizenLetterStoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_letter_is_registered_passed_on_answered_told_and_closed_and_counts_as_passed(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, desk) = (house.Province.Clerk(), house.Get<CitizenLetterDesk>());
        var code = await TransferredAsync(house, CitizenLetterKind.Request, clerk);
        await using (var db = house.Db())
        {
            var item = await db.Set<FollowUpItem>().SingleAsync(Ct);
            Assert.Equal((house.Province.NaMauEconomy.Id, code, Day(10, 15)), (item.AgencyId, item.SubjectCode, item.DueOn));
            Assert.Equal("41", (await db.Set<CitizenLetter>().SingleAsync(Ct)).TransferNumber);
        }

        Refused("citizenLetter.numberMissing", await desk.AnswerAsync(code, new LetterAnswerInput { Words = "Đã sửa." }, clerk, Ct));
        Done(await desk.AnswerAsync(code, new LetterAnswerInput { Words = "Đã sửa xong đường.", Number = "12/BC", SettledOn = Day(9, 15) }, SampleProvince.Officer(house.Province.NaMauEconomy), Ct));
        Refused("citizenLetter.senderNotTold", await desk.CloseAsync(code, clerk, Ct));
        await using (var db = house.Db())
        {
            var letter = await db.Set<CitizenLetter>().SingleAsync(Ct);
            // Told within five working days of the result; the body reported within seven of the settlement.
            Assert.Equal((CitizenLetterDuty.Tell, Day(9, 22), Day(9, 24)), (letter.Duty, letter.OwedBy, letter.ReportDueOn));
            Assert.Equal(FollowUpState.Done, (await db.Set<FollowUpItem>().SingleAsync(Ct)).State);
        }

        Done(await desk.TellAsync(code, null, "43/HĐND-VP", clerk, Ct));
        Done(await desk.CloseAsync(code, clerk, Ct));
        await using (var db = house.Db())
        {
            var letter = await db.Set<CitizenLetter>().SingleAsync(Ct);
            Assert.Equal((CitizenLetterState.Closed, CitizenLetterOutcome.Passed, null), (letter.State, letter.Outcome, letter.OwedBy));
        }

        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(CitizenLetterCounting.Source, Ct));
    }

    [Theory]
    [InlineData(CitizenLetterKind.Complaint, 9, 24, 9, 28)]
    [InlineData(CitizenLetterKind.Denunciation, 9, 23, 9, 22)]
    [InlineData(CitizenLetterKind.Request, 9, 28, 9, 28)]
    public async Task The_first_look_and_the_passing_on_are_due_by_the_rules_of_the_kind(CitizenLetterKind kind, int firstMonth, int firstDay, int passMonth, int passDay)
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var clerk = house.Province.Clerk();
        var code = await RegisteredAsync(house, Letter(house, kind), clerk);
        await using (var db = house.Db())
        {
            Assert.Equal(Day(firstMonth, firstDay), (await db.Set<CitizenLetter>().SingleAsync(Ct)).OwedBy);
        }

        Done(await house.Get<CitizenLetterDesk>().ScreenAsync(code, new ScreeningInput { IsEligible = true }, clerk, Ct));
        await using var after = house.Db();
        Assert.Equal((CitizenLetterDuty.Transfer, Day(passMonth, passDay)), await after.Set<CitizenLetter>().Select(l => new ValueTuple<CitizenLetterDuty?, DateOnly?>(l.Duty, l.OwedBy)).SingleAsync(Ct));
    }

    [Theory]
    [InlineData("COMPLAINT_SETTLE_FIRST", 10, 15)]
    [InlineData("COMPLAINT_SETTLE_FIRST_COMPLEX", 10, 30)]
    [InlineData("COMPLAINT_SETTLE_FIRST_REMOTE_COMPLEX", 11, 14)]
    [InlineData("COMPLAINT_SETTLE_SECOND_REMOTE_COMPLEX", 11, 24)]
    public async Task A_complaint_accepted_is_settled_in_the_term_of_its_case(string rule, int month, int day)
    {
        await using var house = await TestHouse.OpenAsync(Engine.Sqlite);
        var (clerk, desk) = (house.Province.Clerk(), house.Get<CitizenLetterDesk>());
        var code = await RegisteredAsync(house, Letter(house, CitizenLetterKind.Complaint), clerk);
        Refused("citizenLetter.ruleUnknown", await desk.ScreenAsync(code, new ScreeningInput { IsEligible = true, IsOwn = true, SettleRule = "DENUNCIATION_SETTLE" }, clerk, Ct));
        Done(await desk.ScreenAsync(code, new ScreeningInput { IsEligible = true, IsOwn = true, SettleRule = rule }, clerk, Ct));
        await using (var db = house.Db())
        {
            var letter = await db.Set<CitizenLetter>().SingleAsync(Ct);
            Assert.Equal((CitizenLetterState.Accepted, Day(month, day), CitizenLetterOutcome.Handled), (letter.State, letter.OwedBy, letter.Outcome));
        }

        Refused("citizenLetter.extendedBack", await desk.ExtendAsync(code, Day(month, day), "Cần xác minh thêm", clerk, Ct));
        Done(await desk.ExtendAsync(code, Day(month, day).AddDays(10), "Cần xác minh thêm", clerk, Ct));
        await using var after = house.Db();
        Assert.Equal(Day(month, day).AddDays(10), (await after.Set<CitizenLetter>().SingleAsync(Ct)).OwedBy);
    }

    [Theory, Engines]
    public async Task A_letter_that_cannot_be_handled_is_guided_or_filed_with_its_reason(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (clerk, desk) = (house.Province.Clerk(), house.Get<CitizenLetterDesk>());
        var first = await RegisteredAsync(house, Letter(house, CitizenLetterKind.Feedback), clerk);
        var again = await RegisteredAsync(house, Letter(house, CitizenLetterKind.Feedback), clerk);
        Refused("citizenLetter.reasonMissing", await desk.ScreenAsync(first, new ScreeningInput { IsEligible = false, Reason = "noSuch" }, clerk, Ct));
        Refused("citizenLetter.noteMissing", await desk.ScreenAsync(first, new ScreeningInput { IsEligible = false, Reason = "other" }, clerk, Ct));
        Done(await desk.ScreenAsync(first, new ScreeningInput { IsEligible = false, Reason = "court" }, clerk, Ct));
        Done(await house.Get<CitizenLetterSending>().GuideAsync(first, new LetterSendingInput { To = "Tòa án nhân dân khu vực", Number = "44", IssuedOn = Day(9, 15) }, clerk, Ct));
        Refused("citizenLetter.duplicateUnknown", await desk.FileAsync(again, CitizenLetterCatalogues.Duplicate, null, again, null, clerk, Ct));
        Done(await desk.FileAsync(again, CitizenLetterCatalogues.Duplicate, null, first, null, clerk, Ct));

        await using var db = house.Db();
        var (guided, filed) = (await db.Set<CitizenLetter>().SingleAsync(l => l.Code == first, Ct), await db.Set<CitizenLetter>().SingleAsync(l => l.Code == again, Ct));
        Assert.Equal((CitizenLetterState.Guided, "44", "Tòa án nhân dân khu vực"), (guided.State, guided.GuidanceNumber, guided.GuidedTo));
        Assert.Equal((CitizenLetterState.Filed, first, CitizenLetterOutcome.Filed), (filed.State, filed.DuplicateOf, filed.Outcome));
        // The list of official letters is read by many: it names no citizen.
        Assert.DoesNotContain("Mẫu", (await db.Set<OfficialLetter>().SingleAsync(Ct)).RecipientName, StringComparison.Ordinal);
        Assert.Empty(await house.Get<CountCheck>().VerifyAsync(CitizenLetterCounting.Source, Ct));
    }

    [Theory, Engines]
    public async Task An_official_letter_withdrawn_brings_the_letter_back_to_the_desk(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var code = await TransferredAsync(house, CitizenLetterKind.Request, clerk);
        await using (var db = house.Db())
        {
            Done(await house.Get<LetterOffice>().WithdrawAsync((await db.Set<OfficialLetter>().SingleAsync(Ct)).Id, "Gửi nhầm cơ quan", clerk, Ct));
        }

        await using var after = house.Db();
        var letter = await after.Set<CitizenLetter>().SingleAsync(l => l.Code == code, Ct);
        Assert.Equal((CitizenLetterState.ToTransfer, CitizenLetterOutcome.Waiting, null), (letter.State, letter.Outcome, letter.TransferLetterId));
        Assert.Equal(FollowUpState.Withdrawn, (await after.Set<FollowUpItem>().SingleAsync(Ct)).State);
    }

    [Theory, Engines]
    public async Task The_same_sender_and_the_same_words_are_proposed_as_repetitions(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var clerk = house.Province.Clerk();
        var first = await RegisteredAsync(house, Letter(house, CitizenLetterKind.Feedback), clerk);
        var alike = await RegisteredAsync(house, Letter(house, CitizenLetterKind.Feedback, "Vi Thị Khác", "Đường vào thôn Lũng sụt lở từ đầu mùa mưa, đề nghị sớm sửa."), clerk);
        var sameSender = await RegisteredAsync(house, Letter(house, CitizenLetterKind.Request, "LÒ THỊ MẪU", "Xin cấp sổ hộ nghèo."), clerk);
        var hidden = await RegisteredAsync(house, Letter(house, CitizenLetterKind.Denunciation), clerk);
        await house.WorkOffOutboxAsync();
        await using var db = house.Db();
        var ids = await db.Set<CitizenLetter>().ToDictionaryAsync(l => l.Code, l => l.Id, Ct);

        var likely = await house.Get<CitizenLetterDuplicates>().FindAsync(ids[first], clerk, Ct);
        Assert.Equal([alike, sameSender], likely.Select(l => l.Code));
        Assert.Equal([false, true], likely.Select(l => l.IsSameSender));
        // A denunciation is proposed to nobody as the letter of somebody known, nor the other way round.
        Assert.Empty(await house.Get<CitizenLetterDuplicates>().FindAsync(ids[hidden], clerk, Ct));
    }

    [Fact]
    public void Words_of_a_denunciation_are_found_whole_with_their_place()
    {
        var words = CitizenLetterCatalogues.Words.List("")!.Entries;

        Assert.Null(CitizenLetterRules.Find("Đề nghị sửa cầu; tô cao tường rào.", words));
        Assert.Null(CitizenLetterRules.Find("", words));
        var found = CitizenLetterRules.Find("Kính gửi HĐND xã.\nTôi làm ĐƠN TỐ CÁO ông trưởng thôn", words)!;
        Assert.Equal((CitizenLetterKind.Denunciation, "ĐƠN TỐ CÁO", 26), (found.Kind, found.Words, found.Position));
        Assert.Contains("trưởng thôn", found.Around, StringComparison.Ordinal);
        Assert.Equal(CitizenLetterKind.Complaint, CitizenLetterRules.Find("Nay tôi khiếu nại quyết định", words)!.Kind);
        Assert.Null(CitizenLetterRules.Find("tố cáo", [new DefinitionEntry("x", "tố cáo", "") { Kind = "noSuch" }]));
    }
}

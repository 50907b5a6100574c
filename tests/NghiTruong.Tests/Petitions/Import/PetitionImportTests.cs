using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Support;
using NghiTruong.Tests.Documents;
using static NghiTruong.Tests.Petitions.Import.Ledgers;

namespace NghiTruong.Tests.Petitions.Import;

public sealed class PetitionImportTests
{
    private static readonly DateOnly Late = new(2026, 11, 20);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task The_shared_ledger_gives_its_sixty_petitions_and_no_more_the_second_time(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        house.Clock.SetDay(Late);
        if (LedgerFixtures.SharedLedger() is not { } path)
        {
            return;
        }

        var first = await ImportAsync(house, new MemoryStream(await File.ReadAllBytesAsync(path, Ct)));
        var second = await ImportAsync(house, new MemoryStream(await File.ReadAllBytesAsync(path, Ct)));

        Assert.Equal((60, 0, 0, 0), (first.Accepted, first.Changed, first.Unchanged, first.Rejected.Count));
        Assert.Equal((0, 0, 60, 0), (second.Accepted, second.Changed, second.Unchanged, second.Rejected.Count));
        await using var db = house.Db();
        var petitions = await db.Set<Petition>().OrderBy(p => p.Code).ToListAsync(Ct);
        Assert.Equal(60, petitions.Count);
        Assert.Equal("KNCT-96001-2026-00001", petitions[0].Code);
        Assert.All(petitions, p => Assert.True(p.FromLedger));
        Assert.All(petitions, p => Assert.NotNull(p.Field));
        Assert.Equal(new DateOnly(2026, 9, 13), petitions[1].ReceivedOn);
        Assert.Equal("VV-005", petitions[4].LedgerCode);
        Assert.Equal(60, await db.Set<JournalEntry>().CountAsync(e => e.EventCode == "petition.imported", Ct));
        Assert.Single(await db.Set<Agency>().Where(a => a.CouncilId == house.Province.NaMau.Id && a.Name == "Phòng Kinh tế").ToListAsync(Ct));
        Assert.Equal(AgencyKind.Central, (await db.Set<Agency>().SingleAsync(a => a.Name == "Bộ, ngành Trung ương", Ct)).Kind);
        Assert.Empty(await db.Set<ImportRow>().ToListAsync(Ct));
        Assert.Empty(await db.Set<ImportFile>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_trial_says_what_would_happen_and_keeps_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        var report = (await house.Get<PetitionImports>().TryAsync(Input(house, Ward(Row(1, "Sửa cầu"), Row(2, "Kéo điện", received: "31/2/2026"))), house.Province.Clerk(), Ct)).Value;

        Assert.Equal((1, 1), (report.Accepted, report.Rejected.Count));
        Assert.Equal((5, "Ngày tiếp nhận", "import.dateUnreadable"), (report.Rejected[0].Row, report.Rejected[0].Column, report.Rejected[0].Code));
        await using var db = house.Db();
        Assert.Empty(await db.Set<ImportBatch>().ToListAsync(Ct));
        Assert.Empty(await db.Set<Petition>().ToListAsync(Ct));
        Assert.Empty(await db.Set<JournalEntry>().ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task Two_equal_rows_are_two_petitions_and_their_order_does_not_matter(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        object?[][] rows = [Row(1, "Sửa cầu"), Row(2, "Kéo điện"), Row(3, "Sửa cầu")];

        var first = await ImportAsync(house, Ward(rows));
        var again = await ImportAsync(house, Nfd(rows[2], rows[1], rows[0]));

        Assert.Equal((3, 0), (first.Accepted, first.Unchanged));
        Assert.Equal((0, 0, 3), (again.Accepted, again.Changed, again.Unchanged));
    }

    [Theory, Engines]
    public async Task Next_months_ledger_offers_its_answers_as_updates_with_before_and_after(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await ImportAsync(house, Ward(Row(1, "Sửa cầu", due: "30/8/2026", status: "Đang xử lý"), Row(2, "Kéo điện", code: "VV-002", status: "Đang xử lý")));
        var next = Ward(
            Row(1, "Sửa cầu", due: "30/8/2026", status: "Đã xong", answer: "21/UBND-VP ngày 13/8/2026", outcome: "Đã giải quyết"),
            Row(2, "Kéo điện về thôn", code: "VV-002", status: "Đang xử lý"),
            Row(3, "Thêm giáo viên"));

        var batch = (await house.Get<PetitionImports>().ReceiveAsync(Input(house, next), house.Province.Clerk(), Ct)).Value;

        await using (var db = house.Db())
        {
            var rows = await db.Set<ImportRow>().Where(r => r.BatchId == batch).OrderBy(r => r.Ordinal).ToListAsync(Ct);
            Assert.Equal([ImportRowState.Changed, ImportRowState.Changed, ImportRowState.New], rows.Select(r => r.State));
            Assert.Contains("\"before\":\"Kéo điện\",\"after\":\"Kéo điện về thôn\"", rows[1].Changes!, StringComparison.Ordinal);
            Assert.Contains("21/UBND-VP", rows[0].Changes!, StringComparison.Ordinal);
            Assert.Equal(2, await db.Set<Petition>().CountAsync(Ct));
        }

        Assert.False((await house.Get<PetitionImports>().PublishAsync(batch, new PublishChoice(), house.Province.Clerk(), Ct)).IsRefused);

        await using var after = house.Db();
        var bridge = await after.Set<Petition>().SingleAsync(p => p.Content == "Sửa cầu", Ct);
        Assert.Equal((PetitionStatus.Closed, Outcome.Settled, new DateOnly(2026, 8, 13)), (bridge.Status, bridge.Outcome, bridge.AnsweredOn));
        Assert.Null(bridge.OwedBy);
        Assert.Equal(FollowUpState.Done, (await after.Set<FollowUpItem>().SingleAsync(i => i.SubjectId == bridge.Id, Ct)).State);
        Assert.Equal("21/UBND-VP", (await after.Set<AnswerDocument>().SingleAsync(Ct)).Number);
        Assert.Equal(2, await after.Set<JournalEntry>().CountAsync(e => e.EventCode == "petition.ledgerUpdated", Ct));
        Assert.Equal("import.alreadyDecided", (await house.Get<PetitionImports>().PublishAsync(batch, new PublishChoice(), house.Province.Clerk(), Ct)).Refusals[0].Code);
    }

    [Theory, Engines]
    public async Task Changes_that_were_not_agreed_to_stay_away(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await ImportAsync(house, Ward(Row(1, "Sửa cầu")));
        var batch = (await house.Get<PetitionImports>().ReceiveAsync(Input(house, Ward(Row(1, "Sửa cầu", outcome: "Chưa giải quyết"), Row(2, "Kéo điện"))), house.Province.Clerk(), Ct)).Value;

        await house.Get<PetitionImports>().PublishAsync(batch, new PublishChoice(TakeChanges: false), house.Province.Clerk(), Ct);

        await using var db = house.Db();
        Assert.Null((await db.Set<Petition>().SingleAsync(p => p.Content == "Sửa cầu", Ct)).Outcome);
        Assert.Equal(2, await db.Set<Petition>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_petition_worked_on_since_is_not_overwritten_but_handed_back_to_be_decided(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await ImportAsync(house, Ward(Row(1, "Sửa cầu", status: "Đang xử lý")));
        await using (var db = house.Db())
        {
            var code = (await db.Set<Petition>().SingleAsync(Ct)).Code;
            Assert.False((await house.Get<PetitionReplies>().AnswerAsync(
                new AnswerInput { Number = "7/UBND", Items = [new AnswerItem(code, "Đã sửa xong.", Outcome.Settled)] }, house.Province.Clerk(), Ct)).IsRefused);
        }

        var same = await ImportAsync(house, Ward(Row(1, "Sửa cầu", status: "Đang xử lý")));
        var other = await ImportAsync(house, Ward(Row(1, "Sửa cầu", outcome: "Chưa giải quyết")));

        Assert.Equal((0, 1, 0), (same.Changed, same.Unchanged, same.Rejected.Count));
        Assert.Equal(ImportReport.MovedOn, Assert.Single(other.Rejected).Code);
        await using var after = house.Db();
        Assert.Equal(Outcome.Settled, (await after.Set<Petition>().SingleAsync(Ct)).Outcome);
    }

    [Theory, Engines]
    public async Task What_is_open_with_an_agency_is_owed_by_the_ledgers_day_or_the_rules(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        await ImportAsync(house, Ward(
            Row(1, "Theo ngày của sổ", due: "30/9/2026", outcome: "Đang giải quyết"),
            Row(2, "Theo quy định", received: "1/9/2026"),
            Row(3, "Đã xong từ trước", outcome: "Giải trình, cung cấp thông tin"),
            Row(4, "Chưa ai nhận", agency: null)));

        await using var db = house.Db();
        var petitions = await db.Set<Petition>().OrderBy(p => p.Code).ToListAsync(Ct);
        Assert.Equal([PetitionStatus.Forwarded, PetitionStatus.Forwarded, PetitionStatus.Closed, PetitionStatus.Classified], petitions.Select(p => p.Status));
        Assert.Equal(new DateOnly(2026, 9, 30), petitions[0].OwedBy);
        Assert.True(petitions[1].OwedBy > new DateOnly(2026, 9, 1));
        Assert.Equal([null, null], petitions.Skip(2).Select(p => p.OwedBy));
        var items = await db.Set<FollowUpItem>().ToListAsync(Ct);
        Assert.Equal(2, items.Count);
        Assert.Equal(house.Province.NaMauEconomy.Id, items[0].AgencyId);
        Assert.Empty(await db.Set<Operations.OutboxMessage>().Where(m => m.Kind.StartsWith("mail")).ToListAsync(Ct));
    }

    [Theory, Engines]
    public async Task What_a_document_answered_is_answered_however_far_the_matter_has_come(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);

        await ImportAsync(house, Ward(
            Row(1, "Đã trả lời, còn làm", due: "30/7/2026", status: "Đang xử lý", answer: "21/UBND-VP ngày 13/8/2026", outcome: "Đang giải quyết"),
            Row(2, "Chỉ có lời", due: "30/7/2026", answer: "Đang xem xét", outcome: "Đang giải quyết"),
            Row(3, "Chưa trả lời", due: "30/7/2026")));
        await ImportAsync(house, Ward(Row(3, "Chưa trả lời", due: "30/7/2026", answer: "22/UBND-VP ngày 14/8/2026", outcome: "Chưa giải quyết")));

        await using var db = house.Db();
        var petitions = await db.Set<Petition>().OrderBy(p => p.Code).ToListAsync(Ct);
        Assert.Equal([PetitionStatus.Answered, PetitionStatus.Forwarded, PetitionStatus.Answered], petitions.Select(p => p.Status));
        Assert.Equal([Outcome.InProgress, Outcome.InProgress, Outcome.NotSettled], petitions.Select(p => p.Outcome!.Value));
        Assert.Equal([null, new DateOnly(2026, 7, 30), null], petitions.Select(p => p.OwedBy));
        Assert.Equal(petitions[1].Id, (await db.Set<FollowUpItem>().SingleAsync(i => i.OwedBy != null, Ct)).SubjectId);
        Assert.Equal(3, await db.Set<PetitionParty>().CountAsync(p => p.AgencyId == house.Province.NaMauEconomy.Id, Ct));
    }

    [Theory, Engines]
    public async Task The_same_ledger_puts_its_rows_into_the_session_it_names_once_that_is_entered(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        object?[][] rows = [Row(1, "Sửa cầu", outcome: "Đã giải quyết"), Row(2, "Kéo điện")];
        await ImportAsync(house, Ward(rows));
        var (_, second) = await Reports.SessionSamples.SessionsAsync(house, house.Province.NaMau);

        var again = await ImportAsync(house, Ward(rows));
        var third = await ImportAsync(house, Ward(rows));

        Assert.Equal((0, 2, 0), (again.Accepted, again.Changed, again.Unchanged));
        Assert.Equal((0, 0, 2), (third.Accepted, third.Changed, third.Unchanged));
        await using var db = house.Db();
        Assert.All(await db.Set<Petition>().ToListAsync(Ct), p => Assert.Equal(second.Id, p.SessionId));
    }

    [Theory, Engines]
    public async Task An_opening_balance_takes_only_what_is_not_over(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var ledger = Ward(Row(1, "Xong", outcome: "Hoàn thành"), Row(2, "Một phần", outcome: "Mới giải quyết 1 phần"), Row(3, "Chưa", outcome: "Chưa giải quyết"));

        var report = (await house.Get<PetitionImports>().ImportAsync(Input(house, ledger) with { IsOpeningBalance = true }, house.Province.Clerk(), Ct)).Value;

        Assert.Equal((2, 1), (report.Accepted, report.LeftOut));
    }

    [Theory, Engines]
    public async Task A_killed_process_goes_on_from_the_last_staged_row(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var rows = Enumerable.Range(1, 2500).Select(i => Row(i, $"Kiến nghị số {i}")).ToArray();
        using var killed = new CancellationTokenSource();
        var seen = new Killing(killed);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => house.Get<PetitionImports>().ReceiveAsync(Input(house, Ward(rows)), house.Province.Clerk(), killed.Token, inBackground: false, seen));

        await using (var db = house.Db())
        {
            var batch = await db.Set<ImportBatch>().SingleAsync(Ct);
            Assert.Equal((ImportState.Staging, 1000), (batch.State, batch.Staged));
            Assert.Equal("import.stillStaging", (await house.Get<PetitionImports>().PublishAsync(batch.Id, new PublishChoice(), house.Province.Clerk(), Ct)).Refusals[0].Code);
        }

        house.Clock.Move(TimeSpan.FromMinutes(5));
        await house.Get<IEnumerable<Operations.IJob>>().OfType<StalledImports>().Single().RunAsync(house.Clock.GetUtcNow().UtcDateTime, Ct);

        await using var after = house.Db();
        var whole = await after.Set<ImportBatch>().SingleAsync(Ct);
        Assert.Equal((ImportState.Ready, 2500, 2500), (whole.State, whole.Staged, whole.Added));
        Assert.Equal(2500, await after.Set<ImportRow>().CountAsync(Ct));
    }

    [Theory, Engines]
    public async Task A_long_ledger_is_read_behind_the_page(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var rows = Enumerable.Range(1, PetitionImports.LongLedger + 1).Select(i => Row(i, $"Kiến nghị số {i}")).ToArray();
        var batch = (await house.Get<PetitionImports>().ReceiveAsync(Input(house, Ward(rows)), house.Province.Clerk(), Ct)).Value;

        await using (var db = house.Db())
        {
            Assert.Equal(ImportState.Staging, (await db.Set<ImportBatch>().SingleAsync(Ct)).State);
        }

        await house.WorkOffOutboxAsync();

        await using var after = house.Db();
        Assert.Equal(ImportState.Ready, (await after.Set<ImportBatch>().SingleAsync(b => b.Id == batch, Ct)).State);
    }

    [Theory, Engines]
    public async Task Only_the_councils_own_desk_imports(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var imports = house.Get<PetitionImports>();

        var stranger = await imports.ReceiveAsync(Input(house, Ward(Row(1, "Sửa cầu"))), house.Province.Clerk(house.Province.LungMau), Ct);
        var own = await imports.ReceiveAsync(Input(house, Ward(Row(1, "Sửa cầu"))), house.Province.Clerk(), Ct);

        Assert.Equal("council.notFound", stranger.Refusals[0].Code);
        Assert.Equal("import.notFound", (await imports.PublishAsync(own.Value, new PublishChoice(), house.Province.Clerk(house.Province.LungMau), Ct)).Refusals[0].Code);
    }

    private static async Task<ImportReport> ImportAsync(TestHouse house, Stream ledger)
    {
        var result = await house.Get<PetitionImports>().ImportAsync(Input(house, ledger), house.Province.Clerk(), Ct);

        return result.Value;
    }

    /// <summary>Ends the process, as far as the import can tell, after the first thousand rows.</summary>
    private sealed class Killing(CancellationTokenSource killed) : IProgress<double>
    {
        public void Report(double value) => killed.Cancel();
    }
}

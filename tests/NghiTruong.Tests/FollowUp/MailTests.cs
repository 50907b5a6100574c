using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Support;
using MailMessage = NghiTruong.Notifications.MailMessage;

namespace NghiTruong.Tests.FollowUp;

public sealed class MailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task A_mail_server_down_for_a_day_loses_nothing_and_doubles_nothing(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var line = new Line { Fate = MailFate.NotSent };
        var worker = Worker(house, line);
        await PostAsync(house, 3);
        for (var hour = 0; hour < 24; hour++)
        {
            await worker.RunOnceAsync(Ct);
            house.Clock.Move(TimeSpan.FromHours(1.1));
        }

        Assert.Empty(line.Sent);
        line.Fate = MailFate.Accepted;
        for (var hour = 0; hour < 3; hour++)
        {
            await worker.RunOnceAsync(Ct);
            house.Clock.Move(TimeSpan.FromHours(1.1));
        }

        Assert.Equal(3, line.Sent.Distinct().Count());
        Assert.Equal(3, line.Sent.Count);
        await using var db = house.Db();
        Assert.Equal(3, await db.Set<MailMessage>().CountAsync(m => m.State == MailState.Sent, Ct));
        Assert.Equal(0, await db.Set<OutboxMessage>().CountAsync(m => m.Kind == "mail.send", Ct));
    }

    [Theory, Engines]
    public async Task A_letter_whose_fate_is_unknown_is_shown_to_a_person_and_sent_again_only_when_they_say_so(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var line = new Line { Fate = MailFate.Unknown };
        var worker = Worker(house, line);
        await PostAsync(house, 1);
        await worker.RunOnceAsync(Ct);
        house.Clock.Move(TimeSpan.FromDays(1));
        await worker.RunOnceAsync(Ct);

        Assert.Single(line.Sent);
        var inbox = house.Get<Inbox>();
        Assert.Empty(await inbox.StrandedAsync(house.Province.Clerk(house.Province.LungMau), Ct));
        var stranded = Assert.Single(await inbox.StrandedAsync(house.Province.Clerk(), Ct));
        Assert.False(await inbox.DecideAsync(stranded.Id, sendAgain: true, house.Province.Clerk(house.Province.LungMau), Ct));
        line.Fate = MailFate.Accepted;
        Assert.True(await inbox.DecideAsync(stranded.Id, sendAgain: true, house.Province.Clerk(), Ct));
        Assert.False(await inbox.DecideAsync(stranded.Id, sendAgain: true, house.Province.Clerk(), Ct));
        await worker.RunOnceAsync(Ct);
        Assert.Equal(2, line.Sent.Count);
    }

    [Theory, Engines]
    public async Task A_node_that_died_while_sending_leaves_an_unknown_fate_behind(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        await PostAsync(house, 1);
        await using var db = house.Db();
        var since = house.Clock.Now;
        await db.Set<MailMessage>().ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.SendingSince, since), Ct);
        var line = new Line { Fate = MailFate.Accepted };
        var worker = Worker(house, line);

        await worker.RunOnceAsync(Ct);
        Assert.Equal(MailState.Sending, await db.Set<MailMessage>().Select(m => m.State).SingleAsync(Ct));
        house.Clock.Move(TimeSpan.FromMinutes(11));
        await worker.RunOnceAsync(Ct);

        Assert.Empty(line.Sent);
        Assert.Equal(MailState.Unknown, await db.Set<MailMessage>().Select(m => m.State).SingleAsync(Ct));
    }

    [Fact]
    public void What_the_server_said_decides_and_a_broken_line_is_unknown()
    {
        Assert.Equal(MailFate.Refused, SmtpLine.Judge(new SmtpFailedRecipientException(SmtpStatusCode.MailboxUnavailable, "x")).Fate);
        Assert.Equal(MailFate.NotSent, SmtpLine.Judge(new SmtpFailedRecipientException(SmtpStatusCode.MailboxBusy, "x")).Fate);
        Assert.Equal(MailFate.NotSent, SmtpLine.Judge(new SmtpException((SmtpStatusCode)535, "x")).Fate);
        Assert.Equal(MailFate.Unknown, SmtpLine.Judge(new SmtpException("x", new IOException())).Fate);
        Assert.Equal(MailFate.Unknown, SmtpLine.Judge(new OperationCanceledException()).Fate);
    }

    [Fact]
    public async Task A_server_that_does_not_pick_up_was_sent_nothing()
    {
        using var closed = new TcpListener(System.Net.IPAddress.Loopback, 0);
        closed.Start();
        var port = ((System.Net.IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        var mail = new MailMessage { Id = Guid.CreateVersion7(), CouncilId = Guid.Empty, To = "a@example.com", Subject = "s", Body = "b", CreatedAt = DateTime.UnixEpoch };

        var outcome = await new SmtpLine(new MailSettings { Host = "127.0.0.1", Port = port, From = "b@example.com", Tls = false }).SendAsync(mail, Ct);

        Assert.Equal(MailFate.NotSent, outcome.Fate);
    }

    private static OutboxWorker Worker(TestHouse house, Line line) => new(
        house.Get<IDbContextFactory<Db>>(),
        [new MailSender(house.Get<IDbContextFactory<Db>>(), line, house.Clock, NullLogger<MailSender>.Instance)],
        [],
        house.Clock,
        NullLogger<OutboxWorker>.Instance);

    private static async Task PostAsync(TestHouse house, int count)
    {
        var post = new PostRoom(new MailSettings { Host = "mail.example", From = "hdnd@example.com" });
        await house.Get<OperationRunner>().RunAsync(Acting.System, (work, _) =>
        {
            for (var i = 0; i < count; i++)
            {
                post.Send(work, house.Province.NaMau.Id, $"coquan{i}@example.com", "Nhắc hạn", "…");
            }

            return Task.FromResult(Result.Done);
        }, Ct);
    }

    private sealed class Line : IMailLine
    {
        public MailFate Fate { get; set; }

        public List<Guid> Sent { get; } = [];

        public Task<MailOutcome> SendAsync(MailMessage mail, CancellationToken ct)
        {
            if (Fate != MailFate.NotSent)
            {
                Sent.Add(mail.Id);
            }

            return Task.FromResult(new MailOutcome(Fate));
        }
    }
}

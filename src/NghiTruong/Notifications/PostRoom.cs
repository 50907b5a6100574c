using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Notifications;

/// <summary>Takes letters to be mailed, inside the operation that writes them: what is rolled back was never posted.</summary>
public sealed class PostRoom(MailSettings settings)
{
    internal const string Kind = "mail.send";

    /// <summary>Whether a mail server is known at all.</summary>
    public bool IsOpen => settings.IsOn;

    public void Send(Work work, Guid councilId, string to, string subject, string body)
    {
        var mail = new MailMessage
        {
            Id = Guid.CreateVersion7(),
            CouncilId = councilId,
            To = to,
            Subject = subject,
            Body = body,
            CreatedAt = work.Now,
        };
        work.Db.Add(mail);
        work.Db.Add(OutboxMessage.For(Kind, About(mail), "{}", work.Now));
    }

    internal static Subject About(MailMessage mail) => new("mail", mail.Id, null, mail.CouncilId);
}

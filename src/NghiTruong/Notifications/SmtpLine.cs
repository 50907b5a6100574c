using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace NghiTruong.Notifications;

/// <summary>
/// The framework's SMTP client. It does not tell how far it came before a line broke, so the server is called first: when nobody picks up, nothing was sent;
/// when the line breaks later, the fate is unknown.
/// </summary>
public sealed class SmtpLine(MailSettings settings) : IMailLine
{
    private static readonly TimeSpan CallFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SendFor = TimeSpan.FromSeconds(60);

    public async Task<MailOutcome> SendAsync(MailMessage mail, CancellationToken ct)
    {
        if (!settings.IsOn)
        {
            return new MailOutcome(MailFate.NotSent, "No mail server is configured");
        }

        if (!MailAddress.TryCreate(mail.To, out var to))
        {
            return new MailOutcome(MailFate.Refused, "Not an address");
        }

        if (await SilenceAsync(ct) is { } silence)
        {
            return new MailOutcome(MailFate.NotSent, silence);
        }

        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.User is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, settings.Password);
        }

        using var letter = Letter(mail, to);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(SendFor);
        try
        {
            await client.SendMailAsync(letter, patience.Token);

            return new MailOutcome(MailFate.Accepted);
        }
        catch (Exception e) when (e is SmtpException or OperationCanceledException or IOException or InvalidOperationException)
        {
            return Judge(e);
        }
    }

    /// <summary>What an error says about the letter. Replies of the server before it took the text are sure; a broken line is not.</summary>
    internal static MailOutcome Judge(Exception error) => error switch
    {
        SmtpFailedRecipientException refused => new MailOutcome(IsLasting(refused.StatusCode) ? MailFate.Refused : MailFate.NotSent, refused.Message),
        SmtpException { InnerException: AuthenticationException inner } => new MailOutcome(MailFate.NotSent, inner.Message),
        SmtpException { StatusCode: SmtpStatusCode.GeneralFailure } broken => new MailOutcome(MailFate.Unknown, broken.InnerException?.Message ?? broken.Message),
        SmtpException said => new MailOutcome(IsLasting(said.StatusCode) ? MailFate.Refused : MailFate.NotSent, said.Message),
        _ => new MailOutcome(MailFate.Unknown, error.Message),
    };

    // 5xx is for good, except that a wrong password or missing TLS (530, 534, 535, 538) is the office's own to mend.
    private static bool IsLasting(SmtpStatusCode code) => (int)code >= 500 && (int)code is not (530 or 534 or 535 or 538);

    private System.Net.Mail.MailMessage Letter(MailMessage mail, MailAddress to)
    {
        var letter = new System.Net.Mail.MailMessage(new MailAddress(settings.From!, settings.FromName, Encoding.UTF8), to)
        {
            Subject = mail.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
        };
        // A server that sees the same letter twice can tell.
        letter.Headers.Add("Message-ID", $"<{mail.Id:N}@{letter.From!.Host}>");

        return letter;
    }

    private async Task<string?> SilenceAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(CallFor);
        try
        {
            using var call = new TcpClient();
            await call.ConnectAsync(settings.Host!, settings.Port, patience.Token);

            return null;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return e.Message;
        }
    }
}

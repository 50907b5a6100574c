namespace NghiTruong.Notifications;

/// <summary>The mail server, by configuration (<c>Mail:Host</c> ...). Without a host nothing is mailed and the inbox alone tells.</summary>
public sealed class MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Sender's address.</summary>
    public string? From { get; init; }

    public string? FromName { get; init; }

    /// <summary>STARTTLS; only a server on this machine or a test does without.</summary>
    public bool Tls { get; init; } = true;

    public bool IsOn => !string.IsNullOrWhiteSpace(Host) && !string.IsNullOrWhiteSpace(From);
}

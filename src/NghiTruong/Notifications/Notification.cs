using NghiTruong.Database;

namespace NghiTruong.Notifications;

/// <summary>
/// A line in somebody's inbox: of a person, of everybody at an agency, or of the desk of a council. What is shared is done for all once one of them has dealt with it.
/// Its sentence is the text <c>notification.KIND</c> with <see cref="Values"/>.
/// </summary>
public sealed class Notification : IRecord
{
    public required Guid Id { get; init; }

    /// <summary>The council it comes from.</summary>
    public required Guid CouncilId { get; init; }

    public Guid? UserId { get; init; }

    public Guid? AgencyId { get; init; }

    public Guid? RecipientCouncilId { get; init; }

    /// <summary><c>followUp.reminder</c>, <c>rules.duesMoved</c> ...</summary>
    public required string Kind { get; init; }

    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>Where the matter is dealt with.</summary>
    public required string Href { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? DoneAt { get; set; }

    public Guid? DoneBy { get; set; }
}

/// <summary>What became of a letter sent by e-mail.</summary>
public enum MailState
{
    Waiting,
    Sending,
    Sent,

    /// <summary>The line broke after the letter went out: it may have arrived. A person decides; it is never sent again by itself.</summary>
    Unknown,

    /// <summary>The server will not take it (no such mailbox).</summary>
    Refused,
}

/// <summary>A letter by e-mail, written in the transaction of the act that asks for it and sent afterwards.</summary>
public sealed class MailMessage : IRecord
{
    public required Guid Id { get; init; }

    /// <summary>The council whose desk is told when it does not arrive.</summary>
    public required Guid CouncilId { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTime CreatedAt { get; init; }

    public MailState State { get; set; } = MailState.Waiting;

    public DateTime? SendingSince { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>What the server said, for the person who decides.</summary>
    public string? Said { get; set; }
}

using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Accounts;

/// <summary>A person who signs in. The web floor's sign-in works on it through Identity's store; secrets are protected there before they come here.</summary>
public sealed class User : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Sign-in name, lower case.</summary>
    public required string UserName { get; set; }

    [Personal]
    public required string FullName { get; set; }

    [Personal]
    public string? Email { get; set; }

    [NotInJournal]
    public string? PasswordHash { get; set; }

    /// <summary>Changes on "sign out everywhere", a new password or a withdrawn right; older cookies then die.</summary>
    [NotInJournal]
    public required string SecurityStamp { get; set; }

    public bool MustChangePassword { get; set; }

    [NotInJournal]
    public int FailedSignIns { get; set; }

    public DateTime? LockedUntil { get; set; }

    public bool TwoFactor { get; set; }

    /// <summary>TOTP key, encrypted under the master key.</summary>
    [NotInJournal]
    public string? AuthenticatorKey { get; set; }

    /// <summary>The last 30-second step whose code was taken: a code works once.</summary>
    [NotInJournal]
    public long LastTotpStep { get; set; }

    /// <summary>Hashed recovery codes, one a line.</summary>
    [NotInJournal]
    public string? RecoveryCodes { get; set; }

    public bool IsDisabled { get; set; }

    public int Version { get; private set; }

    /// <summary>A copy that was saved elsewhere goes on from the stored version.</summary>
    internal void GoOnFrom(User stored) => Version = stored.Version;
}

/// <summary>A right: a person, in a role, at a place, from a day to a day. Delegates' grants follow the term, staff's their posting.</summary>
public sealed class Grant : IRecord
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The council (an agency's officer: the council in whose list it stands); null only for the whole nation.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>The agency, for its officers.</summary>
    public Guid? AgencyId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>A bearer token of the API: only its hash is kept, it lives 90 days and never exceeds the holder's present grants.</summary>
public sealed class AccessToken : IRecord
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    [NotInJournal]
    public required string Hash { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; set; }

    public string? Note { get; init; }
}

/// <summary>A passkey of a person (WebAuthn credential), as Identity describes it, in JSON.</summary>
public sealed class Passkey : IRecord
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required byte[] CredentialId { get; init; }

    [NotInJournal]
    public required string Data { get; set; }

    public required DateTime CreatedAt { get; init; }
}

/// <summary>A sign-in at an outside identity provider (OpenID Connect) bound to a person.</summary>
public sealed class OutsideLogin : IRecord
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Provider { get; init; }

    public required string Subject { get; init; }
}

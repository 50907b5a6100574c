using NghiTruong.Journal;

namespace NghiTruong.Accounts;

/// <summary>What can happen to an account. Passwords, keys and tokens themselves never enter the journal.</summary>
public abstract record AccountEvent(Subject Subject) : HouseEvent(Subject)
{
    /// <param name="user">The account it is about.</param>
    /// <param name="councilId">Whose chain it stands in; null for the nation's.</param>
    public static Subject About(User user, Guid? councilId) => new("user", user.Id, user.UserName, councilId ?? Guid.Empty);
}

public sealed record AccountCreated(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.created";
}

public sealed record AccountDisabled(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.disabled";
}

public sealed record AccountEnabled(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.enabled";
}

public sealed record GrantGiven(Subject Subject, Role Role, string Place) : AccountEvent(Subject)
{
    public override string Code => "account.grantGiven";
}

public sealed record GrantEnded(Subject Subject, Role Role, string Place, DateOnly Until) : AccountEvent(Subject)
{
    public override string Code => "account.grantEnded";
}

/// <summary>An administrator gave a one-time password.</summary>
public sealed record PasswordReset(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.passwordReset";
}

public sealed record PasswordChanged(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.passwordChanged";
}

public sealed record AccountLocked(Subject Subject, DateTime Until) : AccountEvent(Subject)
{
    public override string Code => "account.locked";
}

/// <summary>Somebody signed in; <paramref name="Method"/> as in RFC 8176: <c>pwd</c>, <c>mfa</c>, <c>passkey</c>, the name of an outside provider, <c>demo</c>.</summary>
public sealed record SignedIn(Subject Subject, string Method) : AccountEvent(Subject)
{
    public override string Code => "account.signedIn";
}

public sealed record SignedOutEverywhere(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.signedOutEverywhere";
}

public sealed record SecondStepTurnedOn(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.secondStepOn";
}

public sealed record SecondStepTurnedOff(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.secondStepOff";
}

public sealed record PasskeyAdded(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.passkeyAdded";
}

public sealed record PasskeyRemoved(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.passkeyRemoved";
}

public sealed record TokenCreated(Subject Subject, DateTime ExpiresAt) : AccountEvent(Subject)
{
    public override string Code => "account.tokenCreated";
}

public sealed record TokenRevoked(Subject Subject) : AccountEvent(Subject)
{
    public override string Code => "account.tokenRevoked";
}

public sealed record OutsideLoginBound(Subject Subject, string Provider) : AccountEvent(Subject)
{
    public override string Code => "account.outsideLoginBound";
}

/// <summary>Somebody signed in asked for an address that is not theirs to see; they were told "not found".</summary>
public sealed record AccessRefused(Subject Subject, string Method, string Address, int Status) : AccountEvent(Subject)
{
    public override string Code => "access.refused";
}

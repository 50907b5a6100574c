using NghiTruong.Accounts;

namespace NghiTruong.Web.Security;

/// <summary>
/// Who is at the door of this request: nobody yet, or a person with everything they may be. Public pages ask it; all others simply take an
/// <see cref="Acting"/> in their constructor.
/// </summary>
public sealed class Visitor
{
    public Account? Account { get; private set; }

    public Acting? Acting { get; private set; }

    /// <summary>Came with a bearer token of the API, not with a cookie.</summary>
    public bool IsByToken { get; private set; }

    internal void Enter(Account account, Guid? preferredGrant, bool byToken)
    {
        Account = account;
        IsByToken = byToken;
        Acting = preferredGrant is { } grant && account.Acting.Capacities.Any(c => c.GrantId == grant)
            ? account.Acting with { PreferredGrantId = grant }
            : account.Acting;
    }

    /// <summary>The capacity that goes first: the chosen one, else the oldest.</summary>
    public Capacity? First => Acting?.Capacities.FirstOrDefault(c => c.GrantId == Acting.PreferredGrantId) ?? (Acting is { Capacities: [var oldest, ..] } ? oldest : null);
}

using System.Threading.RateLimiting;

namespace NghiTruong.Web.Security;

/// <summary>Slows guessing down on this node: by name (guesses sent at once, before the lock-out counts them) and by address (one guess at many names).</summary>
public sealed class SignInGate : IDisposable
{
    private readonly PartitionedRateLimiter<string> _names = PartitionedRateLimiter.Create<string, string>(
        name => RateLimitPartition.GetFixedWindowLimiter(name, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) }));

    // A whole office signs in from one address on a session's morning.
    private readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions { PermitLimit = 150, Window = TimeSpan.FromMinutes(1) }));

    public bool MayTry(string userName, HttpContext context)
    {
        using var byAddress = _addresses.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");
        using var byName = _names.AttemptAcquire(userName);

        return byAddress.IsAcquired && byName.IsAcquired;
    }

    /// <summary>Where no name is told, as with a passkey: by address only, so that nobody locks the door for all others.</summary>
    public bool MayTry(HttpContext context)
    {
        using var byAddress = _addresses.AttemptAcquire(context.Connection.RemoteIpAddress?.ToString() ?? "");

        return byAddress.IsAcquired;
    }

    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
    }
}

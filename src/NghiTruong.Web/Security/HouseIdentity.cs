using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Web.Security;

/// <summary>Identity's user manager with the house's clock and its atomic count of failures.</summary>
public sealed class HouseUserManager(
    IUserStore<User> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<User> hasher,
    IEnumerable<IUserValidator<User>> userValidators,
    IEnumerable<IPasswordValidator<User>> passwordValidators,
    ILookupNormalizer names,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<User>> log,
    AccountRecords records,
    TimeProvider clock)
    : UserManager<User>(store, options, hasher, userValidators, passwordValidators, names, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(User user) => Task.FromResult(user.LockedUntil > clock.Now);

    public override async Task<IdentityResult> AccessFailedAsync(User user)
    {
        await records.CountFailureAsync(user, CancellationToken);

        return IdentityResult.Success;
    }

    public override async Task<IdentityResult> ResetAccessFailedCountAsync(User user)
    {
        if (user.FailedSignIns == 0 && user.LockedUntil is null)
        {
            return IdentityResult.Success;
        }

        (user.FailedSignIns, user.LockedUntil) = (0, null);

        return await UpdateUserAsync(user);
    }
}

/// <summary>Identity's sign-in manager: a disabled account does not sign in, and every sign-in stands in the journal.</summary>
public sealed class HouseSignInManager(
    UserManager<User> users,
    IHttpContextAccessor accessor,
    IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    AccountRecords records)
    : SignInManager<User>(users, accessor, claims, options, log, schemes, confirmation)
{
    private bool _byPasskey;

    public override Task<bool> CanSignInAsync(User user) => Task.FromResult(!user.IsDisabled);

    /// <summary>Identity calls this a password too; the journal is to say what it was.</summary>
    public override Task<SignInResult> PasskeySignInAsync(string credentialJson)
    {
        _byPasskey = true;

        return base.PasskeySignInAsync(credentialJson);
    }

    public override async Task SignInWithClaimsAsync(User user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var added = additionalClaims.ToList();
        // Looked at before the cookie is made, which puts the user into the request. A fresh cookie for someone who is signed in already (after a new password) is no sign-in.
        var isIn = IsSignedIn(Context.User) && UserManager.GetUserId(Context.User) == user.Id.ToString("D");
        await base.SignInWithClaimsAsync(user, authenticationProperties, added);
        if (isIn)
        {
            return;
        }

        var method = _byPasskey ? "passkey" : added.Find(c => c.Type is ClaimTypes.AuthenticationMethod or "amr")?.Value ?? "pwd";
        await records.RecordAsync(user, subject => new SignedIn(subject, method), Context.RequestAborted);
    }
}

/// <summary>The cookie carries who and which stamp; what the person may do is read anew, never from the cookie.</summary>
internal sealed class HouseClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<User>
{
    public Task<ClaimsPrincipal> CreateAsync(User user)
    {
        var claims = options.Value.ClaimsIdentity;
        var identity = new ClaimsIdentity(
            [
                new Claim(claims.UserIdClaimType, user.Id.ToString("D")),
                new Claim(claims.UserNameClaimType, user.UserName),
                new Claim(claims.SecurityStampClaimType, user.SecurityStamp),
            ],
            IdentityConstants.ApplicationScheme,
            claims.UserNameClaimType,
            claims.RoleClaimType);

        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}

/// <summary>Sign-in names are stored as they are looked up: lower case, no blanks around.</summary>
internal sealed class LowerNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : AccountRules.NameOf(name);

    public string? NormalizeEmail(string? email) => email?.Trim();
}

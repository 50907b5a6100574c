using Microsoft.AspNetCore.Authorization;
using NghiTruong.Accounts;

namespace NghiTruong.Web.Security;

/// <summary>What a page or endpoint says about who may open it. One that says nothing opens for nobody.</summary>
public interface IDeclaration
{
    /// <summary>The permission asked; null where being signed in is enough, or not even that.</summary>
    Permission? Permission { get; }
}

/// <summary>Asks for a permission, somewhere: which rows it opens is the operation's and the list's matter.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute<T> : AuthorizeAttribute, IAuthorizationRequirementData, IDeclaration
    where T : Permission, new()
{
    public Permission Permission => Permission.Of<T>();

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new PermissionRequirement(acting => acting.May<T>())];
}

/// <summary>Open to every signed-in person: what they see depends on who they are.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : AuthorizeAttribute, IDeclaration
{
    public Permission? Permission => null;
}

/// <summary>Open to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute : AllowAnonymousAttribute, IDeclaration
{
    public Permission? Permission => null;
}

internal sealed record PermissionRequirement(Func<Acting, bool> IsMet) : IAuthorizationRequirement;

internal sealed class PermissionHandler(Visitor visitor) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (visitor.Acting is { } acting && requirement.IsMet(acting))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>The declarations for minimal API endpoints and groups: <c>api.MapGet(...).Requires&lt;ReadPetitions&gt;()</c>.</summary>
public static class DeclarationExtensions
{
    public static RouteHandlerBuilder Requires<T>(this RouteHandlerBuilder endpoint)
        where T : Permission, new() => endpoint.WithMetadata(new RequiresAttribute<T>());

    public static RouteGroupBuilder Requires<T>(this RouteGroupBuilder group)
        where T : Permission, new() => group.WithMetadata(new RequiresAttribute<T>());
}

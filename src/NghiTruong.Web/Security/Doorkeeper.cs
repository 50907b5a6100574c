using NghiTruong.Accounts;
using NghiTruong.Texts;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Security;

/// <summary>
/// Between knowing who comes and letting them in: an address without a page is simply not found, a one-time password is changed before anything else,
/// and the frame learns whom to greet.
/// </summary>
internal static class Doorkeeper
{
    public const string NewPasswordPath = "/toi/mat-khau";
    private static readonly string[] OpenBeforeNewPassword = [NewPasswordPath, "/dang-xuat", "/build", "/hien-thi", "/health", "/loi"];

    public static Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return Task.CompletedTask;
        }

        var visitor = context.RequestServices.GetRequiredService<Visitor>();
        // A token is no password that somebody else has seen: one made from a shell for a new account serves at once.
        var mustChange = visitor is { IsByToken: false, Account.MustChangePassword: true };
        if (mustChange && !OpenBeforeNewPassword.Any(open => context.Request.IsUnder(open)))
        {
            context.Response.Redirect(NewPasswordPath);

            return Task.CompletedTask;
        }

        Greet(context, visitor);

        return next(context);
    }

    private static void Greet(HttpContext context, Visitor visitor)
    {
        var services = context.RequestServices;
        var shell = services.GetRequiredService<ShellModel>();
        shell.IsDemo = services.GetRequiredService<DemoMode>().IsOn;
        if (visitor.Acting is not { } acting)
        {
            return;
        }

        var texts = services.GetRequiredService<TextTable>();
        shell.Acting = acting;
        if (visitor.First is not { } first)
        {
            return;
        }

        shell.CouncilName = texts.PlaceOf(first);
        shell.CapacityName = texts[$"role.{first.Role}"];
        if (acting.Capacities.Count > 1)
        {
            var back = HttpMethods.IsGet(context.Request.Method) ? Uri.EscapeDataString(context.Request.Path + context.Request.QueryString) : "%2F";
            shell.Capacities = [.. acting.Capacities.Select(c => new CapacityChoice(
                $"{texts[$"role.{c.Role}"]} · {texts.PlaceOf(c)}", $"/tu-cach?id={c.GrantId}&ve={back}", c.GrantId == first.GrantId))];
        }
    }
}

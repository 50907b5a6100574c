using NghiTruong.FollowUp.Today;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Today;

/// <summary>The two figures in the frame of every page; the home page itself is the frame's own first entry.</summary>
public static class TodayModule
{
    /// <summary>After the doorkeeper has greeted the person. Only pages have a frame.</summary>
    public static async Task CountAsync(HttpContext context, RequestDelegate next)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && !context.IsApi();
        if (isPage && context.RequestServices.GetRequiredService<Visitor>().Acting is { } acting)
        {
            var (due, late) = await context.RequestServices.GetRequiredService<TodayBook>().CountAsync(acting, context.RequestAborted);
            var shell = context.RequestServices.GetRequiredService<ShellModel>();
            (shell.DueCount, shell.LateCount) = (due, late);
        }

        await next(context);
    }
}

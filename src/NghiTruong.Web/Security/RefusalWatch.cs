using System.Collections.Concurrent;
using Microsoft.AspNetCore.Diagnostics;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Security;

/// <summary>
/// Journals what a signed-in person asked for and was not given: an address whose record is not theirs (told as not found) or a page their roles do not
/// open. At most <see cref="PerHour"/> lines a person and hour, so that guessing cannot fill the disk.
/// </summary>
public sealed class RefusalWatch(OperationRunner operations, TimeProvider clock)
{
    public const int PerHour = 20;
    private const int LongestAddress = 200;
    private readonly ConcurrentDictionary<(Guid User, long Hour), int> _counts = new();

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden
            && context.GetEndpoint() is not null
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.RequestServices.GetRequiredService<Visitor>() is { Account: { } account } visitor
            && MayRecord(account.Id))
        {
            await RecordAsync(context, account, visitor.First);
        }
    }

    private bool MayRecord(Guid user)
    {
        var hour = clock.Now.Ticks / TimeSpan.TicksPerHour;
        foreach (var old in _counts.Keys.Where(k => k.Hour < hour))
        {
            _counts.TryRemove(old, out _);
        }

        return _counts.AddOrUpdate((user, hour), 1, (_, count) => count + 1) <= PerHour;
    }

    private async Task RecordAsync(HttpContext context, Account account, Capacity? first)
    {
        string address = context.Request.Path;
        var refused = new AccessRefused(
            new Journal.Subject("user", account.Id, account.Acting.UserName, first?.CouncilId ?? Guid.Empty),
            context.Request.Method,
            address.Length > LongestAddress ? address[..LongestAddress] : address,
            context.Response.StatusCode);
        await operations.RunAsync(
            account.Acting,
            (work, _) =>
            {
                work.RecordAsSelf(refused, first);

                return Task.FromResult(Result.Done);
            },
            CancellationToken.None);
    }
}

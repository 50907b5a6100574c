using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.FollowUp.Reminding;

/// <summary>
/// Reminds whoever owes: one letter in the inbox and one by e-mail for all items of a recipient that have come to a mark. Council by council, each in a
/// transaction of its own; unique rows make a second run, or a second node, silent.
/// </summary>
public sealed class ReminderJob(
    IDbContextFactory<Db> contexts, OperationRunner operations, RuleBook rules, CouncilDirectory directory, ReminderLetters letters, ILogger<ReminderJob> log) : IJob
{
    private const int Attempts = 4;
    private const int Opens = 6;

    public string Name => "followUp.reminders";

    public TimeSpan Every => TimeSpan.FromHours(3);

    public async Task RunAsync(DateTime now, CancellationToken ct)
    {
        // Nobody is reminded in the night.
        if (now.VietnamTime.Hour < Opens)
        {
            return;
        }

        var known = await rules.ReadAsync(ct);
        foreach (var council in await CouncilsAsync(ReminderMarks.Window(known, now.VietnamDate), ct))
        {
            await RemindCouncilAsync(council, known, ct);
        }
    }

    private async Task<List<Guid>> CouncilsAsync((DateOnly First, DateOnly Last) window, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<FollowUpItem>().Where(i => i.OwedBy >= window.First && i.OwedBy <= window.Last).Select(i => i.CouncilId).Distinct().ToListAsync(ct);
    }

    private async Task RemindCouncilAsync(Guid councilId, Rules known, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await operations.RunAsync(Acting.System, (work, token) => RemindAsync(work, councilId, known, token), ct);

                return;
            }
            catch (DbUpdateException e) when (attempt < Attempts)
            {
                // Another node was there first: its rows are seen on the next attempt.
                log.LogDebug(e, "Reminders of a council are tried again");
            }
        }
    }

    private async Task<Result> RemindAsync(Work work, Guid councilId, Rules known, CancellationToken ct)
    {
        if (await directory.CouncilAsync(councilId, ct) is not { } council)
        {
            return Result.Done;
        }

        var (first, last) = ReminderMarks.Window(known, work.Today);
        var owed = await work.Db.Set<FollowUpItem>().AsNoTracking()
            .Where(i => i.CouncilId == councilId && i.OwedBy >= first && i.OwedBy <= last)
            .OrderBy(i => i.OwedBy).ThenBy(i => i.Id)
            .ToListAsync(ct);
        var reached = owed
            .Select(item => (Item: item, Mark: ReminderMarks.Reached(known, council.Tier.ToString(), councilId, item.OwedBy!.Value, item.From, work.Today)))
            .Where(r => r.Mark is not null && (r.Item.AgencyId ?? r.Item.HolderCouncilId) is not null)
            .Select(r => new DueReminder(r.Item, r.Mark!))
            .ToList();
        var fresh = await WithoutSentAsync(work.Db, reached, ct);
        foreach (var recipient in fresh.GroupBy(r => r.RecipientId))
        {
            work.Db.AddRange(recipient.Select(r => r.Row(work.Now)));
            await letters.WriteAsync(work, council, [.. recipient], ct);
        }

        return Result.Done;
    }

    private static async Task<List<DueReminder>> WithoutSentAsync(Db db, List<DueReminder> reached, CancellationToken ct)
    {
        var ids = reached.Select(r => r.Item.Id).ToList();
        var sent = (await db.Set<Reminder>().AsNoTracking().Where(r => ids.Contains(r.ItemId)).Select(r => new { r.ItemId, r.RuleCode, r.DueOn, r.RecipientId }).ToListAsync(ct))
            .Select(r => (r.ItemId, r.RuleCode, r.DueOn, r.RecipientId))
            .ToHashSet();

        return [.. reached.Where(r => !sent.Contains((r.Item.Id, r.RuleCode, r.Item.OwedBy!.Value, r.RecipientId)))];
    }
}

/// <summary>An item that has come to a mark.</summary>
public sealed record DueReminder(FollowUpItem Item, string RuleCode)
{
    public Guid RecipientId => Item.AgencyId ?? Item.HolderCouncilId!.Value;

    internal Reminder Row(DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        ItemId = Item.Id,
        RuleCode = RuleCode,
        DueOn = Item.OwedBy!.Value,
        RecipientId = RecipientId,
        At = now,
    };
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Notifications;

/// <summary>Letters that were waiting when the backup was made may have gone out since: a person decides, none is sent again by itself.</summary>
internal sealed class MailAfterRestore : IAfterRestore
{
    public async Task RunAsync(Db db, CancellationToken ct)
    {
        await db.Set<OutboxMessage>().Where(m => m.Kind == PostRoom.Kind).ExecuteDeleteAsync(ct);
        await db.Set<MailMessage>()
            .Where(m => m.State == MailState.Waiting || m.State == MailState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Unknown).SetProperty(m => m.SendingSince, (DateTime?)null), ct);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Notifications;
using NghiTruong.Operations;
using NghiTruong.Texts;

namespace NghiTruong.FollowUp.Reminding;

/// <summary>Puts the reminders of one recipient into its inbox and, where addresses are known, into the post.</summary>
public sealed class ReminderLetters(PostRoom post, TextTable texts)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    public async Task WriteAsync(Work work, CouncilName council, IReadOnlyList<DueReminder> reminders, CancellationToken ct)
    {
        var first = reminders[0].Item;
        var late = reminders.Count(r => r.Item.OwedBy < work.Today);
        work.Db.Add(new Notification
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            AgencyId = first.AgencyId,
            RecipientCouncilId = first.AgencyId is null ? first.HolderCouncilId : null,
            Kind = late > 0 ? "followUp.reminder.late" : "followUp.reminder",
            Values = [council.Name, reminders.Count.ToString(CultureInfo.InvariantCulture), late.ToString(CultureInfo.InvariantCulture)],
            Href = first.AgencyId is { } agency ? $"/theo-doi/co-quan/{agency}" : "/theo-doi?chuyen-den=true",
            CreatedAt = work.Now,
        });
        if (first.AgencyId is { } recipient)
        {
            await MailAsync(work, council, recipient, reminders, ct);
        }
    }

    private async Task MailAsync(Work work, CouncilName council, Guid agencyId, IReadOnlyList<DueReminder> reminders, CancellationToken ct)
    {
        if (!post.IsOpen)
        {
            return;
        }

        var agency = await work.Db.Set<Agency>().AsNoTracking().FirstAsync(a => a.Id == agencyId, ct);
        var officers = await (
            from grant in work.Db.Set<Grant>()
            join user in work.Db.Set<User>() on grant.UserId equals user.Id
            where grant.AgencyId == agencyId && grant.From <= work.Today && (grant.Until == null || grant.Until >= work.Today) && !user.IsDisabled && user.Email != null
            select user.Email).ToListAsync(ct);
        var addresses = officers.Append(agency.Email).OfType<string>().Where(a => a.Contains('@')).Select(a => a.Trim()).Distinct(StringComparer.OrdinalIgnoreCase);
        var subject = Say("followUp.mail.subject", council.Name, reminders.Count);
        var body = DueText.Write(agency.Name, council.Name, reminders.Select(r => r.Item.Owed()), work.Today, texts, Vietnamese);
        foreach (var address in addresses)
        {
            post.Send(work, council.Id, address, subject, body);
        }
    }

    private string Say(string code, params object[] values) => string.Format(CultureInfo.InvariantCulture, texts.Find(code, Vietnamese) ?? code, values);
}

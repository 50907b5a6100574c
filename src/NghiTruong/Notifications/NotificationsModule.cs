using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NghiTruong.Operations;

namespace NghiTruong.Notifications;

public static class NotificationsModule
{
    /// <summary>The inbox and the post. The floor above registers <see cref="MailSettings"/> from its configuration, before or after; without them no mail is written.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.TryAddSingleton(new MailSettings());
        services.TryAddSingleton<IMailLine, SmtpLine>();
        services.AddSingleton<PostRoom>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<IOutboxHandler, MailSender>();
        services.AddSingleton<IAfterRestore, MailAfterRestore>();

        return services;
    }
}

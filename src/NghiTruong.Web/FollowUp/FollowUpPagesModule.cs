using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Notifications;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.FollowUp;

public static class FollowUpPagesModule
{
    public static IServiceCollection AddFollowUpPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings());
        services.AddScoped<FollowUpQuery>();
        services.AddScoped<FollowUpNames>();
        services.AddNavEntry(new NavEntry { Text = "followUp.nav", Href = FollowUpLinks.List, Icon = "clock", Order = 20, ShownTo = acting => acting.May<ReadFollowUps>() });
        services.AddNavEntry(new NavEntry { Text = "followUp.toUrge", Href = FollowUpLinks.ToUrge, Icon = "megaphone", Order = 22, ShownTo = acting => acting.May<UrgeAgencies>() });
        services.AddNavEntry(new NavEntry { Text = "inbox.title", Href = FollowUpLinks.Inbox, Icon = "mail", Order = 5 });

        return services;
    }

    public static void MapFollowUp(this IEndpointRouteBuilder routes) => FollowUpApi.Map(routes);
}

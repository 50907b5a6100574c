using Microsoft.Extensions.DependencyInjection;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.FollowUp.Reminding;
using NghiTruong.FollowUp.Today;
using NghiTruong.FollowUp.Urging;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.FollowUp;

public static class FollowUpModule
{
    public static IServiceCollection AddFollowUp(this IServiceCollection services)
    {
        services.AddSingleton<FollowUps>();
        services.AddSingleton<FollowUpList>();
        services.AddSingleton<ReminderLetters>();
        services.AddSingleton<ReminderJob>();
        services.AddSingleton<IJob>(provider => provider.GetRequiredService<ReminderJob>());
        services.AddSingleton<UrgingSteps>();
        services.AddLetterKind<UrgingLetter>();
        services.AddSingleton<ILetterMatters, ItemsOfLetter>();
        services.AddSingleton<UrgingRecipients>();
        services.AddSingleton<UrgingDesk>();
        services.AddSingleton<IEventHandler, UrgeWhenLetterIssued>();
        services.AddSingleton<ITodaySource, FollowUpToday>();
        services.AddSingleton<TodayBook>();
        services.AddSingleton<DueRecounter>();
        services.AddSingleton<RecountList>();
        services.AddSingleton<IEventHandler, RecountWhenLawChanges>();

        return services;
    }
}

using NghiTruong.Accounts;
using NghiTruong.Training;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Training.Demo;

namespace NghiTruong.Web.Training;

public static class TrainingPagesModule
{
    public static IServiceCollection AddTrainingPages(this IServiceCollection services)
    {
        services.AddScoped<TrainingPageTools>();
        services.AddSingleton(TrainingWords.OfStory);
        services.AddSingleton<IDemo, TrainingDemo>();
        services.AddNavEntry(new NavEntry { Text = "trainings.nav", Href = TrainingLinks.List, Icon = "report", Group = NavGroup.Oversight, Order = 15, ShownTo = acting => acting.May<ReadTrainings>() });

        return services;
    }

    public static void MapTraining(this IEndpointRouteBuilder routes) => TrainingsApi.Map(routes);
}

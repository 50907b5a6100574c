using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.FollowUp.Today;
using NghiTruong.Web.CitizenLetters.Demo;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.CitizenLetters;

public static class CitizenLetterPagesModule
{
    public static IServiceCollection AddCitizenLetterPages(this IServiceCollection services)
    {
        services.AddScoped<CitizenLetterTools>();
        services.AddScoped<CitizenLetterQuery>();
        services.AddSingleton<ReasonChoices>();
        services.AddSingleton<LetterWarning>();
        services.AddSingleton<ITodaySource, CitizenLetterToday>();
        services.AddSingleton<IDemo, CitizenLetterDemo>();
        services.AddSingleton(CitizenLetterWording.OfStories);
        services.AddNavEntry(new NavEntry { Text = "citizenLetters.nav", Href = CitizenLetterLinks.List, Icon = "empty", Order = 12, ShownTo = acting => acting.May<ReadCitizenLetters>() });

        return services;
    }

    public static void MapCitizenLetters(this IEndpointRouteBuilder routes) => CitizenLettersApi.Map(routes);
}

using NghiTruong.Accounts;
using NghiTruong.Agreements;
using NghiTruong.Web.Agreements.Demo;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Agreements;

public static class AgreementPagesModule
{
    public static IServiceCollection AddAgreementPages(this IServiceCollection services)
    {
        services.AddScoped<AgreementPageTools>();
        services.AddSingleton(AgreementWords.OfStory);
        services.AddSingleton(AgreementWords.OfTaskStory);
        services.AddSingleton<IDemo, AgreementDemo>();
        services.AddNavEntry(new NavEntry { Text = "agreements.nav", Href = AgreementLinks.List, Icon = "people", Group = NavGroup.Oversight, Order = 20, ShownTo = acting => acting.May<ReadAgreements>() });

        return services;
    }

    public static void MapAgreements(this IEndpointRouteBuilder routes) => AgreementsApi.Map(routes);
}

using NghiTruong.Councils;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Councils;

public static class CouncilPagesModule
{
    public static IServiceCollection AddCouncilPages(this IServiceCollection services)
    {
        services.AddScoped<CouncilPlace>();
        services.AddScoped<CouncilDesks>();
        services.AddNavEntry(new NavEntry
        {
            Text = "organisation.nav",
            Href = CouncilLinks.Organisation,
            Icon = "council",
            Group = NavGroup.Settings,
            Order = 10,
            ShownTo = acting => acting.May<ReadCouncils>(),
        });
        services.AddNavEntry(new NavEntry
        {
            Text = "units.nav",
            Href = CouncilLinks.Units,
            Icon = "holder",
            Group = NavGroup.Settings,
            Order = 20,
            ShownTo = acting => acting.May<ReadCouncils>(),
        });

        return services;
    }

    public static void MapCouncils(this IEndpointRouteBuilder routes)
    {
        CouncilApi.Map(routes);
        routes.MapGet("/don-vi/ban-giao/{council:guid}/{record:guid}.docx", HandOverModel.RecordAsync).Requires<HandOverMatters>().ExcludeFromDescription();
    }
}

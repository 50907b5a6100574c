using NghiTruong.Accounts;
using NghiTruong.Indicators;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Indicators;

public static class IndicatorPagesModule
{
    public static IServiceCollection AddIndicatorPages(this IServiceCollection services)
    {
        services.AddScoped<BoardPlace>();
        services.AddNavEntry(new NavEntry { Text = "indicators.nav", Href = IndicatorLinks.Board, Icon = "report", Group = NavGroup.Oversight, Order = 1, ShownTo = acting => acting.May<ReadIndicators>() });

        return services;
    }

    public static void MapIndicators(this IEndpointRouteBuilder routes) => IndicatorsApi.Map(routes);
}

using NghiTruong.Law;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Law;

public static class LawPagesModule
{
    public static IServiceCollection AddLawPages(this IServiceCollection services)
    {
        services.AddSingleton<DeadlineQuestion>();
        services.AddNavEntry(new NavEntry { Text = "law.rules", Href = LawLinks.Rules, Icon = "law", Group = NavGroup.Settings, Order = 50, ShownTo = acting => acting.May<ReadRules>() });

        services.AddNavEntry(new NavEntry { Text = "definitions.nav", Href = LawLinks.DefinitionIndex, Icon = "settings", Group = NavGroup.Settings, Order = 52, ShownTo = acting => acting.May<SetOwnRules>() });

        return services;
    }

    public static void MapLaw(this IEndpointRouteBuilder routes) => LawApi.Map(routes);
}

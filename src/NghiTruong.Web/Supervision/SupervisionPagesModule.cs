using NghiTruong.Accounts;
using NghiTruong.Supervision;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;
using NghiTruong.Web.Supervision.Demo;
using NghiTruong.Web.Supervision.Figures;
using NghiTruong.Web.Supervision.Import;

namespace NghiTruong.Web.Supervision;

public static class SupervisionPagesModule
{
    public static IServiceCollection AddSupervisionPages(this IServiceCollection services)
    {
        services.AddScoped<SupervisionQuery>();
        services.AddScoped<SupervisionListView>();
        services.AddScoped<SubjectChoices>();
        services.AddScoped<SupervisionActTools>();
        services.AddScoped<ProgrammeAdvice>();
        services.AddScoped<GroupForms>();
        services.AddSingleton<SupervisionSteps>();
        services.AddSingleton<SupervisionWhy>();
        services.AddSingleton(SupervisionWords.OfStory);
        services.AddSingleton(SupervisionWords.OfRecommendationStory);
        services.AddSingleton<IDemo, SupervisionDemo>();
        AddMenu(services);

        return services;
    }

    public static void MapSupervision(this IEndpointRouteBuilder routes)
    {
        SupervisionsApi.Map(routes);
        FiguresApi.Map(routes);
        RegisterApi.Map(routes);
        SupervisionExport.Map(routes);
        RecommendationExport.Map(routes);
    }

    /// <summary>The four entries of a commune (issue 3): each kind, and what was recommended; the other groups open from their forms, figures and briefings stand under oversight; the one-page record stands under a phone's thumb. An agency sees what it is under.</summary>
    private static void AddMenu(IServiceCollection services)
    {
        foreach (var (kind, icon, order) in new[] { (SupervisionKind.Thematic, "law", 10), (SupervisionKind.Ongoing, "eye", 20), (SupervisionKind.FieldSurvey, "meeting", 30) })
        {
            services.AddNavEntry(Entry("supervisions.tab." + Words.CodeOf(kind), SupervisionLinks.OfKind(kind), icon, order, AtCouncil));
        }

        services.AddNavEntry(Entry("supervisions.nav", SupervisionLinks.List, "eye", 35, acting => acting.May<ReadSupervisions>() && !AtCouncil(acting)));
        services.AddNavEntry(Entry("recommendations.nav", SupervisionLinks.Recommendations + "?open=true", "done", 40, acting => acting.May<ReadSupervisions>()));
        services.AddNavEntry(Entry("supervisions.figures.nav", SupervisionLinks.Figures, "report", 45, AtCouncil) with { Group = NavGroup.Oversight });
        services.AddNavEntry(Entry("briefings.nav", SupervisionLinks.Briefings, "meeting", 47, AtCouncil) with { Group = NavGroup.Oversight });
        services.AddNavEntry(Entry("supervisions.nav.onePage", SupervisionLinks.OnePage, "edit", 50, acting => acting.May<CarryOutSupervisions>()) with { IsIntake = true });
    }

    private static NavEntry Entry(string text, string href, string icon, int order, Func<Acting, bool> shownTo) =>
        new() { Text = text, Href = href, Icon = icon, Order = order, Group = NavGroup.Supervision, ShownTo = shownTo };

    private static bool AtCouncil(Acting acting) => acting.May<ReadSupervisions>() && acting.Capacities.Any(c => c.AgencyId is null);
}

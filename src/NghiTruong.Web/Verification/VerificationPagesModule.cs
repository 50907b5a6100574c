using NghiTruong.Accounts;
using NghiTruong.FollowUp.Today;
using NghiTruong.Verification;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Verification.Demo;

namespace NghiTruong.Web.Verification;

public static class VerificationPagesModule
{
    public static IServiceCollection AddVerificationPages(this IServiceCollection services)
    {
        services.AddScoped<VerificationPageTools>();
        services.AddSingleton<VerificationChoices>();
        services.AddSingleton<IDemo, VerificationDemo>();
        services.AddSingleton<ITodaySource, VerificationToday>();
        services.AddNavEntry(new NavEntry { Text = "verification.nav", Href = VerificationLinks.List, Icon = "eye", Order = 30, ShownTo = acting => acting.May<ReadVerifications>() });
        // Who reads dossiers finds the check on their page; others have it in the menu.
        services.AddNavEntry(new NavEntry { Text = "verification.check.nav", Href = VerificationLinks.Check, Icon = "search", Order = 31, ShownTo = acting => acting.May<CheckDrafts>() && !acting.May<ReadVerifications>() });
        services.AddNavEntry(new NavEntry { Text = "legalRegister.nav", Href = VerificationLinks.Register, Icon = "law", Group = NavGroup.Settings, Order = 55, ShownTo = acting => acting.May<ReadLegalRegister>() });

        return services;
    }

    public static void MapVerification(this IEndpointRouteBuilder routes) => VerificationsApi.Map(routes);
}

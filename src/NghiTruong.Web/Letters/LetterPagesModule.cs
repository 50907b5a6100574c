using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.FollowUp.Today;
using NghiTruong.Letters;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Letters;

public static class LetterPagesModule
{
    public static IServiceCollection AddLetterPages(this IServiceCollection services)
    {
        // One form for a new letter and for a draft changed.
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageRoute("/Letters/Edit", "/cong-van/{id:guid}/sua"));
        services.AddSingleton<ITodaySource, LetterToday>();
        services.AddNavEntry(new NavEntry { Text = "letters.nav", Href = LetterWords.List, Icon = "send", Order = 20, ShownTo = acting => acting.May<ReadLetters>() });
        services.AddNavEntry(new NavEntry
        {
            Text = "letters.templates",
            Href = LetterWords.Templates,
            Icon = "file",
            Group = NavGroup.Settings,
            Order = 40,
            ShownTo = acting => acting.May<ManageLetterForms>(),
        });

        return services;
    }
}

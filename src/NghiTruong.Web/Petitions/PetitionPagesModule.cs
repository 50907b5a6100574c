using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Petitions;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Petitions.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Petitions;

public static class PetitionPagesModule
{
    public static IServiceCollection AddPetitionPages(this IServiceCollection services)
    {
        services.AddScoped<PetitionListView>();
        services.AddScoped<PetitionActTools>();
        services.AddScoped<PetitionAdvice>();
        services.AddSingleton(PetitionWords.OfStory);
        services.AddSingleton<IDemo, PetitionDemo>();
        services.Configure<RazorPagesOptions>(options =>
        {
            // The same page for one petition under its record and for many chosen in the list.
            options.Conventions.AddPageRoute("/Petitions/Forward", "/kien-nghi/{code}/chuyen");
            options.Conventions.AddPageRoute("/Petitions/Answer", "/kien-nghi/{code}/tra-loi");
            options.Conventions.AddPageRoute("/Petitions/Merge", "/kien-nghi/{code}/gop");
            options.Conventions.AddPageRoute("/Petitions/MeetingEdit", "/tiep-xuc/{id:guid}/sua");
        });
        services.AddNavEntry(new NavEntry { Text = "petitions.nav", Href = PetitionLinks.List, Icon = "petition", Order = 10, ShownTo = MayRead });
        services.AddNavEntry(new NavEntry { Text = "petitions.nav.new", Href = PetitionLinks.New, Icon = "add", Order = 12, IsIntake = true, ShownTo = acting => acting.May<RecordPetitions>() });
        services.AddNavEntry(new NavEntry { Text = "meetings.nav", Href = PetitionLinks.Meetings, Icon = "meeting", Order = 14, ShownTo = acting => MayRead(acting) && acting.Capacities.Any(c => c.AgencyId is null) });

        return services;
    }

    public static void MapPetitions(this IEndpointRouteBuilder routes)
    {
        PetitionExport.Map(routes);
        AnswerSheetFile.Map(routes);
        PetitionsApi.Map(routes);
    }

    private static bool MayRead(Acting acting) => acting.May<ReadPetitions>();
}

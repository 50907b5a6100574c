using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;
using NghiTruong.Reception;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Reception.Demo;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web.Reception;

public static class ReceptionPagesModule
{
    public static IServiceCollection AddReceptionPages(this IServiceCollection services)
    {
        services.AddScoped<ReceptionTools>();
        services.AddSingleton<ITodaySource, ReceptionToday>();
        services.AddSingleton<IDemo, ReceptionDemo>();
        foreach (var words in ReceptionWording.OfStories)
        {
            services.AddSingleton(words);
        }

        services.AddNavEntry(new NavEntry { Text = "receptions.nav", Href = ReceptionLinks.List, Icon = "people", Order = 13, ShownTo = acting => acting.May<ReadReceptions>() });

        return services;
    }

    public static void MapReceptions(this IEndpointRouteBuilder routes) => ReceptionsApi.Map(routes);
}

/// <summary>What of receptions waits: online ones to prepare, those past without a word whether they were held, notices of refusal owed.</summary>
public sealed class ReceptionToday(ReceptionBook book, TimeProvider clock) : ITodaySource
{
    private const int Soon = 2;

    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        foreach (var council in acting.OwnCouncils<ArrangeReceptions>())
        {
            var filter = new ReceptionFilter { CouncilId = council };
            cards.Add(new TodayCard("today.reception.prepare", await book.CountAsync(filter with { PrepareBy = clock.Today.AddDays(Soon) }, FollowUpList.CountedUpTo, acting, ct), ReceptionLinks.List, TodayTone.Soon, 22));
            cards.Add(new TodayCard("today.reception.unsaid", await book.CountAsync(filter with { Unsaid = true }, FollowUpList.CountedUpTo, acting, ct), $"{ReceptionLinks.List}?tab=unsaid", TodayTone.Plain, 41));
            cards.Add(new TodayCard("today.reception.refusal", await book.NoticesOwedAsync(council, clock.Today.AddDays(Soon), FollowUpList.CountedUpTo, acting, ct), ReceptionLinks.Book, TodayTone.Soon, 23));
        }

        return cards;
    }
}

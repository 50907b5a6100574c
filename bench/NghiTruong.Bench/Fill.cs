using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Counting;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Indicators;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;

namespace NghiTruong.Bench;

/// <summary>Fills an empty database with councils and petitions of two years, supervisions and delegates; the same seed gives the same petitions. Counts are built by the house's own folding.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The bench must be repeatable.")]
internal sealed class Fill(IServiceProvider services, int seed)
{
    public static readonly DateOnly FirstDay = new(2024, 10, 1);
    public static readonly DateOnly Today = new(2026, 9, 15);
    private const int Chunk = 20_000;

    private static readonly (string Field, (string Problem, string Demand)[] Words)[] Topics =
    [
        (FieldCatalogue.Transport, MadeUpWords.Roads),
        (FieldCatalogue.Land, MadeUpWords.Land),
        (FieldCatalogue.Environment, MadeUpWords.Environment),
        (FieldCatalogue.Irrigation, MadeUpWords.Water),
        (FieldCatalogue.Water, MadeUpWords.Water),
        (FieldCatalogue.Health, MadeUpWords.Services),
        (FieldCatalogue.Education, MadeUpWords.Services),
        (FieldCatalogue.SocialPolicy, MadeUpWords.Services),
        (FieldCatalogue.Power, MadeUpWords.Services),
        (FieldCatalogue.Urban, MadeUpWords.Roads),
        (FieldCatalogue.Other, MadeUpWords.Services),
    ];

    private static readonly PetitionStatus[] Statuses =
    [
        PetitionStatus.Recorded, PetitionStatus.Classified, PetitionStatus.ExplainedOnTheSpot, PetitionStatus.Forwarded, PetitionStatus.Forwarded, PetitionStatus.Accepted,
        PetitionStatus.Answered, PetitionStatus.Evaluated, PetitionStatus.Concluded, PetitionStatus.Notified, PetitionStatus.Closed, PetitionStatus.Closed, PetitionStatus.Closed, PetitionStatus.Closed,
    ];

    private readonly Random _random = new(seed);
    private readonly Dictionary<(Guid, int), int> _numbers = [];

    public async Task RunAsync(int petitions, int supervisions, int delegates)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        if (await db.Set<Petition>().AnyAsync())
        {
            throw new InvalidOperationException("The database holds petitions already; fill an empty one.");
        }

        var (clock, now) = (Stopwatch.StartNew(), TimeProvider.System.GetUtcNow().UtcDateTime);
        var places = await WritePlacesAsync(db);
        await WritePetitionsAsync(db, places, petitions, clock);
        await WriteSeriesAsync(db, places);
        Say(clock, "petitions written");
        await new SupervisionFill(places, _random).WriteAsync(db, supervisions);
        Say(clock, "supervisions written");
        await new PeopleFill(places, _random).WriteAsync(db, delegates);
        Say(clock, "delegates and their training written");
        await services.GetRequiredService<IndicatorSetup>().RunAsync(now, CancellationToken.None);
        await services.GetRequiredService<CoverageCalendar>().RunAsync(now, CancellationToken.None);
        Say(clock, "who has still to do what opened");
        await services.GetRequiredService<CountCheck>().RebuildAsync(CancellationToken.None);
        Say(clock, "counts folded");
        await services.GetRequiredService<IndicatorHistory>().RunAsync(now, CancellationToken.None);
        Say(clock, "what is known of each place today, and medians");
        await services.GetRequiredService<Search.SearchIndexing>().RebuildAsync(null, null, CancellationToken.None);
        Say(clock, "search index written");
        await db.Database.ExecuteSqlAsync($"VACUUM ANALYZE");
        Say(clock, "done");
    }

    private static void Say(Stopwatch clock, string what) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,7:0.0} s  {what}"));

    private static async Task<Places> WritePlacesAsync(Db db)
    {
        var places = Places.Read();
        await TableCopy.WriteAsync(db, places.Units);
        await TableCopy.WriteAsync(db, places.Versions);
        await TableCopy.WriteAsync(db, places.Councils);
        await TableCopy.WriteAsync(db, places.Terms);
        await TableCopy.WriteAsync(db, places.Agencies);
        await TableCopy.WriteAsync(db, places.Sessions);

        return places;
    }

    private async Task WritePetitionsAsync(Db db, Places places, int count, Stopwatch clock)
    {
        var agencies = places.Agencies.ToLookup(a => a.CouncilId);
        var sessions = places.Sessions.ToLookup(s => s.CouncilId);
        // A province hears eight times what a commune hears.
        List<Council> heard = [.. places.Councils.SelectMany(c => Enumerable.Repeat(c, c.Tier == Tier.Province ? 8 : 1))];
        for (var done = 0; done < count; done += Chunk)
        {
            List<Petition> petitions = [];
            List<FollowUpItem> items = [];
            List<PetitionParty> parties = [];
            for (var i = 0; i < Math.Min(Chunk, count - done); i++)
            {
                var council = heard[_random.Next(heard.Count)];
                var petition = One(council, [.. sessions[council.Id]], [.. agencies[council.Id]]);
                petitions.Add(petition);
                if (petition.LeadAgencyId is { } agency)
                {
                    items.Add(ItemOf(petition, agency));
                    parties.Add(new PetitionParty { Id = Guid.CreateVersion7(), PetitionId = petition.Id, AgencyId = agency, Role = PartyRole.Lead, From = petition.ReceivedOn });
                }
            }

            await TableCopy.WriteAsync(db, petitions);
            await TableCopy.WriteAsync(db, items);
            await TableCopy.WriteAsync(db, parties);
            if ((done / Chunk) % 5 == 4)
            {
                Say(clock, $"{done + Chunk} petitions");
            }
        }
    }

    private Petition One(Council council, IReadOnlyList<CouncilSession> sessions, IReadOnlyList<Agency> agencies)
    {
        var received = FirstDay.AddDays(_random.Next(Today.DayNumber - FirstDay.DayNumber + 1));
        var (field, words) = Topics[_random.Next(Topics.Length)];
        var status = StatusOf(received);
        var sent = status is not (PetitionStatus.Recorded or PetitionStatus.Classified or PetitionStatus.ExplainedOnTheSpot);
        var petition = new Petition
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = PetitionCode.Of(council.Code, received.Year, NextNumber(council.Id, received.Year)),
            Kind = _random.Next(8) == 0 ? PetitionKind.Opinion : PetitionKind.Petition,
            Content = Sentence(words, out var place),
            Place = place,
            Source = PetitionSource.VoterMeeting,
            ReceivedOn = received,
            SessionId = sessions.FirstOrDefault(s => s.OpensOn >= received)?.Id,
            Voters = _random.Next(3) == 0 ? _random.Next(1, 60) : null,
            Field = status == PetitionStatus.Recorded ? null : field,
            Authority = status == PetitionStatus.Recorded ? null : Authority(council.Tier),
            LeadAgencyId = sent ? agencies[_random.Next(agencies.Count)].Id : null,
            CreatedAt = received.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
        };
        petition.StandAsTold(status, OutcomeOf(status), sent ? received.AddDays(20 + _random.Next(40)) : null, null);

        return petition;
    }

    private static FollowUpItem ItemOf(Petition petition, Guid agency)
    {
        var item = new FollowUpItem
        {
            Id = Guid.CreateVersion7(),
            CouncilId = petition.CouncilId,
            ProvinceId = petition.ProvinceId,
            OriginCouncilId = petition.OriginCouncilId,
            SubjectKind = "petition",
            SubjectId = petition.Id,
            SubjectCode = petition.Code,
            Title = petition.Content,
            AgencyId = agency,
            Part = FollowUpPart.Lead,
            From = petition.ReceivedOn,
        };
        item.Due(petition.DueOn);
        item.Settle(petition.OwedBy is not null ? FollowUpState.Waiting : petition.ClosedOn is not null ? FollowUpState.Done : FollowUpState.Answered);

        return item;
    }

    /// <summary>Older matters are mostly closed: what is still owed is recent, or late.</summary>
    private PetitionStatus StatusOf(DateOnly received)
    {
        var status = Statuses[_random.Next(Statuses.Length)];
        var isOld = received < Today.AddDays(-120);

        return isOld && PetitionStatuses.WithAgency.Contains(status) && _random.Next(5) != 0 ? PetitionStatus.Closed : status;
    }

    private Outcome? OutcomeOf(PetitionStatus status) => status switch
    {
        PetitionStatus.ExplainedOnTheSpot => Outcome.Explained,
        PetitionStatus.Answered or PetitionStatus.Evaluated or PetitionStatus.Concluded or PetitionStatus.Notified or PetitionStatus.Closed =>
            Enum.GetValues<Outcome>()[_random.Next(5)],
        _ => null,
    };

    private string Authority(Tier tier) => _random.Next(10) switch
    {
        0 => AuthorityCatalogue.Central,
        1 or 2 => AuthorityCatalogue.Province,
        3 => AuthorityCatalogue.Other,
        _ => tier == Tier.Province ? AuthorityCatalogue.Province : AuthorityCatalogue.Commune,
    };

    private string Sentence((string Problem, string Demand)[] words, out string place)
    {
        var (problem, demand) = words[_random.Next(words.Length)];
        var village = MadeUpWords.Villages[_random.Next(MadeUpWords.Villages.Length)];
        place = $"{MadeUpWords.Kinds[_random.Next(MadeUpWords.Kinds.Length)]} {village} {_random.Next(1, 20)}";

        return $"Cử tri {place} phản ánh {string.Format(CultureInfo.InvariantCulture, problem, _random.Next(2, 40))}; đề nghị cấp có thẩm quyền {demand}.";
    }

    private int NextNumber(Guid council, int year) => _numbers[(council, year)] = _numbers.GetValueOrDefault((council, year)) + 1;

    /// <summary>Petitions recorded after the fill go on where it ended.</summary>
    private async Task WriteSeriesAsync(Db db, Places places)
    {
        var codes = places.Councils.ToDictionary(c => c.Id, c => c.Code);
        List<Operations.CodeSeries> series =
            [.. _numbers.Select(n => new Operations.CodeSeries { Series = PetitionCode.Series(codes[n.Key.Item1], n.Key.Item2), Last = n.Value })];
        await TableCopy.WriteAsync(db, series);
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Supervision;

namespace NghiTruong.Bench;

/// <summary>Fills supervisions and their recommendations beside the petitions: every council has some, two in three are done, the rest is owed, part of it late.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The bench must be repeatable.")]
internal sealed class SupervisionFill(Places places, Random random)
{
    private const int Chunk = 5000;
    private const int PerSupervision = 8;

    private static readonly SupervisionState[] States =
    [
        SupervisionState.Programmed, SupervisionState.Held, SupervisionState.Reported, SupervisionState.Concluded, SupervisionState.Concluded, SupervisionState.Concluded, SupervisionState.Closed, SupervisionState.Closed,
    ];

    private readonly ILookup<Guid, Agency> _agencies = places.Agencies.ToLookup(a => a.CouncilId);
    private readonly Dictionary<Guid, (int Supervisions, int Recommendations)> _numbers = [];

    /// <summary>Recommendations are spread over the supervisions that were concluded.</summary>
    public async Task WriteAsync(Db db, int supervisions)
    {
        for (var done = 0; done < supervisions; done += Chunk)
        {
            List<SupervisionCase> cases = [];
            List<Recommendation> recommendations = [];
            List<FollowUpItem> items = [];
            for (var i = done; i < Math.Min(done + Chunk, supervisions); i++)
            {
                // Every council in turn: nobody has none.
                var s = One(places.Councils[i % places.Councils.Count]);
                cases.Add(s);
                if (s.State is SupervisionState.Concluded or SupervisionState.Closed)
                {
                    foreach (var r in Enumerable.Range(0, PerSupervision).Select(_ => Recommend(s)))
                    {
                        recommendations.Add(r);
                        items.Add(ItemOf(r));
                    }
                }
            }

            await TableCopy.WriteAsync(db, cases);
            await TableCopy.WriteAsync(db, recommendations);
            await TableCopy.WriteAsync(db, items);
        }

        await TableCopy.WriteAsync(db, Series());
    }

    /// <summary>Supervisions proposed after the fill go on where it ended.</summary>
    private List<CodeSeries> Series()
    {
        var codes = places.Councils.ToDictionary(c => c.Id, c => c.Code);
        var years = Enumerable.Range(Fill.FirstDay.Year, Fill.Today.Year - Fill.FirstDay.Year + 2);

        return
        [
            .. from council in _numbers
               from year in years
               let series = SupervisionCode.Series(codes[council.Key], year)
               from written in new[] { (Series: series, council.Value.Supervisions), (Series: SupervisionCode.RecommendationSeries(codes[council.Key], year), council.Value.Recommendations) }
               select new CodeSeries { Series = written.Series, Last = written.Item2 },
        ];
    }

    private SupervisionCase One(Council council)
    {
        var from = Fill.FirstDay.AddDays(random.Next(Fill.Today.DayNumber - Fill.FirstDay.DayNumber));
        var state = States[random.Next(States.Length)];
        var s = new SupervisionCase
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = SupervisionCode.Of(council.Code, from.Year, Number(council.Id, 1, 0).Supervisions),
            Year = from.Year,
            Subject = random.Next(3) switch { 0 => SupervisionSubject.Council, 1 => SupervisionSubject.StandingCommittee, _ => SupervisionSubject.Committee },
            Kind = Enum.GetValues<SupervisionKind>()[random.Next(3)],
            Group = "GS-05",
            Theme = $"Giám sát {MadeUpWords.Villages[random.Next(MadeUpWords.Villages.Length)]}: đầu tư, quản lý công trình nước sinh hoạt và đường thôn",
            PlannedFrom = from,
            PlannedTo = from.AddDays(30),
            CreatedAt = from.AddDays(-30).ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
        };
        var held = state == SupervisionState.Programmed ? (DateOnly?)null : from.AddDays(random.Next(30));
        s.StandAsTold(state, held, held is null || state == SupervisionState.Held ? null : "05/BC-HĐND", state == SupervisionState.Held ? null : held?.AddDays(10), OwedBy(state, s));

        return s;
    }

    private static DateOnly? OwedBy(SupervisionState state, SupervisionCase s) => state switch
    {
        SupervisionState.Programmed => s.PlannedTo,
        SupervisionState.Held => s.PlannedTo.AddDays(15),
        SupervisionState.Reported => s.PlannedTo.AddDays(22),
        _ => null,
    };

    private Recommendation Recommend(SupervisionCase s)
    {
        var agencies = _agencies[s.CouncilId].ToList();
        var isOpen = s.State == SupervisionState.Concluded && random.Next(3) == 0;
        var made = s.ReportedOn!.Value.AddDays(5);
        var r = new Recommendation
        {
            Id = Guid.CreateVersion7(),
            CouncilId = s.CouncilId,
            ProvinceId = s.ProvinceId,
            OriginCouncilId = s.CouncilId,
            Code = string.Create(CultureInfo.InvariantCulture, $"KN{s.Code[..^6]}-{Number(s.CouncilId, 0, 1).Recommendations:00000}"),
            SupervisionId = s.Id,
            Subject = s.Subject,
            Kind = s.Kind,
            Content = $"Sửa chữa công trình nước sinh hoạt tại {MadeUpWords.Villages[random.Next(MadeUpWords.Villages.Length)]}, bảo đảm cấp nước ổn định.",
            LeadAgencyId = agencies[random.Next(agencies.Count)].Id,
            Product = "Biên bản nghiệm thu công trình",
            CreatedAt = made.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
        };
        r.StandAsTold(isOpen ? RecommendationState.Following : RecommendationState.Confirmed, isOpen ? null : RecommendationOutcome.Done, made, made.AddDays(30 + random.Next(60)));

        return r;
    }

    private static FollowUpItem ItemOf(Recommendation r)
    {
        var item = new FollowUpItem
        {
            Id = Guid.CreateVersion7(),
            CouncilId = r.CouncilId,
            ProvinceId = r.ProvinceId,
            OriginCouncilId = r.OriginCouncilId,
            SubjectKind = RecommendationEvent.SubjectKind,
            SubjectId = r.Id,
            SubjectCode = r.Code,
            Title = r.Content,
            AgencyId = r.LeadAgencyId,
            Part = FollowUpPart.Lead,
            From = r.MadeOn!.Value,
        };
        item.Due(r.DueOn);
        item.Settle(r.OwedBy is not null ? FollowUpState.Waiting : FollowUpState.Done);

        return item;
    }

    private (int Supervisions, int Recommendations) Number(Guid council, int supervisions, int recommendations)
    {
        var last = _numbers.GetValueOrDefault(council);

        return _numbers[council] = (last.Supervisions + supervisions, last.Recommendations + recommendations);
    }
}

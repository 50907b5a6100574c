using System.Diagnostics.CodeAnalysis;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Operations;
using NghiTruong.Training;

namespace NghiTruong.Bench;

/// <summary>Fills delegates of every council and two classes each with their roll calls: some 500,000 attendances of 75,000 delegates, and a few in a hundred whom nobody has trained. All names are made up.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The bench must be repeatable.")]
internal sealed class PeopleFill(Places places, Random random)
{
    private const int ProvinceWeight = 4;
    private const int Chunk = 200;
    private static readonly DateOnly Sworn = new(2026, 3, 15);
    private static readonly (int Month, int Days)[] Classes = [(5, 4), (8, 3)];

    public async Task WriteAsync(Db db, int delegates)
    {
        var weights = places.Councils.Sum(Weight);
        var (weight, written) = (0, 0);
        foreach (var some in places.Councils.Chunk(Chunk))
        {
            List<Delegate> people = [];
            var classes = new Held();
            foreach (var council in some)
            {
                weight += Weight(council);
                var until = (int)((long)delegates * weight / weights);
                List<Delegate> own = [.. Enumerable.Range(1, until - written).Select(n => One(council, n))];
                written = until;
                people.AddRange(own);
                Train(council, own, classes);
            }

            await TableCopy.WriteAsync(db, people);
            await TableCopy.WriteAsync(db, classes.Classes);
            await TableCopy.WriteAsync(db, classes.Days);
            await TableCopy.WriteAsync(db, classes.Seats);
            await TableCopy.WriteAsync(db, classes.Present);
        }

        List<CodeSeries> series = [.. places.Councils.Select(c => new CodeSeries { Series = ClassSeries(c), Last = Classes.Length })];
        await TableCopy.WriteAsync(db, series);
    }

    private static int Weight(Council council) => council.Tier == Tier.Province ? ProvinceWeight : 1;

    private static string ClassSeries(Council council) => TrainingCode.Series(council, Sworn.Year);

    private Delegate One(Council council, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        ProvinceId = council.ProvinceId,
        OriginCouncilId = council.Id,
        Code = DelegateCode.Of(council.Code, Sworn.Year, number),
        Term = "2026-2031",
        FullName = $"{Of(MadeUpWords.Families)} {Of(MadeUpWords.Middles)} {Of(MadeUpWords.Givens)}",
        Entry = DelegateEntry.Election,
        IsFullTime = number <= 3,
        From = Sworn,
        CreatedAt = Sworn.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
    };

    private string Of(string[] words) => words[random.Next(words.Length)];

    private void Train(Council council, List<Delegate> people, Held held)
    {
        // One in thirty comes to no class at all.
        List<Delegate> trainees = [.. people.Where(_ => random.Next(30) != 0)];
        for (var i = 0; i < Classes.Length; i++)
        {
            var from = new DateOnly(Sworn.Year, Classes[i].Month, 1 + random.Next(20));
            var taught = new TrainingClass
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                OriginCouncilId = council.Id,
                Code = TrainingCode.Of(ClassSeries(council), i + 1),
                Subject = "Kỹ năng giám sát, tiếp xúc cử tri",
                Format = TrainingFormat.InPerson,
                Audience = TrainingAudience.AllDelegates,
                From = from,
                Until = from.AddDays(Classes[i].Days - 1),
                ForCommunes = false,
                CreatedAt = from.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc),
            };
            taught.Describe(taught.Subject, null);
            taught.Hold();
            taught.Close(taught.Until);
            List<TrainingDay> days =
                [.. Enumerable.Range(0, Classes[i].Days).Select(d => new TrainingDay { Id = Guid.CreateVersion7(), ClassId = taught.Id, On = from.AddDays(d), CalledAt = taught.CreatedAt.AddDays(d) })];
            held.Classes.Add(taught);
            held.Days.AddRange(days);
            held.Seats.AddRange(trainees.Select(d => new TrainingSeat
            {
                ClassId = taught.Id, DelegateId = d.Id, CouncilId = council.Id, ProvinceId = council.ProvinceId, EnrolledOn = from.AddDays(-7), Days = days.Count, TrainedOn = from, Result = TrainingResult.Completed,
            }));
            held.Present.AddRange(from day in days from d in trainees select new TrainingPresence { DayId = day.Id, DelegateId = d.Id, ClassId = taught.Id });
        }
    }

    private sealed class Held
    {
        public List<TrainingClass> Classes { get; } = [];

        public List<TrainingDay> Days { get; } = [];

        public List<TrainingSeat> Seats { get; } = [];

        public List<TrainingPresence> Present { get; } = [];
    }
}

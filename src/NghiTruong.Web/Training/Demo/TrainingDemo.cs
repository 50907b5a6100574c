using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Refusals;
using NghiTruong.Training;
using NghiTruong.Web.Demo;

namespace NghiTruong.Web.Training.Demo;

/// <summary>The province's class for its communes, attended by all but one delegate of the home commune and by most elsewhere; the commune's own plan; a class to come for those missing.</summary>
public sealed class TrainingDemo : IDemo
{
    private const string Skills = "Kỹ năng giám sát, thẩm tra và theo dõi kiến nghị sau giám sát";

    public int Order => 50;

    public Task TellAsync(DemoStage stage, CancellationToken ct)
    {
        var (home, province, clerk, upper) = (stage.World.Home, stage.World.Province, stage.Person("vanphong"), stage.ClerkOf(stage.World.Province));
        var (given, coming) = ("", "");
        var year = stage.Clock.DaysAgo(0).Year;
        stage.Script.On(95, ct => stage.Get<TrainingDesk>().PlanAsync(
            new PlanItemInput { CouncilId = home.Id, Year = year, Subject = "Kỹ năng tiếp xúc cử tri, tiếp công dân", Audience = TrainingAudience.AllDelegates, People = 18, Month = 9, Budget = 25_000_000, Document = "05/KH-HĐND" }, clerk, ct));
        stage.Script.On(95, ct => stage.Get<TrainingDesk>().PlanAsync(
            new PlanItemInput { CouncilId = province.Id, Year = year, Subject = Skills, Audience = TrainingAudience.AllDelegates, People = 110, Month = 7, ForCommunes = true, Document = "12/KH-HĐND" }, upper, ct));
        stage.Script.On(80, ct => stage.Get<TrainingDesk>().OpenAsync(
            new TrainingInput
            {
                CouncilId = province.Id, Subject = Skills, Format = TrainingFormat.Mixed, From = stage.Clock.DaysAgo(70), Until = stage.Clock.DaysAgo(69), Place = "Hội trường HĐND tỉnh và các điểm cầu xã", Trainer = "Báo cáo viên Văn phòng HĐND tỉnh",
                ForCommunes = true,
            },
            upper, ct), code => given = code);
        stage.Script.On(78, async ct => EnrolledOrNobody(await stage.Get<TrainingEnrolment>().EnrolAsync(given, new EnrolInput { Whom = EnrolWhom.All }, upper, ct)));
        stage.Script.On(70, ct => RollAsync(stage, given, 70, ct));
        stage.Script.On(69, ct => RollAsync(stage, given, 69, ct));
        stage.Script.On(66, async ct => await HasSeatsAsync(stage, given, ct) ? await stage.Get<TrainingRoll>().CloseAsync(given, null, upper, ct) : Result.Done);
        stage.Script.On(12, ct => stage.Get<TrainingDesk>().OpenAsync(
            new TrainingInput { CouncilId = home.Id, Subject = "Kỹ năng tiếp xúc cử tri, tiếp công dân", From = stage.Clock.DaysAgo(-10), Place = "Trụ sở HĐND xã", Trainer = "Văn phòng HĐND và UBND xã" }, clerk, ct), code => coming = code);
        stage.Script.On(11, async ct => EnrolledOrNobody(await stage.Get<TrainingEnrolment>().EnrolAsync(coming, new EnrolInput { Whom = EnrolWhom.FullTime }, clerk, ct)));

        return Task.CompletedTask;
    }

    /// <summary>Everybody but the last by name of each council was there.</summary>
    private static async Task<Result> RollAsync(DemoStage stage, string code, int daysAgo, CancellationToken ct)
    {
        if (!await HasSeatsAsync(stage, code, ct))
        {
            return Result.Done;
        }

        await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();
        var seats = await (
            from seat in db.Set<TrainingSeat>()
            join of in db.Set<TrainingClass>() on seat.ClassId equals of.Id
            join who in db.Set<Delegate>() on seat.DelegateId equals who.Id
            where of.Code == code
            orderby who.SortKey
            select new { seat.CouncilId, seat.DelegateId }).ToListAsync(ct);

        return await stage.Get<TrainingRoll>().CallAsync(code, stage.Clock.DaysAgo(daysAgo), [.. seats.GroupBy(s => s.CouncilId).SelectMany(g => g.SkipLast(1)).Select(s => s.DelegateId)], stage.ClerkOf(stage.World.Province), ct);
    }

    private static async Task<bool> HasSeatsAsync(DemoStage stage, string code, CancellationToken ct)
    {
        await using var db = stage.Get<IDbContextFactory<Db>>().CreateDbContext();

        return await db.Set<TrainingSeat>().AnyAsync(s => db.Set<TrainingClass>().Any(c => c.Id == s.ClassId && c.Code == code), ct);
    }

    /// <summary>Where the register of delegates tells nobody yet, there is nobody to enrol.</summary>
    private static Result EnrolledOrNobody(Result<int> enrolled) => enrolled.IsRefused && enrolled.Refusals.All(r => r.Code == "training.nobodyFound") ? Result.Done : enrolled;
}

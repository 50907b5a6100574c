using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Training;

/// <summary>Who was trained in what is the council's own record; it flows down the tiers.</summary>
public sealed class ReadTrainings() : Permission(
    "trainings.read",
    (Administrator, Subtree),
    (Clerk, Subtree),
    (StandingCommittee, Subtree),
    (CommitteeHead, Subtree),
    (Role.Delegate, OwnCouncil),
    (FrontOfficer, OwnCouncil),
    (UpperViewer, Subtree),
    (Auditor, Subtree));

/// <summary>The plan, classes, roll calls, results and certificates of one's own council.</summary>
public sealed class KeepTrainings() : Permission("trainings.keep", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil));

/// <summary>Enrolling one's own delegates, in a class of the province too.</summary>
public sealed class EnrolTrainees() : Permission("trainings.enrol", (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil));

/// <summary>Every list and page of classes starts here, so a forgotten check shows nothing rather than everything.</summary>
public static class TrainingScope
{
    /// <summary>Classes of the councils one may read, and those the province gives to its communes.</summary>
    public static IQueryable<TrainingClass> VisibleTo(this IQueryable<TrainingClass> classes, Acting acting)
    {
        var scope = acting.ScopeOf<ReadTrainings>();
        if (scope.All)
        {
            return classes;
        }

        var (councils, provinces, homes) = (scope.Councils, scope.Provinces, Homes(acting));

        return classes.Where(c => councils.Contains(c.CouncilId) || provinces.Contains(c.ProvinceId) || (c.ForCommunes && homes.Contains(c.ProvinceId)));
    }

    public static IQueryable<TrainingPlanItem> VisibleTo(this IQueryable<TrainingPlanItem> items, Acting acting)
    {
        var scope = acting.ScopeOf<ReadTrainings>();
        if (scope.All)
        {
            return items;
        }

        var (councils, provinces, homes) = (scope.Councils, scope.Provinces, Homes(acting));

        return items.Where(i => councils.Contains(i.CouncilId) || provinces.Contains(i.ProvinceId) || (i.ForCommunes && homes.Contains(i.ProvinceId)));
    }

    /// <summary>Seats of delegates whose council one may read; who keeps the class sees all its seats.</summary>
    public static IQueryable<TrainingSeat> VisibleTo(this IQueryable<TrainingSeat> seats, TrainingClass of, Acting acting)
    {
        var scope = acting.ScopeOf<ReadTrainings>();
        if (scope.All || acting.CapacityFor<ReadTrainings>(of.CouncilId, of.ProvinceId) is not null)
        {
            return seats;
        }

        var (councils, provinces) = (scope.Councils, scope.Provinces);

        return seats.Where(s => councils.Contains(s.CouncilId) || provinces.Contains(s.ProvinceId));
    }

    public static bool MayKeep(this Acting acting, TrainingClass of) => acting.CapacityFor<KeepTrainings>(of.CouncilId, of.ProvinceId) is not null;

    /// <summary>Provinces the person's own councils lie in.</summary>
    private static List<Guid> Homes(Acting acting) =>
        [.. acting.Capacities.Where(c => c is { AgencyId: null, ProvinceId: not null } && Permission.Of<ReadTrainings>().ReachOf(c.Role) is not null).Select(c => c.ProvinceId!.Value).Distinct()];
}

/// <summary>A class loaded for an act, and the capacity that allows it.</summary>
public sealed record TrainingInHand(TrainingClass Class, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class TrainingFinder
{
    public static async Task<Result<TrainingInHand>> TrainingAsync(this Work work, string code, CancellationToken ct)
    {
        if (await work.Db.Set<TrainingClass>().FirstOrDefaultAsync(c => c.Code == code, ct) is not { } found)
        {
            return new Refusal("training.notFound", null, code);
        }

        if (work.CapacityFor<KeepTrainings>(found) is { } capacity)
        {
            return new TrainingInHand(found, capacity);
        }

        return await work.Db.Set<TrainingClass>().VisibleTo(work.Acting).AnyAsync(c => c.Id == found.Id, ct)
            ? new Refusal("training.notAllowed", null, code)
            : new Refusal("training.notFound", null, code);
    }
}

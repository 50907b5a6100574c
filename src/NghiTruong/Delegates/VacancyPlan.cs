using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>Kế hoạch kiện toàn: how one vacancy is to be filled, by whom, by when, by which paper.</summary>
public sealed class VacancyPlan : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    /// <summary>What is vacant: <c>delegates</c> or a code of <see cref="LegalNumbers"/>.</summary>
    public required string Seat { get; init; }

    public Guid? BodyId { get; init; }

    /// <summary>Cách thực hiện: by-election, election at the next session, transfer ...</summary>
    public required string How { get; init; }

    /// <summary>Người, cơ quan chịu trách nhiệm.</summary>
    public required string Responsible { get; init; }

    public required DateOnly DueOn { get; init; }

    public string? Document { get; init; }

    /// <summary>Filled, or given up; null while it is open.</summary>
    public DateOnly? ClosedOn { get; set; }

    public string? Outcome { get; set; }

    public int Version { get; private set; }
}

/// <summary>Biên chế: how many staff the council has by decision, from a day on.</summary>
public sealed class StaffNumber : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required DateOnly From { get; init; }

    public required int Number { get; set; }

    public string? Document { get; set; }
}

/// <summary>Người giúp việc: somebody of the support office, from a day to a day.</summary>
public sealed class SupportStaff : IRecord
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    [Personal]
    public required string FullName { get; set; }

    public required string Position { get; set; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; set; }

    public string? Document { get; init; }
}

internal sealed class PeopleMapping : IEntityTypeConfiguration<VacancyPlan>, IEntityTypeConfiguration<StaffNumber>, IEntityTypeConfiguration<SupportStaff>
{
    public void Configure(EntityTypeBuilder<VacancyPlan> builder)
    {
        builder.Property(p => p.Seat).HasMaxLength(40);
        builder.Property(p => p.How).HasMaxLength(500);
        builder.Property(p => p.Responsible).HasMaxLength(200);
        builder.Property(p => p.Document).HasMaxLength(100);
        builder.Property(p => p.Outcome).HasMaxLength(500);
        builder.HasIndex(p => new { p.CouncilId, p.DueOn });
    }

    public void Configure(EntityTypeBuilder<StaffNumber> builder)
    {
        builder.Property(n => n.Document).HasMaxLength(100);
        builder.HasIndex(n => new { n.CouncilId, n.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SupportStaff> builder)
    {
        builder.Property(s => s.FullName).HasMaxLength(120);
        builder.Property(s => s.Position).HasMaxLength(200);
        builder.Property(s => s.Document).HasMaxLength(100);
        builder.HasIndex(s => s.CouncilId);
    }
}

public sealed record VacancyPlanInput
{
    public Guid? Id { get; init; }

    [StringLength(40)]
    public string? Seat { get; init; }

    public Guid? BodyId { get; init; }

    [StringLength(500)]
    public string? How { get; init; }

    [StringLength(200)]
    public string? Responsible { get; init; }

    public DateOnly? DueOn { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

public sealed record StaffInput
{
    public Guid? Id { get; init; }

    [StringLength(120)]
    public string? FullName { get; init; }

    [StringLength(200)]
    public string? Position { get; init; }

    public DateOnly? From { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

/// <summary>A vacancy was planned for, filled or given up; staff came or left.</summary>
public sealed record PeopleChanged(Subject Subject, string What, string? Document) : HouseEvent(Subject)
{
    public override string Code => "council.peopleChanged";
}

/// <summary>The plan to fill vacancies, and the support staff of a council: kept by its office.</summary>
public sealed class PeopleDesk(OperationRunner operations)
{
    private static readonly string[] Seats = ["delegates", LegalNumbers.ViceChairs, LegalNumbers.DeputyHeads, LegalNumbers.Committees, LegalNumbers.FullTime, LegalNumbers.Staff];

    /// <returns>Refusals <c>council.notFound</c>, <c>people.seatMissing</c>, <c>.howMissing</c>, <c>.responsibleMissing</c>, <c>.dueMissing</c>, <c>body.notFound</c>, <c>input.*</c>.</returns>
    public Task<Result> PlanAsync(Guid councilId, VacancyPlanInput asked, Acting acting, CancellationToken ct) =>
        WithinAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
            Need(wrong, Seats.Contains(asked.Seat), "people.seatMissing", nameof(asked.Seat));
            Need(wrong, !string.IsNullOrWhiteSpace(asked.How), "people.howMissing", nameof(asked.How));
            Need(wrong, !string.IsNullOrWhiteSpace(asked.Responsible), "people.responsibleMissing", nameof(asked.Responsible));
            Need(wrong, asked.DueOn is not null, "people.dueMissing", nameof(asked.DueOn));
            if (asked.BodyId is { } body && !await work.Db.Set<Body>().AnyAsync(b => b.Id == body && b.CouncilId == councilId, token))
            {
                wrong.Add(new Refusal("body.notFound", nameof(asked.BodyId)));
            }

            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            if (asked.Id is { } id && await work.Db.Set<VacancyPlan>().AnyAsync(p => p.Id == id, token))
            {
                return Result.Done;
            }

            work.Db.Add(new VacancyPlan
            {
                Id = asked.Id ?? Guid.CreateVersion7(), CouncilId = council.Id, ProvinceId = council.ProvinceId, Seat = asked.Seat!, BodyId = asked.BodyId, How = asked.How!.Trim(),
                Responsible = asked.Responsible!.Trim(), DueOn = asked.DueOn!.Value, Document = DelegateDesk.Blank(asked.Document),
            });
            work.Record(new PeopleChanged(CouncilEvent.About(council), asked.How.Trim(), DelegateDesk.Blank(asked.Document)), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>council.notFound</c>, <c>people.planNotFound</c>, <c>people.outcomeMissing</c>.</returns>
    public Task<Result> ClosePlanAsync(Guid councilId, Guid id, string? outcome, Acting acting, CancellationToken ct) =>
        WithinAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            if (await work.Db.Set<VacancyPlan>().FirstOrDefaultAsync(p => p.Id == id && p.CouncilId == councilId, token) is not { ClosedOn: null } plan)
            {
                return new Refusal("people.planNotFound");
            }

            if (string.IsNullOrWhiteSpace(outcome) || outcome.Length > 500)
            {
                return new Refusal("people.outcomeMissing", "Outcome");
            }

            (plan.ClosedOn, plan.Outcome) = (work.Today, outcome.Trim());
            work.Record(new PeopleChanged(CouncilEvent.About(council), outcome.Trim(), null), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>council.notFound</c>, <c>people.numberOutOfRange</c>, <c>delegate.fromMissing</c>.</returns>
    public Task<Result> SetStaffNumberAsync(Guid councilId, int? number, DateOnly? from, string? document, Acting acting, CancellationToken ct) =>
        WithinAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            if (number is not (>= 0 and <= 500))
            {
                return new Refusal("people.numberOutOfRange", "Number");
            }

            if (from is not { } day)
            {
                return new Refusal("delegate.fromMissing", "From");
            }

            await work.HoldAsync(council.Id, token);
            if (await work.Db.Set<StaffNumber>().FirstOrDefaultAsync(n => n.CouncilId == councilId && n.From == day, token) is { } same)
            {
                (same.Number, same.Document) = (number.Value, DelegateDesk.Blank(document));
            }
            else
            {
                work.Db.Add(new StaffNumber { Id = Guid.CreateVersion7(), CouncilId = council.Id, From = day, Number = number.Value, Document = DelegateDesk.Blank(document) });
            }

            work.Record(new PeopleChanged(CouncilEvent.About(council), $"{number}", DelegateDesk.Blank(document)), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>council.notFound</c>, <c>delegate.nameMissing</c>, <c>people.positionMissing</c>, <c>delegate.fromMissing</c>, <c>input.*</c>.</returns>
    public Task<Result> AddStaffAsync(Guid councilId, StaffInput asked, Acting acting, CancellationToken ct) =>
        WithinAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
            Need(wrong, !string.IsNullOrWhiteSpace(asked.FullName), "delegate.nameMissing", nameof(asked.FullName));
            Need(wrong, !string.IsNullOrWhiteSpace(asked.Position), "people.positionMissing", nameof(asked.Position));
            Need(wrong, asked.From is not null, "delegate.fromMissing", nameof(asked.From));
            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            if (asked.Id is { } id && await work.Db.Set<SupportStaff>().AnyAsync(s => s.Id == id, token))
            {
                return Result.Done;
            }

            work.Db.Add(new SupportStaff
            {
                Id = asked.Id ?? Guid.CreateVersion7(), CouncilId = council.Id, FullName = DelegateNames.Clean(asked.FullName!), Position = asked.Position!.Trim(), From = asked.From!.Value, Document = DelegateDesk.Blank(asked.Document),
            });
            work.Record(new PeopleChanged(CouncilEvent.About(council), asked.Position.Trim(), DelegateDesk.Blank(asked.Document)), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>council.notFound</c>, <c>delegate.rowNotFound</c>, <c>delegate.untilMissing</c>, <c>delegate.untilBeforeFrom</c>.</returns>
    public Task<Result> EndStaffAsync(Guid councilId, Guid id, DateOnly? lastDay, Acting acting, CancellationToken ct) =>
        WithinAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            if (await work.Db.Set<SupportStaff>().FirstOrDefaultAsync(s => s.Id == id && s.CouncilId == councilId, token) is not { } staff)
            {
                return new Refusal("delegate.rowNotFound");
            }

            if (DelegateRules.WrongDays(staff.From, lastDay, work.Today, "LastDay") is { } wrong)
            {
                return wrong;
            }

            staff.Until = lastDay;
            work.Record(new PeopleChanged(CouncilEvent.About(council), staff.Position, null), capacity);

            return Result.Done;
        }, ct);

    private static void Need(List<Refusal> wrong, bool there, string code, string field)
    {
        if (!there)
        {
            wrong.Add(new Refusal(code, field));
        }
    }

    private Task<Result> WithinAsync(Guid councilId, Acting acting, Func<Work, Council, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
            await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, token) is { } council && acting.CapacityFor<ManageDelegates>(council.Id, council.ProvinceId) is { } capacity
                ? await act(work, council, capacity, token)
                : new Refusal("council.notFound"), ct);
}

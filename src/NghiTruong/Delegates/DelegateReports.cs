using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Accounts;
using NghiTruong.Coverage;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>Báo cáo hoạt động hằng năm of a delegate, handed in to the Standing Committee.</summary>
public sealed class DelegateReport : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid DelegateId { get; init; }

    public required Guid CouncilId { get; set; }

    public required int Year { get; init; }

    public required DateOnly HandedInOn { get; init; }

    /// <summary>The day it counts on: within the year it reports on, also when it came after it.</summary>
    public required DateOnly CountedOn { get; init; }

    public string? Note { get; init; }

    public Guid SubjectId => DelegateId;

    /// <summary>Pure: a report on 2026 handed in on 10 January 2027 is one of 2026.</summary>
    public static DateOnly Counts(int year, DateOnly handedIn) => handedIn.Year > year ? new DateOnly(year, 12, 31) : handedIn;
}

internal sealed class DelegateReportMapping : IEntityTypeConfiguration<DelegateReport>
{
    public void Configure(EntityTypeBuilder<DelegateReport> builder)
    {
        builder.Ignore(r => r.SubjectId);
        builder.Property(r => r.Note).HasMaxLength(500);
        builder.HasIndex(r => new { r.DelegateId, r.Year }).IsUnique();
        builder.HasIndex(r => r.CountedOn);
    }
}

/// <summary>Records that a delegate handed the yearly report in: the delegate, or the clerk for a paper.</summary>
public sealed class DelegateReportDesk(OperationRunner operations, CoverageBook coverage)
{
    /// <returns>Refusals <c>delegate.notFound</c>, <c>.notAllowed</c>, <c>.reportYearWrong</c>, <c>.untilMissing</c>, <c>.untilBeforeFrom</c>, <c>.inFuture</c>; handed in twice is done once.</returns>
    public Task<Result> HandInAsync(string code, int year, DateOnly? on, string? note, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<Delegate>().FirstOrDefaultAsync(d => d.Code == code, token) is not { } d || work.CapacityFor<ReadDelegates>(d) is not { } reading)
            {
                return new Refusal("delegate.notFound", null, code);
            }

            if ((work.CapacityFor<ManageDelegates>(d) ?? (acting.IsSelf(d) ? reading : null)) is not { } capacity)
            {
                return new Refusal("delegate.notAllowed", null, code);
            }

            if (year < d.From.Year || year > work.Today.Year || (d.Until is { } end && year > end.Year))
            {
                return new Refusal("delegate.reportYearWrong", "Year", year);
            }

            if (DelegateRules.WrongDays(new DateOnly(year, 1, 1), on ?? work.Today, work.Today, "On") is { } wrong)
            {
                return wrong;
            }

            await work.HoldAsync(d.CouncilId, token);
            if (await work.Db.Set<DelegateReport>().AnyAsync(r => r.DelegateId == d.Id && r.Year == year, token))
            {
                return Result.Done;
            }

            var handed = on ?? work.Today;
            var report = new DelegateReport
            {
                Id = Guid.CreateVersion7(), DelegateId = d.Id, CouncilId = d.CouncilId, Year = year, HandedInOn = handed, CountedOn = DelegateReport.Counts(year, handed), Note = DelegateDesk.Blank(note),
            };
            work.Db.Add(report);
            work.Record(new YearlyReportHandedIn(DelegateEvent.About(d), year, handed), capacity);
            await coverage.AddAsync(work, DelegateCoverage.YearlyReport, d.Id, report.CountedOn, 1, token);

            return Result.Done;
        }, ct);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions;

/// <summary>A look as it is written down.</summary>
public sealed record LookInput
{
    public DateOnly? On { get; init; }

    public required LookVerdict Verdict { get; init; }

    [StringLength(4000)]
    public required string Found { get; init; }

    /// <summary>Needed unless it stays as it is.</summary>
    [StringLength(2000)]
    public string? Reason { get; init; }

    /// <summary>The form's own id, so that the same look sent again is one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>What an agency reports on carrying out a resolution.</summary>
public sealed record ResolutionReportInput
{
    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? On { get; init; }

    [StringLength(200)]
    public string? Period { get; init; }

    [StringLength(20_000)]
    public required string Text { get; init; }

    public StagedFile? File { get; init; }

    public Guid? Id { get; init; }
}

/// <summary>Watching a resolution in force: the periodic look of the committee in charge, and what UBND and its agencies report.</summary>
public sealed class ResolutionWatch(OperationRunner operations, RuleBook rules)
{
    /// <returns>Refusals <c>resolution.foundMissing</c>, <c>resolution.reasonMissing</c>, <c>resolution.lookInFuture</c>, <c>resolution.lookBeforePassed</c>, <c>resolution.ended</c>, <c>text.secret</c>.</returns>
    public Task<Result> LookAsync(string code, LookInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<LookAtResolutions>(code, acting, async (work, r, capacity, token) =>
        {
            if (asked.Id is { } sent && await work.Db.Set<ResolutionLook>().AnyAsync(l => l.Id == sent && l.ResolutionId == r.Id, token))
            {
                return Result.Done;
            }

            var on = asked.On ?? work.Today;
            if (WrongIn(asked, r, on, work.Today) is { } wrong)
            {
                return wrong;
            }

            var by = r.BodyId is { } body ? await work.Db.Set<Body>().Where(b => b.Id == body).Select(b => b.Name).FirstAsync(token) : capacity.PlaceName;
            work.Db.Add(new ResolutionLook
            {
                Id = asked.Id ?? Guid.CreateVersion7(), ResolutionId = r.Id, On = on, Verdict = asked.Verdict, Found = asked.Found.Trim(), Reason = asked.Reason?.Trim(), By = by,
            });
            r.Look(on, asked.Verdict);
            var tier = await work.Db.Set<Council>().Where(c => c.Id == r.CouncilId).Select(c => c.Tier).FirstAsync(token);
            r.LookBy(ResolutionRules.LookDue(r, await rules.ReadAsync(token), tier));
            work.Record(new ResolutionLookedAt(ResolutionEvent.About(r), by, asked.Verdict, on), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>resolution.reportMissing</c>, <c>resolution.reportInFuture</c>, <c>resolution.reportBeforePassed</c>, <c>text.secret</c>, <c>file.partyDocument</c>.</returns>
    public Task<Result> ReportAsync(string code, ResolutionReportInput asked, Acting acting, CancellationToken ct) =>
        ActAsync<ReportOnResolutions>(code, acting, async (work, r, capacity, token) =>
        {
            if (asked.Id is { } sent && await work.Db.Set<ResolutionReport>().AnyAsync(x => x.Id == sent && x.ResolutionId == r.Id, token))
            {
                return Result.Done;
            }

            var on = asked.On ?? work.Today;
            if (WrongIn(asked, r, on, work.Today) is { } wrong)
            {
                return wrong;
            }

            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == r.CouncilId, token);
            var agency = capacity.AgencyId ?? r.LeadAgencyId;
            var series = ResolutionCode.Series(ResolutionCode.Report, council, on.Year);
            var report = new ResolutionReport
            {
                Id = asked.Id ?? Guid.CreateVersion7(),
                Code = ResolutionCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, token)),
                ResolutionId = r.Id,
                AgencyId = agency,
                Number = asked.Number,
                On = on,
                Period = asked.Period,
                Text = asked.Text.Trim(),
                OnBehalf = capacity.AgencyId is null,
            };
            work.Db.Add(report);
            var by = agency is { } id ? await work.Db.Set<Agency>().Where(a => a.Id == id).Select(a => a.Name).FirstAsync(token) : capacity.PlaceName;
            work.Record(new ResolutionReported(ResolutionEvent.About(r), by, asked.Number, asked.Period, on, report.OnBehalf), capacity);
            if (asked.File is { } file)
            {
                await work.AttachAsync(file, ResolutionReportFiles.OwnerKind, report.Id, token);
            }

            return Result.Done;
        }, ct);

    private static Refusal? WrongIn(LookInput asked, Resolution r, DateOnly on, DateOnly today) =>
        ResolutionStates.Ended.Contains(r.StateOn(on)) ? new Refusal("resolution.ended", null, r.Number)
        : on > today ? new Refusal("resolution.lookInFuture", nameof(asked.On))
        : on < r.PassedOn ? new Refusal("resolution.lookBeforePassed", nameof(asked.On))
        : string.IsNullOrWhiteSpace(asked.Found) ? new Refusal("resolution.foundMissing", nameof(asked.Found))
        : asked.Verdict != LookVerdict.StillNeeded && string.IsNullOrWhiteSpace(asked.Reason) ? new Refusal("resolution.reasonMissing", nameof(asked.Reason))
        : Secrets.InText(asked.Found, nameof(asked.Found)) ?? Secrets.InText(asked.Reason, nameof(asked.Reason));

    private static Refusal? WrongIn(ResolutionReportInput asked, Resolution r, DateOnly on, DateOnly today) =>
        on > today ? new Refusal("resolution.reportInFuture", nameof(asked.On))
        : on < r.PassedOn ? new Refusal("resolution.reportBeforePassed", nameof(asked.On))
        : string.IsNullOrWhiteSpace(asked.Text) ? new Refusal("resolution.reportMissing", nameof(asked.Text))
        : Secrets.InText(asked.Text, nameof(asked.Text)) ?? FileUses.PartyRefusal(asked.Number, asked.File is not null, nameof(asked.File));

    private Task<Result> ActAsync<T>(string code, Acting acting, Func<Work, Resolution, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ResolutionAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            await work.HoldAsync(found.Value.Resolution.CouncilId, token);

            return await act(work, found.Value.Resolution, found.Value.Capacity, token);
        }, ct);
}

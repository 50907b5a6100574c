using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Law.Catalogues;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions;

/// <summary>A resolution as it is entered or corrected.</summary>
public sealed record ResolutionInput
{
    /// <summary>The form's own id: pressed twice it enters one.</summary>
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [StringLength(200)]
    public required string Number { get; init; }

    [StringLength(2000)]
    public required string Title { get; init; }

    [StringLength(40)]
    public string? Kind { get; init; }

    public required DateOnly PassedOn { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>Null: the day it was passed.</summary>
    public DateOnly? InForceFrom { get; init; }

    public DateOnly? InForceUntil { get; init; }

    public Guid? BodyId { get; init; }

    public Guid? LeadAgencyId { get; init; }

    [StringLength(40)]
    public string? Field { get; init; }

    /// <summary>Number of the resolution it replaces: one of the register ends with it.</summary>
    [StringLength(200)]
    public string? Replaces { get; init; }

    [StringLength(4000)]
    public string? Note { get; init; }

    public StagedFile? File { get; init; }

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

/// <summary>What another document does to a resolution.</summary>
public sealed record ResolutionChangeInput
{
    public required ResolutionChangeKind Kind { get; init; }

    [StringLength(200)]
    public required string Number { get; init; }

    public required DateOnly On { get; init; }

    [StringLength(500)]
    public string? Part { get; init; }
}

/// <summary>Entering resolutions into the register, setting them right, and what ends them.</summary>
public sealed class ResolutionDesk(OperationRunner operations, RuleBook rules)
{
    /// <returns>The code; refusals of <see cref="ResolutionRules.WrongIn"/>, <c>council.notFound</c>, <c>resolution.duplicate</c>, <c>resolution.bodyUnknown</c>, <c>resolution.sessionUnknown</c>, <c>agency.notFound</c>, <c>resolution.fieldUnknown</c>.</returns>
    public Task<Result<string>> RecordAsync(ResolutionInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<RecordResolutions>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            var form = await work.SentAsync<Resolution>(asked.Id, council.Id, r => r.CouncilId == council.Id && r.Title == asked.Title.Trim(), token);
            if (form.Sent is { } sent)
            {
                return sent.Code;
            }

            await work.HoldAsync(council.Id, token);
            var wrong = await WrongAsync(work, asked, council.Id, null, token);
            if (wrong.Count > 0)
            {
                return Result<string>.Refuse(wrong);
            }

            var r = await ResolutionEntry.NewAsync(work, council, asked with { Id = form.Id }, fromLedger: false, token);
            r.LookBy(ResolutionRules.LookDue(r, await rules.ReadAsync(token), council.Tier));
            work.Record(new ResolutionRecorded(ResolutionEvent.About(r), r.Number, r.PassedOn), capacity);
            await ReplaceAsync(work, r, capacity, token);
            await AttachAsync(work, r, asked.File, capacity, token);
            ResolutionEntry.CloseIfEnded(work, r, capacity);

            return r.Code;
        }, ct);

    /// <returns>As <see cref="RecordAsync"/>, and <c>record.changedMeanwhile</c>.</returns>
    public Task<Result> EditAsync(string code, ResolutionInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, r, capacity, token) =>
        {
            if (Work.ChangedMeanwhile(r, asked.Version) is { } stale)
            {
                return stale;
            }

            var wrong = await WrongAsync(work, asked, r.OriginCouncilId, r, token);
            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            var tier = await work.Db.Set<Council>().Where(c => c.Id == r.CouncilId).Select(c => c.Tier).FirstAsync(token);
            ResolutionEntry.Write(r, asked);
            r.Reopen();
            r.LookBy(ResolutionRules.LookDue(r, await rules.ReadAsync(token), tier));
            work.Record(new ResolutionEdited(ResolutionEvent.About(r)), capacity);
            await ReplaceAsync(work, r, capacity, token);
            await AttachAsync(work, r, asked.File, capacity, token);
            if (ResolutionStates.Ended.Contains(r.StateOn(work.Today)))
            {
                r.Close(work.Today);
            }

            return Result.Done;
        }, ct);

    /// <summary>Another document amends, replaces or repeals it, wholly or in part.</summary>
    /// <returns>Refusals <c>resolution.numberMissing</c>, <c>resolution.numberWrong</c>, <c>resolution.replacesItself</c>, <c>resolution.partMissing</c>, <c>resolution.changeBeforeForce</c>, <c>resolution.alreadyEnded</c>, <c>resolution.changeTwice</c>.</returns>
    public Task<Result> ChangeAsync(string code, ResolutionChangeInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, r, capacity, token) =>
        {
            if (await WrongChangeAsync(work, r, asked, token) is { } wrong)
            {
                return wrong;
            }

            _ = ResolutionNumber.TryParse(asked.Number, out var number);
            var by = await InRegisterAsync(work, r, number, asked.On.Year, token);
            ResolutionEntry.Change(work, r, asked with { Number = number.Written }, by?.Id, capacity);
            ResolutionEntry.CloseIfEnded(work, r, capacity);

            return Result.Done;
        }, ct);

    private static async Task<Refusal?> WrongChangeAsync(Work work, Resolution r, ResolutionChangeInput asked, CancellationToken ct)
    {
        if (ResolutionRules.WrongNumber(asked.Number, nameof(asked.Number)) is { } wrong)
        {
            return wrong;
        }

        _ = ResolutionNumber.TryParse(asked.Number, out var number);
        if (number.Key == r.NumberKey && asked.On.Year == r.Year)
        {
            return new Refusal("resolution.replacesItself", nameof(asked.Number));
        }

        if (asked.Kind is ResolutionChangeKind.PartlyReplaced or ResolutionChangeKind.PartlyRepealed && string.IsNullOrWhiteSpace(asked.Part))
        {
            return new Refusal("resolution.partMissing", nameof(asked.Part));
        }

        if (asked.On < r.InForceFrom)
        {
            return new Refusal("resolution.changeBeforeForce", nameof(asked.On), NghiTruong.Language.OfficialDate.Short(r.InForceFrom));
        }

        if (asked.Kind.EndsIt() && r.EndedBy is not null)
        {
            return new Refusal("resolution.alreadyEnded", nameof(asked.Kind), r.EndedBy);
        }

        return await work.Db.Set<ResolutionChange>().AnyAsync(c => c.ResolutionId == r.Id && c.Kind == asked.Kind && c.Number == number.Written && c.On == asked.On && c.Part == asked.Part, ct)
            ? new Refusal("resolution.changeTwice", nameof(asked.Number), number.Written)
            : null;
    }

    /// <summary>What the new one says it replaces ends with it, where it stands in the register and has not ended.</summary>
    private static async Task ReplaceAsync(Work work, Resolution r, Capacity capacity, CancellationToken ct)
    {
        if (!ResolutionNumber.TryParse(r.Replaces, out var former) || await InRegisterAsync(work, r, former, null, ct) is not { } replaced)
        {
            return;
        }

        ResolutionEntry.Replace(work, r, replaced, capacity);
    }

    /// <summary>The one of that number at the same council; of several years the given one, else the latest.</summary>
    private static async Task<Resolution?> InRegisterAsync(Work work, Resolution of, ResolutionNumber number, int? year, CancellationToken ct)
    {
        var alike = await work.Db.Set<Resolution>().Where(x => x.CouncilId == of.CouncilId && x.NumberKey == number.Key && x.Id != of.Id && (year != null || x.PassedOn <= of.PassedOn)).OrderByDescending(x => x.PassedOn).ToListAsync(ct);

        return alike.Find(x => x.Year == year) ?? (year is null || alike.Count == 1 ? alike.FirstOrDefault() : null);
    }

    private static async Task<IReadOnlyList<Refusal>> WrongAsync(Work work, ResolutionInput asked, Guid origin, Resolution? self, CancellationToken ct)
    {
        List<Refusal> wrong = [.. ResolutionRules.WrongIn(asked, work.Today)];
        if (wrong.Count > 0)
        {
            return wrong;
        }

        if (await ResolutionEntry.StandingAsync(work.Db, asked, origin, ct) is { } standing && standing.Id != self?.Id)
        {
            wrong.Add(new Refusal("resolution.duplicate", nameof(asked.Number), standing.Number, standing.Code));
        }

        var council = self?.CouncilId ?? asked.CouncilId;
        if (asked.BodyId is { } body && body != self?.BodyId && !await work.Db.Set<Body>().AnyAsync(b => b.Id == body && b.CouncilId == council, ct))
        {
            wrong.Add(new Refusal("resolution.bodyUnknown", nameof(asked.BodyId)));
        }

        if (asked.SessionId is { } session && session != self?.SessionId && !await work.Db.Set<CouncilSession>().AnyAsync(s => s.Id == session && s.CouncilId == council, ct))
        {
            wrong.Add(new Refusal("resolution.sessionUnknown", nameof(asked.SessionId)));
        }

        if (asked.LeadAgencyId is { } agency && agency != self?.LeadAgencyId && !await work.Db.Set<Agency>().AnyAsync(a => a.Id == agency && a.CouncilId == council, ct))
        {
            wrong.Add(new Refusal("agency.notFound", nameof(asked.LeadAgencyId)));
        }

        if (asked.Field is { } field && Catalogue.Of(CatalogueKind.Field, field) is null)
        {
            wrong.Add(new Refusal("resolution.fieldUnknown", nameof(asked.Field), field));
        }

        return wrong;
    }

    private static async Task AttachAsync(Work work, Resolution r, StagedFile? file, Capacity capacity, CancellationToken ct)
    {
        if (file is not null)
        {
            await work.AttachAsync(file, ResolutionFiles.OwnerKind, r.Id, ct);
            work.Record(new ResolutionFileAdded(ResolutionEvent.About(r), file.FileName), capacity);
        }
    }

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, Resolution, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ResolutionAsync<RecordResolutions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            await work.HoldAsync(found.Value.Resolution.CouncilId, token);

            return await act(work, found.Value.Resolution, found.Value.Capacity, token);
        }, ct);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Supervision.Groups;

namespace NghiTruong.Supervision;

/// <summary>A theme as it is proposed (Law 87/2015 Art 58: necessity, content, scope, object).</summary>
public sealed record SupervisionInput
{
    /// <summary>The form's own id: pressed twice it proposes once.</summary>
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required SupervisionSubject Subject { get; init; }

    public Guid? BodyId { get; init; }

    public SupervisionKind Kind { get; init; } = SupervisionKind.Thematic;

    public string? Group { get; init; }

    [StringLength(500)]
    public required string Theme { get; init; }

    [StringLength(4000)]
    public string? Necessity { get; init; }

    [StringLength(4000)]
    public string? Content { get; init; }

    [StringLength(1000)]
    public string? Scope { get; init; }

    [StringLength(1000)]
    public string? Object { get; init; }

    [StringLength(500)]
    public string? Source { get; init; }

    public string? Field { get; init; }

    [StringLength(60)]
    public string? UpperCode { get; init; }

    public required DateOnly PlannedFrom { get; init; }

    public required DateOnly PlannedTo { get; init; }

    /// <summary>Typed under the fields of the group, by their codes; required ones are asked for when results are recorded.</summary>
    public IReadOnlyDictionary<string, string?>? Fields { get; init; }
}

/// <summary>The paper by which something was decided: resolution or decision, notice.</summary>
/// <param name="Quota">How many there must be at least in the year, where the paper says so; null leaves what stands.</param>
public sealed record DecidedBy(string? Number, DateOnly? On, int? Quota = null);

/// <summary>Chương trình giám sát năm: proposing, deciding with number, and adjusting with number and reason.</summary>
public sealed class ProgrammeDesk(OperationRunner operations)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>supervision.themeMissing</c>, <c>supervision.necessityMissing</c>, <c>supervision.bodyMissing</c> ...</returns>
    public Task<Result<string>> ProposeAsync(SupervisionInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var sent = await work.SentAsync<SupervisionCase>(asked.Id, asked.CouncilId, s => s.CouncilId == asked.CouncilId && s.Theme == asked.Theme.Trim(), token);
            if (sent.Sent is { } proposed && acting.CapacityFor<ProposeSupervisions>(proposed.CouncilId, proposed.ProvinceId) is not null)
            {
                return proposed.Code;
            }

            var founded = await work.FoundAsync<ProposeSupervisions>(asked, sent.Sent is null ? sent.Id : null, isUnplanned: false, token);
            if (founded.IsRefused)
            {
                return Result<string>.Refuse(founded.Refusals);
            }

            var (supervision, capacity) = founded.Value;
            work.Record(new SupervisionProposed(SupervisionEvent.About(supervision), supervision.Theme), capacity);

            return supervision.Code;
        }, ct);

    /// <summary>Decides the programme of a subject: every theme proposed for it that is named enters the programme, the others stay proposals.</summary>
    /// <returns>Refusals <c>programme.noneChosen</c>, <c>programme.numberMissing</c>, <c>programme.dayMissing</c>, <c>programme.inFuture</c>, <c>supervision.alreadyProgrammed</c>.</returns>
    public Task<Result> DecideAsync(IReadOnlyList<string> codes, DecidedBy paper, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (codes.Count == 0)
            {
                return new Refusal("programme.noneChosen");
            }

            if (Wrong(paper, work.Today) is { } wrong)
            {
                return wrong;
            }

            foreach (var code in codes.Distinct(StringComparer.Ordinal))
            {
                var found = await work.SupervisionAsync<DecideProgrammes>(code, token);
                if (found.IsRefused)
                {
                    return found;
                }

                var (supervision, capacity) = found.Value;
                if (supervision.State != SupervisionState.Proposed)
                {
                    // The same paper pressed twice is done; another paper is a mistake to be told.
                    if (supervision.State == SupervisionState.Programmed && await IsByAsync(work, supervision, paper, token))
                    {
                        continue;
                    }

                    return new Refusal("supervision.alreadyProgrammed", null, code);
                }

                await ProgrammeAsync(work, supervision, paper, token);
                supervision.EnterProgramme();
                work.Record(new SupervisionProgrammed(SupervisionEvent.About(supervision), paper.Number!.Trim(), paper.On!.Value), capacity);
            }

            return Result.Done;
        }, ct);

    private static Task<bool> IsByAsync(Work work, SupervisionCase s, DecidedBy paper, CancellationToken ct) => work.Db.Set<SupervisionProgramme>().AnyAsync(
        p => p.CouncilId == s.CouncilId && p.Year == s.Year && p.Subject == s.Subject && p.BodyId == s.BodyId && p.Number == paper.Number!.Trim() && p.DecidedOn == paper.On, ct);

    /// <summary>Điều chỉnh, hoãn: another period, with number and reason. What was put off so is not "not held".</summary>
    public Task<Result> PutOffAsync(string code, DateOnly from, DateOnly to, string? number, string? reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<DecideProgrammes>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (supervision, capacity) = found.Value;
            if (WrongChange(supervision, number, reason) is { } wrong)
            {
                return wrong;
            }

            if (to < from || to <= supervision.PlannedTo)
            {
                return new Refusal("supervision.putOffBackwards", "To", supervision.PlannedTo);
            }

            supervision.MoveTo(from, to, number!.Trim(), reason!.Trim());
            work.Record(new SupervisionPutOff(SupervisionEvent.About(supervision), to, number.Trim(), reason.Trim()), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Đưa ra khỏi chương trình, with number and reason.</summary>
    public Task<Result> CancelAsync(string code, string? number, string? reason, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<DecideProgrammes>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (supervision, capacity) = found.Value;
            if (WrongChange(supervision, number, reason) is { } wrong)
            {
                return wrong;
            }

            supervision.Cancel(number!.Trim(), reason!.Trim(), work.Today);
            work.Record(new SupervisionCancelled(SupervisionEvent.About(supervision), number.Trim(), reason.Trim()), capacity);

            return Result.Done;
        }, ct);

    private static Refusal? Wrong(DecidedBy paper, DateOnly today) => paper switch
    {
        { Number: var number } when string.IsNullOrWhiteSpace(number) => new Refusal("programme.numberMissing", nameof(paper.Number)),
        { On: null } => new Refusal("programme.dayMissing", nameof(paper.On)),
        { On: { } on } when on > today => new Refusal("programme.inFuture", nameof(paper.On)),
        _ => null,
    };

    private static Refusal? WrongChange(SupervisionCase supervision, string? number, string? reason) => supervision.State switch
    {
        not (SupervisionState.Programmed or SupervisionState.UnderWay) => new Refusal("supervision.cannotBeAdjusted", null, supervision.Code),
        _ when string.IsNullOrWhiteSpace(number) => new Refusal("programme.numberMissing", "Number"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("supervision.reasonMissing", "Reason"),
        _ => null,
    };

    /// <summary>The programme of that subject and year; a second paper of the year adds to it and its number stands.</summary>
    private static async Task ProgrammeAsync(Work work, SupervisionCase s, DecidedBy paper, CancellationToken ct)
    {
        await work.HoldAsync(s.CouncilId, ct);
        var of = work.Db.Set<SupervisionProgramme>().Where(p => p.CouncilId == s.CouncilId && p.Year == s.Year && p.Subject == s.Subject && p.BodyId == s.BodyId);
        await of.LoadAsync(ct);
        var programme = work.Db.Set<SupervisionProgramme>().Local.FirstOrDefault(p => p.CouncilId == s.CouncilId && p.Year == s.Year && p.Subject == s.Subject && p.BodyId == s.BodyId);
        if (programme is null)
        {
            programme = new SupervisionProgramme
            {
                Id = Guid.CreateVersion7(),
                CouncilId = s.CouncilId,
                ProvinceId = s.ProvinceId,
                OriginCouncilId = s.CouncilId,
                Year = s.Year,
                Subject = s.Subject,
                BodyId = s.BodyId,
            };
            work.Db.Add(programme);
        }

        (programme.Number, programme.DecidedOn, programme.Quota) = (paper.Number!.Trim(), paper.On, paper.Quota ?? programme.Quota);
    }
}

internal static class SupervisionFounding
{
    /// <summary>A supervision with its code, added to the context, by whoever may do so at the council.</summary>
    /// <param name="id">Where a phone gave one.</param>
    /// <returns>Refusals <c>council.notFound</c> and those of <see cref="SupervisionRules"/>.</returns>
    public static async Task<Result<SupervisionInHand>> FoundAsync<T>(this Work work, SupervisionInput asked, Guid? id, bool isUnplanned, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, ct) is not { } council
            || work.Acting.CapacityFor<T>(council.Id, council.ProvinceId) is not { } capacity)
        {
            return new Refusal("council.notFound", nameof(asked.CouncilId));
        }

        var body = asked.BodyId is { } bodyId ? await work.Db.Set<Body>().FirstOrDefaultAsync(b => b.Id == bodyId && b.CouncilId == council.Id, ct) : null;
        IReadOnlyList<Refusal> wrong = [.. SupervisionRules.WrongIn(asked, work.Today), .. SupervisionRules.WrongBody(asked.Subject, body) is { } noBody ? [noBody] : Array.Empty<Refusal>()];

        var group = await work.GroupAsync(asked.Group, asked.Kind, council, ct);
        if (wrong.Count > 0 || group.IsRefused)
        {
            return Result<SupervisionInHand>.Refuse([.. wrong, .. group.Refusals]);
        }

        var founded = await NewAsync(work, asked with { Group = group.Value }, council, id, isUnplanned, ct);

        return await work.KeepFieldsAsync(founded, asked.Fields, ct) is { Count: > 0 } unread ? Result<SupervisionInHand>.Refuse(unread) : new SupervisionInHand(founded, capacity);
    }

    private static async Task<SupervisionCase> NewAsync(Work work, SupervisionInput asked, Council council, Guid? id, bool isUnplanned, CancellationToken ct)
    {
        var year = asked.PlannedFrom.Year;
        var number = await CodeSeries.NextAsync(work.Db, SupervisionCode.Series(council.Code, year), 1, ct);
        var supervision = new SupervisionCase
        {
            Id = id ?? Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = SupervisionCode.Of(council.Code, year, number),
            Year = year,
            Subject = asked.Subject,
            BodyId = asked.BodyId,
            Kind = asked.Kind,
            Group = asked.Group!,
            Theme = asked.Theme.Trim(),
            Necessity = asked.Necessity,
            Content = asked.Content,
            Scope = asked.Scope,
            Object = asked.Object,
            Source = asked.Source,
            Field = asked.Field,
            UpperCode = asked.UpperCode,
            PlannedFrom = asked.PlannedFrom,
            PlannedTo = asked.PlannedTo,
            IsUnplanned = isUnplanned,
            CreatedAt = work.Now,
        };
        work.Db.Add(supervision);

        return supervision;
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>A body of a council, new or changed.</summary>
public sealed record BodyInput
{
    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    public BodyKind Kind { get; init; }

    [StringLength(20)]
    public string? Code { get; init; }

    [StringLength(200)]
    public required string Name { get; init; }

    [StringLength(200)]
    public string? AuthorityForm { get; init; }

    [StringLength(200)]
    public string? SignerTitle { get; init; }

    [StringLength(120)]
    public string? SignerName { get; init; }

    public bool UsesCouncilSeal { get; init; } = true;

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public int? Version { get; init; }
}

/// <summary>Phân công theo dõi: a body, or a person of it, follows a field and an area.</summary>
public sealed record ResponsibilityInput
{
    public required Guid BodyId { get; init; }

    public Guid? UserId { get; init; }

    public string? Field { get; init; }

    [StringLength(200)]
    public string? Area { get; init; }

    public DateOnly? From { get; init; }

    [StringLength(60)]
    public string? DocumentNumber { get; init; }
}

/// <summary>The organisation of a council, kept by its office: total of delegates, bodies, who follows what.</summary>
public sealed class CouncilDesk(OperationRunner operations, CouncilDirectory directory)
{
    /// <returns>Refusals <c>council.notFound</c>, <c>council.totalOutOfRange</c>.</returns>
    public Task<Result> SetDelegateTotalAsync(Guid councilId, DateOnly from, int total, string? basis, Acting acting, CancellationToken ct) =>
        RunAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            // Law 72/2025 Art 30: 15 to 125; a council that lost delegates in its term may stand below.
            if (total is < 1 or > 125)
            {
                return new Refusal("council.totalOutOfRange", "Total");
            }

            if (await work.Db.Set<DelegateTotal>().FirstOrDefaultAsync(t => t.CouncilId == councilId && t.From == from, token) is { } same)
            {
                work.Db.Remove(same);
                await work.Db.SaveChangesAsync(token);
            }

            work.Db.Add(new DelegateTotal { Id = Guid.CreateVersion7(), CouncilId = councilId, From = from, Total = total, Basis = basis });
            work.Record(new DelegateTotalSet(CouncilEvent.About(council), from, total, basis), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>council.notFound</c>, <c>body.nameMissing</c>, <c>body.codeTaken</c>, <c>body.notFound</c>, <c>council.endsBeforeItBegins</c>, <c>record.changedMeanwhile</c>.</returns>
    public Task<Result> SaveBodyAsync(Guid councilId, BodyInput asked, Acting acting, CancellationToken ct) =>
        RunAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            var name = VietnameseText.Clean(asked.Name);
            if (name.Length == 0)
            {
                return new Refusal("body.nameMissing", nameof(asked.Name));
            }

            var found = await BodyAsync(work, councilId, asked, name, token);
            if (found.IsRefused)
            {
                return Result.Refuse(found.Refusals);
            }

            var body = found.Value;
            if (asked.Until < body.From)
            {
                return new Refusal("council.endsBeforeItBegins", nameof(asked.Until));
            }

            body.Name = name;
            body.AuthorityForm = asked.AuthorityForm;
            body.SignerTitle = asked.SignerTitle;
            body.SignerName = asked.SignerName;
            body.UsesCouncilSeal = asked.UsesCouncilSeal;
            body.Until = asked.Until;
            work.Record(new BodySaved(CouncilEvent.About(council), name), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>council.notFound</c>, <c>body.notFound</c>.</returns>
    public Task<Result> AssignAsync(Guid councilId, ResponsibilityInput asked, Acting acting, CancellationToken ct) =>
        RunAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            if (await work.Db.Set<Body>().FirstOrDefaultAsync(b => b.Id == asked.BodyId && b.CouncilId == councilId, token) is not { } body)
            {
                return new Refusal("body.notFound", nameof(asked.BodyId));
            }

            work.Db.Add(new Responsibility
            {
                Id = Guid.CreateVersion7(),
                CouncilId = councilId,
                BodyId = body.Id,
                UserId = asked.UserId,
                Field = asked.Field,
                Area = asked.Area is { } area ? VietnameseText.Clean(area) : null,
                From = asked.From ?? work.Today,
                DocumentNumber = asked.DocumentNumber,
            });
            work.Record(new ResponsibilitySaved(CouncilEvent.About(council), body.Name, asked.DocumentNumber), capacity);

            return Result.Done;
        }, ct);

    /// <returns>Refusals <c>council.notFound</c>, <c>responsibility.notFound</c>, <c>council.endsBeforeItBegins</c>.</returns>
    public Task<Result> EndResponsibilityAsync(Guid councilId, Guid id, DateOnly lastDay, Acting acting, CancellationToken ct) =>
        RunAsync(councilId, acting, async (work, council, capacity, token) =>
        {
            if (await work.Db.Set<Responsibility>().FirstOrDefaultAsync(r => r.Id == id && r.CouncilId == councilId, token) is not { } responsibility)
            {
                return new Refusal("responsibility.notFound");
            }

            if (lastDay < responsibility.From)
            {
                return new Refusal("council.endsBeforeItBegins", "LastDay");
            }

            responsibility.Until = lastDay;
            var body = await work.Db.Set<Body>().FirstAsync(b => b.Id == responsibility.BodyId, token);
            work.Record(new ResponsibilitySaved(CouncilEvent.About(council), body.Name, responsibility.DocumentNumber), capacity);

            return Result.Done;
        }, ct);

    private static async Task<Result<Body>> BodyAsync(Work work, Guid councilId, BodyInput asked, string name, CancellationToken ct)
    {
        if (asked.Id is { } id)
        {
            return await work.Db.Set<Body>().FirstOrDefaultAsync(b => b.Id == id && b.CouncilId == councilId, ct) switch
            {
                null => new Refusal("body.notFound"),
                var known => Work.ChangedMeanwhile(known, asked.Version) is { } changed ? changed : known,
            };
        }

        var code = string.IsNullOrWhiteSpace(asked.Code) ? await NextCodeAsync(work, councilId, asked.Kind, ct) : asked.Code.Trim().ToUpperInvariant();
        if (await work.Db.Set<Body>().AnyAsync(b => b.CouncilId == councilId && b.Code == code && b.Until == null, ct))
        {
            return new Refusal("body.codeTaken", nameof(asked.Code), code);
        }

        var body = new Body { Id = Guid.CreateVersion7(), CouncilId = councilId, Kind = asked.Kind, Code = code, Name = name, From = asked.From ?? work.Today };
        work.Db.Add(body);

        return body;
    }

    /// <summary><c>TO-1</c>, <c>TO-2</c> ... for delegate groups, <c>BAN-1</c> ... for the rest.</summary>
    private static async Task<string> NextCodeAsync(Work work, Guid councilId, BodyKind kind, CancellationToken ct)
    {
        var count = await work.Db.Set<Body>().CountAsync(b => b.CouncilId == councilId && b.Kind == kind, ct);

        return kind == BodyKind.DelegateGroup ? $"TO-{count + 1}" : $"BAN-{count + 1}";
    }

    private async Task<Result> RunAsync(
        Guid councilId, Acting acting, Func<Work, Council, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
    {
        var result = await operations.RunAsync(acting, (work, token) => CouncilAccess.WithinAsync(work, councilId, act, token), ct);
        directory.Forget();

        return result;
    }
}

/// <summary>Opens a council for somebody who keeps its organisation; anybody else does not find it.</summary>
internal static class CouncilAccess
{
    public static async Task<Result> WithinAsync(
        Work work, Guid councilId, Func<Work, Council, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
    {
        if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, ct) is not { } council
            || work.Acting.CapacityFor<ManageCouncil>(council.Id, council.ProvinceId) is not { } capacity)
        {
            return new Refusal("council.notFound");
        }

        return await act(work, council, capacity, ct);
    }
}

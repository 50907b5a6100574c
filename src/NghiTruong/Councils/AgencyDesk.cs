using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>An agency of a council's list, new or changed.</summary>
public sealed record AgencyInput
{
    /// <summary>Null for a new one.</summary>
    public Guid? Id { get; init; }

    public AgencyKind Kind { get; init; } = AgencyKind.Department;

    [StringLength(200)]
    public required string Name { get; init; }

    [StringLength(60)]
    public string? ShortName { get; init; }

    [StringLength(35)]
    public string? OrganCode { get; init; }

    [StringLength(200)]
    public string? Email { get; init; }

    public Guid? ParentId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public Guid? SuccessorId { get; init; }

    public int? Version { get; init; }
}

/// <summary>Identifier codes of organs, pure: Decision 20/2020/QĐ-TTg, Art 4.</summary>
public static class OrganCode
{
    public const int Longest = 35;

    /// <summary>Groups of A-Z and 0-9 parted by dots, at most 35 characters.</summary>
    public static bool IsValid(string code) =>
        code.Length is > 0 and <= Longest && code.Split('.').All(group => group.Length > 0 && group.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));
}

/// <summary>The agencies a council sends to and hears from, kept by its office.</summary>
public sealed class AgencyDesk(OperationRunner operations, CouncilDirectory directory)
{
    /// <returns>The agency; refusals <c>council.notFound</c>, <c>agency.nameMissing</c>, <c>agency.organCodeInvalid</c>, <c>agency.emailInvalid</c>, <c>agency.parentUnknown</c>,
    /// <c>agency.nameTaken</c>, <c>agency.notFound</c>, <c>council.endsBeforeItBegins</c>, <c>record.changedMeanwhile</c>.</returns>
    public async Task<Result<Guid>> SaveAsync(Guid councilId, AgencyInput asked, Acting acting, CancellationToken ct)
    {
        var saved = Guid.Empty;
        var result = await operations.RunAsync(
            acting,
            (work, token) => CouncilAccess.WithinAsync(work, councilId, async (w, council, capacity, t) =>
            {
                var agency = await SaveAsync(w, council, asked, t);
                if (agency.IsRefused)
                {
                    return Result.Refuse(agency.Refusals);
                }

                w.Record(new AgencySaved(CouncilEvent.About(council), agency.Value.Name), capacity);
                saved = agency.Value.Id;

                return Result.Done;
            }, token),
            ct);
        directory.Forget();

        return result.IsRefused ? Result<Guid>.Refuse(result.Refusals) : saved;
    }

    private static async Task<Result<Agency>> SaveAsync(Work work, Council council, AgencyInput asked, CancellationToken ct)
    {
        var name = VietnameseText.Clean(asked.Name);
        var others = await work.Db.Set<Agency>().Where(a => a.CouncilId == council.Id).ToListAsync(ct);
        if (WrongIn(asked, name, others) is { Count: > 0 } wrong)
        {
            return Result<Agency>.Refuse(wrong);
        }

        var agency = others.Find(a => a.Id == asked.Id);
        if (asked.Id is not null && agency is null)
        {
            return new Refusal("agency.notFound");
        }

        if (agency is not null && Work.ChangedMeanwhile(agency, asked.Version) is { } changed)
        {
            return changed;
        }

        if (agency is null)
        {
            agency = new Agency
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council.Id,
                Kind = asked.Kind,
                Name = name,
                Folded = "",
                From = asked.From ?? work.Today,
            };
            work.Db.Add(agency);
        }

        if (asked.Until < agency.From)
        {
            return new Refusal("council.endsBeforeItBegins", nameof(asked.Until));
        }

        Fill(agency, asked, name);

        return agency;
    }

    private static void Fill(Agency agency, AgencyInput asked, string name)
    {
        agency.Name = name;
        agency.Folded = VietnameseText.Fold(name);
        agency.ShortName = asked.ShortName;
        agency.OrganCode = asked.OrganCode;
        agency.Email = asked.Email;
        agency.ParentId = asked.ParentId;
        agency.Until = asked.Until;
        agency.SuccessorId = asked.SuccessorId;
    }

    private static List<Refusal> WrongIn(AgencyInput asked, string name, List<Agency> others)
    {
        List<Refusal> wrong = [];
        if (name.Length == 0)
        {
            wrong.Add(new Refusal("agency.nameMissing", nameof(asked.Name)));
        }

        if (others.Exists(a => a.Id != asked.Id && a.Until is null && asked.Until is null && a.Folded == VietnameseText.Fold(name)))
        {
            wrong.Add(new Refusal("agency.nameTaken", nameof(asked.Name), name));
        }

        if (asked.OrganCode is { } code && !OrganCode.IsValid(code))
        {
            wrong.Add(new Refusal("agency.organCodeInvalid", nameof(asked.OrganCode)));
        }

        if (asked.Email is { } email && !new EmailAddressAttribute().IsValid(email))
        {
            wrong.Add(new Refusal("agency.emailInvalid", nameof(asked.Email)));
        }

        if (asked.ParentId is { } parent && !others.Exists(a => a.Id == parent && a.Id != asked.Id))
        {
            wrong.Add(new Refusal("agency.parentUnknown", nameof(asked.ParentId)));
        }

        return wrong;
    }
}

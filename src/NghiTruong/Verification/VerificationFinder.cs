using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Verification;

/// <summary>A dossier loaded for an act, and the capacity that allows it.</summary>
public sealed record VerificationInHand(VerificationCase Case, Capacity Capacity);

/// <summary>Loads for an act. What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
internal static class VerificationFinder
{
    public static async Task<Result<VerificationInHand>> VerificationAsync<T>(this Work work, string code, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<VerificationCase>().FirstOrDefaultAsync(v => v.Code == code, ct) is not { } found)
        {
            return new Refusal("verification.notFound", null, code);
        }

        if ((work.CapacityFor<T>(found) ?? work.Acting.CapacityAtAgency<T>(found.AgencyId)) is { } capacity)
        {
            return new VerificationInHand(found, capacity);
        }

        return await work.Db.Set<VerificationCase>().VisibleTo(work.Acting).AnyAsync(v => v.Id == found.Id, ct)
            ? new Refusal("verification.notAllowed", null, code)
            : new Refusal("verification.notFound", null, code);
    }

    /// <summary>Loads, acts; what was issued stands as it was issued.</summary>
    public static Task<Result> ChangeAsync<T>(
        this OperationRunner operations, string code, Acting acting, Func<Work, VerificationCase, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.VerificationAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            return found.Value.Case.IsIssued ? new Refusal("verification.issued", null, code) : await act(work, found.Value.Case, found.Value.Capacity, token);
        }, ct);
}

using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision.Groups;

/// <summary>The group a supervision falls under, and what is recorded under its fields.</summary>
public sealed class GroupDesk(OperationRunner operations)
{
    /// <param name="group">Null leaves the group; another keeps the values of the former one, which show as earlier ones.</param>
    /// <returns>Refusals <c>supervision.issued</c>, <c>supervision.groupUnknown</c>, <c>supervision.groupConfidential</c>, those of <see cref="GroupFieldRules.Read"/>.</returns>
    public Task<Result> SetAsync(string code, string? group, IReadOnlyDictionary<string, string?> fields, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (s, capacity) = found.Value;
            if (s.State is SupervisionState.Concluded or SupervisionState.Closed or SupervisionState.Cancelled)
            {
                return new Refusal("supervision.issued", null, code);
            }

            var council = (await work.Db.Set<Council>().FindAsync([s.CouncilId], token))!;
            var asked = await work.GroupAsync(group ?? s.Group, s.Kind, council, token);
            if (asked.IsRefused)
            {
                return asked;
            }

            s.Group = asked.Value;
            if (await work.KeepFieldsAsync(s, fields, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            work.Record(new SupervisionEdited(SupervisionEvent.About(s)), capacity);

            return Result.Done;
        }, ct);
}

using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Councils;

/// <summary>The council that a page is about: the one its address names, else that of the capacity the person works in.</summary>
public sealed class CouncilPlace(Visitor visitor, CouncilOrganisation organisation)
{
    public Guid? Own => visitor.First?.CouncilId ?? visitor.Acting?.Capacities.FirstOrDefault(c => c.CouncilId is not null)?.CouncilId;

    public Task<Organisation?> ReadAsync(Guid? asked, Acting acting, CancellationToken ct) =>
        (asked ?? Own) is { } council ? organisation.ReadAsync(council, acting, ct) : Task.FromResult<Organisation?>(null);

    /// <summary>The council when the person keeps its organisation, else null: the page is not there for them.</summary>
    public async Task<Organisation?> ManagedAsync(Guid? asked, Acting acting, CancellationToken ct) =>
        await ReadAsync(asked, acting, ct) is { MayManage: true } found ? found : null;
}

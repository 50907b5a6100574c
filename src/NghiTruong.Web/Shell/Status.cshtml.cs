using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NghiTruong.Database;

namespace NghiTruong.Web.Shell;

/// <summary>Says to anyone whether the house works; the checks are those of <c>/health/ready</c>, by name, without details.</summary>
[AllowAnonymous]
public sealed class StatusModel(TimeProvider clock, HealthCheckService? checks = null) : PageModel
{
    public IReadOnlyList<(string Name, bool IsGood)> Checks { get; private set; } = [];

    public bool IsGood => Checks.All(c => c.IsGood);

    public DateTime Now => clock.Now;

    public string Version { get; } =
        typeof(StatusModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (checks is null)
        {
            return;
        }

        var report = await checks.CheckHealthAsync(cancellationToken);
        Checks = [.. report.Entries.Select(e => (e.Key, e.Value.Status == HealthStatus.Healthy))];
    }
}

using System.Diagnostics;
using OpenTelemetry;

namespace NghiTruong.Web.Telemetry;

/// <summary>
/// Takes out of every span what is not known to be free of personal data: addresses carry names in their query, codes in their path; SQL may carry a value; a
/// visitor's address is personal (Law 91/2025/QH15). What stays is named here.
/// </summary>
internal sealed class NoPersonalData : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.route", "http.response.status_code", "url.scheme", "server.address", "server.port", "network.protocol.version", "error.type",
        "db.system", "db.system.name", "db.namespace", "db.operation.name", "db.response.status_code", "otel.status_code",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Select(t => t.Key).Where(k => !Kept.Contains(k)).ToList())
        {
            data.SetTag(tag, null);
        }

        // A request that met no route, and a call to elsewhere, would be named by their path.
        var method = data.GetTagItem("http.request.method") as string;
        if (method is not null)
        {
            data.DisplayName = data.GetTagItem("http.route") is string route ? $"{method} {route}" : method;
        }
    }
}

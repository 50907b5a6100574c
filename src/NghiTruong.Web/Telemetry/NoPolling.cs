using System.Diagnostics;
using OpenTelemetry;

namespace NghiTruong.Web.Telemetry;

/// <summary>Leaves out statements that belong to no request: the house asks its outbox and its schedule every second, and the metrics tell of it.</summary>
internal sealed class NoPolling : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.Kind is ActivityKind.Client && data.ParentSpanId == default)
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}

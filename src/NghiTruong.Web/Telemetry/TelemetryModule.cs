using NghiTruong.Operations;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NghiTruong.Web.Telemetry;

/// <summary>Telemetry for who runs the house; off unless an OTLP endpoint is configured.</summary>
internal static class TelemetryModule
{
    internal const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "System.Net.Http", HouseMeter.Name];
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Authentication", "System.Net.Http", "System.Runtime", "Npgsql",
        HouseMeter.Name, HouseState.MeterName,
    ];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        // The framework names route, method and status of a request by itself, unless an instrumentation package does.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddSingleton<IStartupFilter, RequestSpans>();
        builder.Services.AddSingleton<HouseState>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<HouseState>());
        builder.Services.AddHostedService(_ => new Providers(builder.Configuration));
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            // Scopes carry the path of the request.
            logs.IncludeScopes = false;
            logs.SetResourceBuilder(House());
            logs.AddOtlpExporter();
        });
    }

    private static ResourceBuilder House() => ResourceBuilder.CreateDefault()
        .AddService("nghitruong", serviceVersion: typeof(TelemetryModule).Assembly.GetName().Version?.ToString())
        .AddEnvironmentVariableDetector();

    /// <summary>Built before the first request and flushed at the end.</summary>
    private sealed class Providers(IConfiguration configuration) : IHostedService, IDisposable
    {
        private TracerProvider? _traces;
        private MeterProvider? _metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .SetResourceBuilder(House())
                .AddSource(Sources)
                .AddProcessor(new NoPolling())
                .AddProcessor(new NoPersonalData())
                .AddOtlpExporter()
                .Build();
            _metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureServices(services => services.AddSingleton(configuration))
                .SetResourceBuilder(House())
                .AddMeter(Meters)
                .AddOtlpExporter()
                .Build();

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            _traces?.Dispose();
            _metrics?.Dispose();
        }
    }
}

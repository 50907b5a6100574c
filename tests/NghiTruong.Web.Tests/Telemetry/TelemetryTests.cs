using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NghiTruong.Operations;

namespace NghiTruong.Web.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_is_told_routes_and_figures_of_the_house_and_nothing_of_persons()
    {
        await using var collector = await Collector.OpenAsync();
        await using (var web = await WebTest.OpenAsync(builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        })))
        {
            using var client = await web.SignInAsync("vanphong");
            using var list = await client.GetAsync("/kien-nghi?q=LoThiMau");
            using var none = await client.GetAsync("/khong-co/LoThiMau");
            Assert.True(list.IsSuccessStatusCode);
            // The jobs ran when the house was made; tomorrow they are due again.
            web.Clock.Move(TimeSpan.FromDays(1));
            await web.Get<OutboxWorker>().RunOnceAsync(TestContext.Current.CancellationToken);
        }

        var (traces, metrics) = (collector.Told("/v1/traces"), collector.Told("/v1/metrics"));
        Assert.Contains("GET kien-nghi", traces, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("LoThiMau", traces + metrics + collector.Told("/v1/logs"), StringComparison.Ordinal);
        Assert.DoesNotContain("user_agent", traces, StringComparison.Ordinal);
        Assert.Contains("nghitruong.outbox.lag", metrics, StringComparison.Ordinal);
        Assert.Contains("nghitruong.job.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_built()
    {
        await using var web = await WebTest.OpenAsync();

        Assert.DoesNotContain(web.Services.GetServices<IHostedService>(), s => s.GetType().FullName!.Contains("Telemetry", StringComparison.Ordinal));
    }

    /// <summary>Takes what is sent by OTLP over HTTP; names stand in it as plain bytes.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentBag<(string Path, string Body)> _told = [];

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            _app = builder.Build();
            _app.MapPost("/v1/{kind}", TakeAsync);
        }

        public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        public static async Task<Collector> OpenAsync()
        {
            var collector = new Collector();
            await collector._app.StartAsync(TestContext.Current.CancellationToken);

            return collector;
        }

        public string Told(string path) => string.Concat(_told.Where(t => t.Path == path).Select(t => t.Body));

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task TakeAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            _told.Add((context.Request.Path.Value!, Encoding.Latin1.GetString(body.ToArray())));
        }
    }
}

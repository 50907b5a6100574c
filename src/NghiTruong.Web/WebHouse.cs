using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Accounts;
using NghiTruong.Web.Api;
using NghiTruong.Web.CitizenLetters;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Demo;
using NghiTruong.Web.Files;
using NghiTruong.Web.FollowUp;
using NghiTruong.Web.Interpellations;
using NghiTruong.Web.Law;
using NghiTruong.Web.Letters;
using NghiTruong.Web.Petitions;
using NghiTruong.Web.Petitions.Import;
using NghiTruong.Web.Petitions.Reports;
using NghiTruong.Web.Reception;
using NghiTruong.Web.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Supervision;
using NghiTruong.Web.Telemetry;
using NghiTruong.Web.Threads;
using NghiTruong.Web.Today;
using NghiTruong.Web.Verification;

namespace NghiTruong.Web;

/// <summary>The whole house with its web floor, put together in one place: services, the order of what a request passes, the endpoints of the rooms.</summary>
public static class WebHouse
{
    /// <param name="options">How to serve.</param>
    /// <param name="adjust">What a test changes: its clock, its server.</param>
    public static WebApplication Build(RunOptions options, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebHouse).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddJsonFile(Path.Combine(options.Data, "settings.json"), optional: true, reloadOnChange: false);
        builder.Configuration.AddEnvironmentVariables("NGHITRUONG_");
        Log(builder);
        Listen(builder, options);
        AddServices(builder.Services, builder.Configuration, options);
        adjust?.Invoke(builder);
        builder.AddTelemetry();
        var app = builder.Build();
        Pipeline(app, options);
        Endpoints(app);

        return app;
    }

    /// <summary>What must stand before the first request: the schema, the first accounts, or the demo. Refusals <c>run.demoOnLoopbackOnly</c>, <c>run.providerWrong</c>.</summary>
    public static async Task<Result> PrepareAsync(WebApplication app, CancellationToken ct)
    {
        if (OutsideProviders.WrongIn(app.Configuration) is { } wrong)
        {
            return wrong;
        }

        var options = app.Services.GetRequiredService<RunOptions>();
        var demo = app.Services.GetRequiredService<DemoMode>();
        demo.Decide(options);
        if (demo.IsRefused)
        {
            return new Refusal("run.demoOnLoopbackOnly", null, options.Data);
        }

        if (demo.IsNew)
        {
            await app.Services.GetRequiredService<DemoHouse>().MakeAsync(ct);
        }

        await app.Services.GetRequiredService<SchemaUpdate>().RunAsync(ct);
        await app.Services.GetRequiredService<FirstAccounts>().EnsureAsync(ct);

        return Result.Done;
    }

    private static void AddServices(IServiceCollection services, IConfiguration configuration, RunOptions options)
    {
        services.AddHouse();
        services.AddDatabase(options.Database);
        services.AddSingleton(new TextTable(typeof(House).Assembly, typeof(WebHouse).Assembly));
        services.AddSingleton(options);
        services.AddKeys(options.Keys);
        services.AddSingleton(new FilesDirectory(options.Files));
        services.AddSingleton(new HeadsDirectory(options.Heads));
        services.AddSecurity(configuration);
        services.AddShell();
        services.AddAccountPages();
        services.AddCouncilPages();
        services.AddFollowUpPages(configuration);
        services.AddLawPages();
        services.AddLetterPages();
        services.AddPetitionPages();
        services.AddImportPages();
        services.AddReportPages();
        services.AddSupervisionPages();
        services.AddVerificationPages();
        services.AddThreadPages();
        services.AddResolutionPages();
        services.AddInterpellationPages();
        services.AddCitizenLetterPages();
        services.AddReceptionPages();
        services.AddDemo();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddHealthChecks().AddCheck<DatabaseAnswers>("database");
        services.AddProblemDetails(Problems.Configure);
        services.AddOpenApi("v1");
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        services.AddResponseCompression(compression =>
        {
            // Form tokens are random at every request, so compressing over TLS tells nothing of them (BREACH).
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    private static void Pipeline(WebApplication app, RunOptions options)
    {
        if (options.BehindProxy)
        {
            app.UseForwardedHeaders();
        }

        app.Use(next => context => Headers.Add(context, next));
        app.UseResponseCompression();
        app.UseWhen(
            context => context.IsApi(),
            api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(
            context => !context.IsApi(),
            pages => pages.UseExceptionHandler("/loi/500"));
        app.UseShell();
        app.UseRouting();
        app.UseAuthentication();
        app.Use(next => context => app.Services.GetRequiredService<RefusalWatch>().RunAsync(context, next));
        app.Use(next => context => Doorkeeper.RunAsync(context, next));
        app.UseAuthorization();
        app.Use(next => context => TodayModule.CountAsync(context, next));
        app.UseAntiforgery();
        app.UseRepeatedRequests();
    }

    private static void Endpoints(WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).WithMetadata(new PublicPageAttribute());
        app.MapHealthChecks("/health/ready").WithMetadata(new PublicPageAttribute());
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new PublicPageAttribute());
        app.MapShell();
        var rooms = app.MapGroup("").AddEndpointFilterFactory(BodyShape.Look);
        rooms.MapAccounts();
        rooms.MapCouncils();
        rooms.MapFollowUp();
        rooms.MapLaw();
        rooms.MapLetters();
        rooms.MapFiles();
        rooms.MapPetitions();
        rooms.MapImports();
        rooms.MapReports();
        rooms.MapSupervision();
        rooms.MapVerification();
        rooms.MapThreads();
        rooms.MapResolutions();
        rooms.MapInterpellations();
        rooms.MapCitizenLetters();
        rooms.MapReceptions();
        app.MapRazorPages();
    }

    private static void Log(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss ";
            console.UseUtcTimestamp = true;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("NghiTruong", LogLevel.Information);
        // A page with a form is kept by nobody, whatever the page itself asked for.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // A start that finds its port taken says so itself, in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    private static void Listen(WebApplicationBuilder builder, RunOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024;
            if (options.Bind is { } address)
            {
                kestrel.Listen(address, options.Port, listen => Secure(listen, options));
            }
            else if (options.Port == 0)
            {
                kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => Secure(listen, options));
            }
            else
            {
                kestrel.ListenLocalhost(options.Port, listen => Secure(listen, options));
            }
        });
        if (options.BehindProxy)
        {
            builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            {
                forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                // Told so by --behind-proxy: nobody but the proxy reaches this port.
                forwarded.KnownIPNetworks.Clear();
                forwarded.KnownProxies.Clear();
            });
        }
        else if (options.IsLoopback)
        {
            // A stranger's site that renames itself to this machine (DNS rebinding) must not reach a demo.
            builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";
        }
    }

    private static void Secure(ListenOptions listen, RunOptions options)
    {
        if (options.Certificate is { } file)
        {
            listen.UseHttps(X509CertificateLoader.LoadPkcs12FromFile(file, Environment.GetEnvironmentVariable("NGHITRUONG_CERTIFICATE_PASSWORD")));
        }
    }
}

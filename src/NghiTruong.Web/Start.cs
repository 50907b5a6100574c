using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Shell;

namespace NghiTruong.Web;

/// <summary>From arguments to a served page. Exit codes: 0 done, 1 refused with the reason, 2 wrong use.</summary>
internal static class Start
{
    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Environment.GetEnvironmentVariable("LANG")?.StartsWith("en", StringComparison.Ordinal) == true ? "en" : "vi");
        var parsed = RunOptions.Parse(args, Environment.GetEnvironmentVariable);
        if (parsed.IsRefused)
        {
            return await RefuseAsync(parsed, exit: 2);
        }

        var options = parsed.Value;
        await using var app = WebHouse.Build(options);
        var prepared = await PrepareAsync(app);
        if (prepared.IsRefused)
        {
            return await RefuseAsync(prepared, exit: 1);
        }

        try
        {
            await app.StartAsync();
        }
        catch (IOException)
        {
            return await RefuseAsync(new Refusal("run.portTaken", null, options.Port), exit: 1);
        }

        await Console.Out.WriteLineAsync($"Ready: {AddressOf(app, options)}");
        await app.WaitForShutdownAsync();

        return 0;
    }

    private static async Task<Result> PrepareAsync(WebApplication app)
    {
        try
        {
            return await WebHouse.PrepareAsync(app, CancellationToken.None);
        }
        catch (Exception e) when (e.GetBaseException() is DbException or SocketException)
        {
            return new Refusal("run.databaseUnreachable", null, e.GetBaseException().Message);
        }
    }

    private static string AddressOf(WebApplication app, RunOptions options)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var port = new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal)).Port;
        var scheme = options.Certificate is null ? "http" : "https";

        return $"{scheme}://{(options.IsLoopback ? "localhost" : options.Bind)}:{port}";
    }

    private static async Task<int> RefuseAsync(Result refused, int exit)
    {
        var texts = new TextTable(typeof(Refusal).Assembly, typeof(ShellModel).Assembly);
        foreach (var refusal in refused.Refusals)
        {
            await Console.Error.WriteLineAsync(texts[refusal.Code, refusal.Values]);
        }

        return exit;
    }
}

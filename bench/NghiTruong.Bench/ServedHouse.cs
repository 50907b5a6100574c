using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NghiTruong.Bench;

/// <summary>The built program, served on loopback on the database of the bench; stopped by its own id.</summary>
internal sealed partial class ServedHouse : IAsyncDisposable
{
    private readonly Process _process;

    private ServedHouse(Process process, int port, TimeSpan firstAnswer)
    {
        _process = process;
        Port = port;
        FirstAnswer = firstAnswer;
    }

    public int Port { get; }

    public Uri Address => new($"http://localhost:{Port}");

    /// <summary>From the start of the process to the first answer of <c>/health/ready</c>.</summary>
    public TimeSpan FirstAnswer { get; }

    public static async Task<ServedHouse> StartAsync(string program, string database, string folder, int port)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "--port", port.ToString(CultureInfo.InvariantCulture), "--database", database, "--data", Path.Combine(folder, "data"), "--keys", Path.Combine(folder, "keys"), "--empty" },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}"), Timeout = TimeSpan.FromSeconds(5) };
        while (clock.Elapsed < TimeSpan.FromSeconds(90))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return new ServedHouse(process, port, clock.Elapsed);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(20);
        }

        process.Kill();
        throw new InvalidOperationException("The program did not answer within 90 seconds.");
    }

    /// <summary>Resident memory in MB.</summary>
    public double Memory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));

        return double.Parse(Number().Match(line).Value, CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Signs in through the page and returns the cookie header of the session.</summary>
    public async Task<string> SignInAsync(string userName, string password)
    {
        var jar = new System.Net.CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Address };
        var page = await client.GetStringAsync(new Uri("/dang-nhap", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.UserName"] = userName,
            ["Input.Password"] = password,
            ["__RequestVerificationToken"] = Token().Match(page).Groups["value"].Value,
        });
        using var answer = await client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), form);

        return answer.StatusCode == System.Net.HttpStatusCode.Redirect
            ? jar.GetCookieHeader(Address)
            : throw new InvalidOperationException($"{userName} could not sign in: {(int)answer.StatusCode}");
    }

    /// <summary>Asks for a page so many times, signed in, after some to warm up; now and then the same figures raw.</summary>
    /// <param name="shows">What the page must hold, else nothing was measured.</param>
    public async Task<(Times Ours, Times Raw)> TimePageAsync(string userName, string path, string shows, int times, int rawEvery, Func<Task<TimeSpan>> raw)
    {
        using var client = await ClientAsync(userName);
        var (ours, rawTimes) = (new Times(), new Times());
        for (var i = -20; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
            if (i >= 0)
            {
                ours.Add(clock.Elapsed);
            }

            if (i == 0 && !page.Contains(shows, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"{path} does not show {shows}.");
            }

            if (i >= 0 && i % rawEvery == 0)
            {
                rawTimes.Add(await raw());
            }
        }

        return (ours, rawTimes);
    }

    /// <summary>A client that is signed in.</summary>
    public async Task<HttpClient> ClientAsync(string userName)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Cookie", await SignInAsync(userName, Cast.Password));

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<value>[^"]+)""", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

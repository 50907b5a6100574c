using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace NghiTruong.Web.Shell;

/// <summary>The style sheet, script, icons and mark that <c>Assets/build.mjs</c> made; served from memory, precompressed, to be kept for a year.</summary>
public static class ShellAssets
{
    private static readonly Assembly Home = typeof(ShellAssets).Assembly;
    private static readonly FrozenDictionary<string, string> Names = ReadManifest();
    private static readonly FrozenDictionary<string, Asset> Files = Names.Values.ToFrozenDictionary(name => name, Asset.Read, StringComparer.Ordinal);

    public static string Styles { get; } = Address("app.css");

    public static string Script { get; } = Address("app.js");

    public static string Icons { get; } = Address("icons.svg");

    public static string Mark { get; } = Address("mark.svg");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/build/{name}", [HttpMethods.Get, HttpMethods.Head], Serve).AllowAnonymous().ExcludeFromDescription();

    private static string Address(string name) => $"/build/{Names[name]}";

    private static async Task Serve(HttpContext context, string name)
    {
        if (!Files.TryGetValue(name, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;

            return;
        }

        var (body, encoding) = asset.For(context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        headers.ContentType = asset.ContentType;
        headers.ContentLength = body.Length;
        headers.XContentTypeOptions = "nosniff";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static FrozenDictionary<string, string> ReadManifest()
    {
        using var manifest = JsonDocument.Parse(ReadResource("manifest.json"));

        return manifest.RootElement.GetProperty("files").EnumerateObject()
            .ToFrozenDictionary(file => file.Name, file => file.Value.GetString()!, StringComparer.Ordinal);
    }

    private static byte[] ReadResource(string name)
    {
        using var stream = Home.GetManifestResourceStream($"build/{name}")
            ?? throw new InvalidOperationException($"build/{name} is not in the assembly: Assets/build.mjs did not run");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);

        return bytes.ToArray();
    }

    private sealed record Asset(string ContentType, byte[] Plain, byte[] Gzip, byte[] Brotli)
    {
        public static Asset Read(string name) =>
            new(TypeOf(name), ReadResource(name), ReadResource($"{name}.gz"), ReadResource($"{name}.br"));

        public (byte[] Body, string? Encoding) For(StringValues accepted)
        {
            var accept = accepted.ToString();
            if (accept.Contains("br", StringComparison.Ordinal))
            {
                return (Brotli, "br");
            }

            return accept.Contains("gzip", StringComparison.Ordinal) ? (Gzip, "gzip") : (Plain, null);
        }

        private static string TypeOf(string name) => Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
    }
}

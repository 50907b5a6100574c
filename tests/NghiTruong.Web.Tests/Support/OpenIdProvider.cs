using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NghiTruong.Web.Tests;

/// <summary>What is wrong with the next ID token.</summary>
public enum Spoilt
{
    Nothing,
    Issuer,
    Audience,
    Nonce,
    Expired,
    Signature,
    Unsigned,
}

/// <summary>
/// A small OpenID Connect provider on a loopback port: discovery, keys, an authorize endpoint that knows its person and answers at once, a token endpoint that
/// insists on the client's secret, the PKCE verifier and a code used once, and signs RS256.
/// </summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Name = "cong-thu";
    private const string ClientId = "hdnd-na-mau";
    private const string KeyId = "k1";
    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly string _secret = Random();
    private readonly ConcurrentDictionary<string, Asked> _codes = new(StringComparer.Ordinal);

    private OpenIdProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", Discovery);
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
        Secrets = [_secret];
    }

    /// <summary>Who sits at the provider.</summary>
    public string Subject { get; set; } = "can-bo-017";

    public Spoilt Spoilt { get; set; }

    /// <summary>Everything given or shown that nobody else may see: the client's secret, codes, verifiers, tokens.</summary>
    public ConcurrentBag<string> Secrets { get; }

    private string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<OpenIdProvider> OpenAsync()
    {
        var provider = new OpenIdProvider();
        await provider._app.StartAsync(TestContext.Current.CancellationToken);

        return provider;
    }

    /// <summary>The house's <c>settings.json</c> for it, as operations.md tells.</summary>
    public string Settings(string? secret = null) => JsonSerializer.Serialize(new
    {
        SignIn = new { Providers = new Dictionary<string, object> { [Name] = new { DisplayName = "Cổng Thử", Authority = Address, ClientId, ClientSecret = secret ?? _secret } } },
    });

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Discovery() => Results.Json(new
    {
        issuer = Address,
        authorization_endpoint = $"{Address}/authorize",
        token_endpoint = $"{Address}/token",
        jwks_uri = $"{Address}/keys",
        response_types_supported = new[] { "code" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { "RS256" },
    });

    private IResult Keys()
    {
        var open = _key.ExportParameters(includePrivateParameters: false);

        return Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = KeyId, n = Base64Url.EncodeToString(open.Modulus), e = Base64Url.EncodeToString(open.Exponent) } },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        string Of(string name) => request.Query[name].ToString();
        if ((Of("response_type"), Of("client_id"), Of("scope"), Of("code_challenge_method")) != ("code", ClientId, "openid", "S256") || Of("state").Length == 0 || Of("nonce").Length == 0)
        {
            return Results.BadRequest();
        }

        var code = Random();
        Secrets.Add(code);
        _codes[code] = new Asked(Of("redirect_uri"), Of("code_challenge"), Of("nonce"));

        return Results.Redirect($"{Of("redirect_uri")}?code={code}&state={Uri.EscapeDataString(Of("state"))}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        string Of(string name) => form[name].ToString();
        if ((Of("client_id"), Of("client_secret")) != (ClientId, _secret))
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        }

        Secrets.Add(Of("code_verifier"));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Of("code_verifier"))));
        if (Of("grant_type") != "authorization_code" || !_codes.TryRemove(Of("code"), out var asked) || (asked.ReturnTo, asked.Challenge) != (Of("redirect_uri"), challenge))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var (access, id) = (Random(), IdToken(asked.Nonce));
        Secrets.Add(access);
        Secrets.Add(id);

        return Results.Json(new { access_token = access, token_type = "Bearer", expires_in = 300, id_token = id });
    }

    private string IdToken(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().AddHours(Spoilt == Spoilt.Expired ? -1 : 0).ToUnixTimeSeconds();
        var unsigned = Part(new { alg = Spoilt == Spoilt.Unsigned ? "none" : "RS256", kid = KeyId, typ = "JWT" }) + "." + Part(new
        {
            iss = Spoilt == Spoilt.Issuer ? "https://nguoi-khac.example.vn" : Address,
            aud = Spoilt == Spoilt.Audience ? "nha-khac" : ClientId,
            sub = Subject,
            nonce = Spoilt == Spoilt.Nonce ? Random() : nonce,
            iat = now,
            exp = now + 300,
        });
        if (Spoilt == Spoilt.Unsigned)
        {
            return unsigned + ".";
        }

        using var stranger = RSA.Create(2048);
        var signed = (Spoilt == Spoilt.Signature ? stranger : _key).SignData(Encoding.ASCII.GetBytes(unsigned), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        return $"{unsigned}.{Base64Url.EncodeToString(signed)}";
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    private static string Random() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20)).ToLower(CultureInfo.InvariantCulture);

    private sealed record Asked(string ReturnTo, string Challenge, string Nonce);
}

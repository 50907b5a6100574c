namespace NghiTruong.Web.Security;

/// <summary>
/// What a request's address is, told in one place and the way routing reads it: without regard to case. A guard that read <c>/api</c> more strictly than the router would let
/// <c>/API</c> through to the same endpoint unguarded.
/// </summary>
public static class RequestPaths
{
    public const string Api = "/api";

    /// <summary>The request asks the API. Once routing has chosen an endpoint, that endpoint's own address counts, however the request was written.</summary>
    public static bool IsApi(this HttpContext context) =>
        context.Request.IsUnder(Api) || (context.GetEndpoint() is RouteEndpoint endpoint && IsUnder("/" + endpoint.RoutePattern.RawText?.TrimStart('/'), Api));

    /// <summary>The address is this one or lies below it.</summary>
    public static bool IsUnder(this HttpRequest request, string address) => IsUnder(request.Path, address);

    private static bool IsUnder(PathString path, string address) => path.StartsWithSegments(address, StringComparison.OrdinalIgnoreCase);
}

namespace NghiTruong.Web.Threads;

/// <summary>Addresses of the room.</summary>
public static class ThreadLinks
{
    public const string List = "/mach-van-de";
    public const string New = "/mach-van-de/moi";
    public const string Join = "/mach-van-de/dua-vao";

    public static string Details(string code) => $"{List}/{code}";

    /// <summary>A page that does one thing with one thread.</summary>
    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    /// <summary>Putting a record into a thread, from the record's own page.</summary>
    public static string JoinOf(string kind, string code) => $"{Join}?loai={Uri.EscapeDataString(kind)}&ma={Uri.EscapeDataString(code)}";
}

/// <summary>Address of the page of a record, by its code; each room gives its own.</summary>
public sealed record ThreadAddress(string Kind, Func<string, string> Of);

/// <summary>Addresses of the records of every room.</summary>
public sealed class ThreadAddresses(IEnumerable<ThreadAddress> rooms)
{
    private readonly Dictionary<string, Func<string, string>> _rooms = rooms.ToDictionary(r => r.Kind, r => r.Of, StringComparer.Ordinal);

    /// <summary>Null where no room gave one.</summary>
    public string? Of(string kind, string code) => _rooms.GetValueOrDefault(kind)?.Invoke(code);
}

public static class ThreadAddressExtensions
{
    /// <summary>Where a record of this kind is read, by its code.</summary>
    public static IServiceCollection AddThreadAddress(this IServiceCollection services, string kind, Func<string, string> of) => services.AddSingleton(new ThreadAddress(kind, of));
}

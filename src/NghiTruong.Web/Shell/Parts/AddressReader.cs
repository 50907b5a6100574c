using System.Globalization;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>Reads the conditions of a list out of its address. What cannot be read is refused by name, never silently left out.</summary>
/// <param name="query">The query part of the address.</param>
/// <param name="unreadable">Code of the refusal for what cannot be read.</param>
public sealed class AddressReader(IQueryCollection query, string unreadable)
{
    private readonly List<Refusal> _wrong = [];

    public static string? Text(IQueryCollection query, string name) => query[name].FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public string? Text(string name) => Text(query, name);

    public bool IsTrue(string name) => Text(name) is "true" or "1";

    /// <summary>Yes, no, or not asked.</summary>
    public bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            case var text:
                Wrong(name, text);

                return null;
        }
    }

    /// <summary>One of the names of an enumeration, in whatever case.</summary>
    public T? Name<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (!char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        Wrong(name, text);

        return null;
    }

    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParse(text, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        Wrong(name, text);

        return null;
    }

    public int? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong(name, text);

        return null;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (OfficialDate.TryParse(text, out var day))
        {
            return day;
        }

        Wrong(name, text);

        return null;
    }

    /// <summary>The value of that name is none of those the list knows.</summary>
    public void Wrong(string name, string text) => _wrong.Add(new Refusal(unreadable, name, text));

    /// <summary>What was read, unless something could not be.</summary>
    public Result<T> Read<T>(T filter) => _wrong.Count > 0 ? Result<T>.Refuse(_wrong) : filter;
}

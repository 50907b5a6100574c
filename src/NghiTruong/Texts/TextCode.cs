using System.Text.Json;

namespace NghiTruong.Texts;

/// <summary>How codes of texts, addresses and the API write a name of code: <c>notHeld</c> for <c>NotHeld</c>.</summary>
public static class TextCode
{
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>A name that is at hand as text: of a stored value.</summary>
    public static string Of(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}

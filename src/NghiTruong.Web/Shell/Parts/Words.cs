using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>Small things every room's pages say alike: codes of values in texts and addresses, choices of forms, short titles.</summary>
public static class Words
{
    /// <summary>A value as texts, addresses and the API name it: <c>fieldSurvey</c>.</summary>
    public static string CodeOf<T>(T value)
        where T : struct, Enum => TextCode.Of(value);

    /// <summary>A stored name as texts write it: <c>FieldSurvey</c> as <c>fieldSurvey</c>.</summary>
    public static string Camel(string name) => TextCode.Of(name);

    /// <summary>Every value of an enumeration, named by the text <c>{prefix}{code}</c>.</summary>
    public static List<SelectListItem> Choices<T>(this TextTable texts, string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(texts[prefix + CodeOf(v)], v.ToString()))];

    /// <summary>The same with the codes of addresses as values: for filters.</summary>
    public static List<SelectListItem> CodedChoices<T>(this TextTable texts, string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(texts[prefix + CodeOf(v)], CodeOf(v)))];

    /// <summary>A line for titles: at most so long, cut between words.</summary>
    public static string Short(string content, int most = 140)
    {
        var line = content.ReplaceLineEndings(" ").Trim();

        return line.Length <= most ? line : line[..Math.Max(line.LastIndexOf(' ', most), most / 2)] + "…";
    }

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>Petition vocabulary in the reader's language, and choices of forms.</summary>
public static class PetitionWords
{
    public static string CodeOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Of(this TextTable texts, PetitionStatus status) => texts["petition.status." + CodeOf(status)];

    public static string Of(this TextTable texts, PetitionKind kind) => texts["petition.kind." + CodeOf(kind)];

    public static string Of(this TextTable texts, PetitionSource source) => texts["petition.source." + CodeOf(source)];

    public static string Of(this TextTable texts, NoticeChannel channel) => texts["petition.channel." + CodeOf(channel)];

    public static string Of(this TextTable texts, Outcome? outcome) => texts["petition.outcome." + (outcome is { } known ? CodeOf(known) : "none")];

    public static string? Field(string? code) => Catalogue.Of(CatalogueKind.Field, code)?.NameIn(CultureInfo.CurrentUICulture) ?? code;

    public static string? Authority(string? code) => Catalogue.Of(CatalogueKind.Authority, code)?.NameIn(CultureInfo.CurrentUICulture) ?? code;

    /// <summary>Red is late and nothing else, so a state is never red by itself.</summary>
    public static Tone ToneOf(PetitionStatus status) => status switch
    {
        PetitionStatus.Passing or PetitionStatus.Forwarded or PetitionStatus.Accepted => Tone.Going,
        PetitionStatus.Answered or PetitionStatus.Evaluated or PetitionStatus.Concluded or PetitionStatus.Refused => Tone.Soon,
        PetitionStatus.Notified or PetitionStatus.Closed or PetitionStatus.ExplainedOnTheSpot => Tone.Done,
        PetitionStatus.Recorded or PetitionStatus.Classified or PetitionStatus.Merged => Tone.Plain,
        _ => Tone.Plain,
    };

    public static List<SelectListItem> Choices<T>(this TextTable texts, string prefix)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(texts[prefix + CodeOf(v)], v.ToString()))];

    public static List<SelectListItem> Choices(CatalogueKind kind, DateOnly on) =>
        [.. Catalogue.On(kind, on).Select(e => new SelectListItem(e.NameIn(CultureInfo.CurrentUICulture), e.Code))];

    /// <summary>A line for titles: the first sentence, at most so long.</summary>
    public static string Short(string content, int most = 140)
    {
        var line = content.ReplaceLineEndings(" ").Trim();

        return line.Length <= most ? line : line[..Math.Max(line.LastIndexOf(' ', most), most / 2)] + "…";
    }

    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

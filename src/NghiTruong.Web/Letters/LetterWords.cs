using System.Globalization;
using System.Text.Json;
using NghiTruong.Letters;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Letters;

/// <summary>Letter vocabulary in the reader's language, and the addresses of the room.</summary>
public static class LetterWords
{
    public const string List = "/cong-van";
    public const string Register = "/cong-van/so";
    public const string Templates = "/mau-van-ban";

    public static string Details(Guid id) => $"/cong-van/{id:D}";

    public static string Of(this TextTable texts, LetterState state) => texts["letter.state." + JsonNamingPolicy.CamelCase.ConvertName($"{state}")];

    public static string KindOf(this TextTable texts, string kind) => texts["letter.kind." + kind];

    /// <summary>An abstract as a title: in the letter it follows "V/v" and begins small.</summary>
    public static string TitleOf(this TextTable texts, string kind, string abstractText) =>
        abstractText.Length == 0 ? texts.KindOf(kind) : char.ToUpper(abstractText[0], CultureInfo.InvariantCulture) + abstractText[1..];

    public static Tone ToneOf(LetterState state) => state switch
    {
        LetterState.Draft or LetterState.Discarded or LetterState.Withdrawn => Tone.Plain,
        LetterState.Submitted or LetterState.Signed or LetterState.Numbered or LetterState.Sealed => Tone.Going,
        LetterState.Issued => Tone.Done,
    };
}

using NghiTruong.CitizenLetters;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>Addresses of the room.</summary>
public static class CitizenLetterLinks
{
    public const string List = "/don-thu";
    public const string New = "/don-thu/moi";
    public const string Export = "/don-thu/xuat";

    /// <summary>Takes what was typed into the form of a petition over into the form of a letter.</summary>
    public const string FromPetition = "/don-thu/moi?handler=From";

    public static string Details(string code) => $"{List}/{code}";

    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    public static string OfState(CitizenLetterState state) => $"{List}?state={Words.CodeOf(state)}";
}

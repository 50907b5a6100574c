namespace NghiTruong.Web.Agreements;

/// <summary>Addresses of the room.</summary>
public static class AgreementLinks
{
    public const string List = "/quy-che-phoi-hop";
    public const string New = "/quy-che-phoi-hop/moi";
    public const string Tasks = "/viec-phoi-hop";

    public static string Details(string code) => $"{List}/{code}";

    /// <summary>A page that does one thing with one agreement.</summary>
    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    /// <summary>A period's share of a duty.</summary>
    public static string Task(string code) => $"{Tasks}/{code}";
}

namespace NghiTruong.Web.Schemes;

/// <summary>Addresses of the room.</summary>
public static class SchemeLinks
{
    public const string List = "/de-an";
    public const string New = "/de-an/moi";
    public const string Flagged = "/de-an/chua-cu-the-hoa";
    public const string Nodes = "/muc-de-an";
    public const string RollOuts = "/trien-khai";

    public static string Details(string code) => $"{List}/{code}";

    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    public static string Node(string code) => $"{Nodes}/{code}";

    public static string NodeAct(string code, string act) => $"{Nodes}/{code}/{act}";

    public static string RollOut(string code) => $"{RollOuts}/{code}";

    public static string Unit(string code, Guid unit) => $"{RollOuts}/{code}/{unit:D}";
}

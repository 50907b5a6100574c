namespace NghiTruong.Web.Reception;

/// <summary>Addresses of the room.</summary>
public static class ReceptionLinks
{
    public const string List = "/tiep-cong-dan";
    public const string New = "/tiep-cong-dan/moi";
    public const string Publish = "/tiep-cong-dan/cong-khai";
    public const string Schedule = "/tiep-cong-dan/lich";
    public const string Book = "/tiep-cong-dan/so";
    public const string BookExcel = "/tiep-cong-dan/so/xuat";
    public const string BookWord = "/tiep-cong-dan/so/word";
    public const string NewVisit = "/tiep-cong-dan/luot/moi";

    /// <summary>Open to everybody, by the code of the council's unit.</summary>
    public static string Public(string council) => $"/lich-tiep-cong-dan/{council}";

    public static string Details(string code) => $"{List}/{code}";

    public static string Act(string code, string act) => $"{List}/{code}/{act}";

    public static string Visit(string code) => $"{List}/luot/{code}";

    public static string VisitAct(string code, string act) => $"{List}/luot/{code}/{act}";

    public static string Receive(string reception) => $"{NewVisit}?buoi={reception}";
}

namespace NghiTruong.Web.Petitions.Import;

/// <summary>Addresses of the imports.</summary>
public static class ImportLinks
{
    public const string Start = "/kien-nghi/nhap";
    public const string Answers = "/kien-nghi/nhap-tra-loi";

    public static string Of(Guid id) => $"{Start}/{id:N}";

    public static string Rejected(Guid id) => $"{Start}/{id:N}/khong-nhan";
}

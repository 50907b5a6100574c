using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Delegates.Import;

/// <summary>The columns of lists of delegates as offices and election committees keep them, each with the titles they write above it.</summary>
public static class DelegateColumns
{
    public const string Ordinal = "ordinal";
    public const string Name = "name";
    public const string Sex = "sex";
    public const string Born = "born";
    public const string Ethnicity = "ethnicity";
    public const string Religion = "religion";
    public const string Party = "party";
    public const string Identity = "identity";
    public const string Phone = "phone";
    public const string Address = "address";
    public const string Occupation = "occupation";
    public const string Education = "education";
    public const string Constituency = "constituency";
    public const string Group = "group";
    public const string Post = "post";
    public const string FullTime = "fullTime";
    public const string From = "from";
    public const string Another = "another";

    public static IReadOnlyList<KnownColumn> All { get; } =
    [
        new(Ordinal, "STT", "TT", "Số TT", "Số thứ tự") { Role = ColumnRole.Ordinal },
        new(Name, "Họ và tên", "Họ tên", "Họ và tên đại biểu", "Tên đại biểu", "Họ, tên", "Họ và tên khai sinh", "Đại biểu") { Role = ColumnRole.Anchor },
        new(Sex, "Giới tính", "Nam/Nữ", "Nam, nữ", "Giới"),
        new(Born, "Ngày sinh", "Ngày, tháng, năm sinh", "Ngày tháng năm sinh", "Năm sinh"),
        new(Ethnicity, "Dân tộc"),
        new(Religion, "Tôn giáo"),
        new(Party, "Ngày vào Đảng", "Ngày vào ĐCSVN", "Ngày kết nạp Đảng"),
        new(Identity, "Số CCCD", "CCCD", "Số căn cước", "Số định danh cá nhân", "Số CMND"),
        new(Phone, "Điện thoại", "Số điện thoại", "SĐT"),
        new(Address, "Địa chỉ", "Nơi ở hiện nay", "Chỗ ở hiện nay", "Nơi cư trú"),
        new(Occupation, "Nghề nghiệp, chức vụ", "Chức vụ, nơi công tác", "Chức vụ, đơn vị công tác", "Nghề nghiệp", "Nơi công tác", "Chức danh, nơi công tác", "Chức vụ, cơ quan công tác"),
        new(Education, "Trình độ chuyên môn", "Chuyên môn", "Trình độ", "Trình độ học vấn"),
        new(Constituency, "Đơn vị bầu cử", "ĐVBC", "Đơn vị bầu cử số", "Nơi ứng cử"),
        new(Group, "Tổ đại biểu", "Tổ", "Sinh hoạt tại Tổ"),
        new(Post, "Chức vụ HĐND", "Chức vụ trong HĐND", "Chức danh HĐND", "Chức vụ tại HĐND"),
        new(FullTime, "Chuyên trách", "Đại biểu chuyên trách", "Hoạt động chuyên trách", "Chuyên trách/kiêm nhiệm"),
        new(From, "Ngày bắt đầu", "Ngày trúng cử", "Từ ngày", "Ngày bầu"),
        new(Another, "Là người khác", "Người khác cùng tên"),
    ];

    public static HeaderFinder Finder { get; } = new(All, VietnameseText.Fold);
}

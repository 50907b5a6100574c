using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Resolutions.Import;

/// <summary>The columns of the registers of resolutions that offices keep, each with the titles they write above it.</summary>
public static class ResolutionColumns
{
    public const string Ordinal = "ordinal";
    public const string Number = "number";
    public const string PassedOn = "passedOn";
    public const string Title = "title";
    public const string Kind = "kind";
    public const string From = "from";
    public const string Until = "until";
    public const string State = "state";
    public const string EndedBy = "endedBy";
    public const string Replaces = "replaces";
    public const string Body = "body";
    public const string Agency = "agency";
    public const string Field = "field";
    public const string Clauses = "clauses";
    public const string Note = "note";

    public static IReadOnlyList<KnownColumn> All { get; } =
    [
        new(Ordinal, "STT", "TT", "Số TT", "Số thứ tự") { Role = ColumnRole.Ordinal },
        new(Number, "Số, ký hiệu", "Số ký hiệu", "Số hiệu", "Số nghị quyết", "Nghị quyết số", "Số NQ", "Số", "Số/ký hiệu", "Số và ký hiệu", "Số, ký hiệu văn bản"),
        new(PassedOn, "Ngày thông qua", "Ngày ban hành", "Ngày, tháng, năm ban hành", "Ngày tháng năm", "Ngày, tháng", "Ngày văn bản", "Ngày ký", "Ngày"),
        new(Title, "Trích yếu", "Tên nghị quyết", "Trích yếu nội dung", "Tên văn bản", "Nội dung nghị quyết", "Tên loại và trích yếu", "Tên gọi", "Nội dung", "Về việc") { Role = ColumnRole.Anchor },
        new(Kind, "Loại nghị quyết", "Loại", "Loại văn bản", "Hình thức", "Phân loại"),
        new(From, "Hiệu lực từ", "Ngày có hiệu lực", "Ngày hiệu lực", "Hiệu lực từ ngày", "Thời điểm có hiệu lực", "Có hiệu lực từ ngày"),
        new(Until, "Hiệu lực đến", "Ngày hết hiệu lực", "Hết hiệu lực", "Thời điểm hết hiệu lực", "Hiệu lực đến ngày", "Có hiệu lực đến ngày"),
        new(State, "Tình trạng hiệu lực", "Hiệu lực", "Tình trạng", "Trạng thái"),
        new(EndedBy, "Bị thay thế, bãi bỏ bởi", "Văn bản thay thế", "Được thay thế bởi", "Lý do hết hiệu lực", "Bị thay thế bởi", "Bãi bỏ bởi", "Văn bản bãi bỏ", "Văn bản thay thế, bãi bỏ"),
        new(Replaces, "Thay thế nghị quyết", "Thay thế văn bản", "Thay thế"),
        new(Body, "Ban phụ trách", "Ban theo dõi", "Ban phụ trách theo dõi", "Ban", "Ban của HĐND", "Cơ quan theo dõi"),
        new(Agency, "Cơ quan thực hiện", "Cơ quan tổ chức thực hiện", "Đơn vị thực hiện", "Cơ quan chủ trì thực hiện", "Cơ quan chủ trì"),
        new(Field, "Lĩnh vực"),
        new(Clauses, "Nội dung cần theo dõi", "Điều, khoản cần theo dõi", "Nội dung theo dõi", "Điều khoản theo dõi", "Nhiệm vụ giao"),
        new(Note, "Ghi chú", "Chú thích"),
    ];

    public static HeaderFinder Finder { get; } = new(All, VietnameseText.Fold);
}

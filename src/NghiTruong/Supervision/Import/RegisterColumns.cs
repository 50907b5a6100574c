using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Supervision.Import;

/// <summary>The columns of the registers of supervisions that offices keep, each with the titles they write above it.</summary>
public static class RegisterColumns
{
    public const string Ordinal = "ordinal";
    public const string Subject = "subject";
    public const string Kind = "kind";
    public const string Theme = "theme";
    public const string Object = "object";
    public const string Planned = "planned";
    public const string Held = "held";
    public const string ReportNumber = "reportNumber";
    public const string ReportedOn = "reportedOn";
    public const string Results = "results";
    public const string Recommendations = "recommendations";
    public const string Agency = "agency";
    public const string Due = "due";
    public const string Outcome = "outcome";
    public const string Note = "note";

    public static IReadOnlyList<KnownColumn> All { get; } =
    [
        new(Ordinal, "STT", "TT", "Số TT", "Số thứ tự") { Role = ColumnRole.Ordinal },
        new(Subject, "Chủ thể giám sát", "Chủ thể", "Cơ quan giám sát", "Đơn vị giám sát", "Cơ quan chủ trì giám sát", "Ban, Tổ giám sát"),
        new(Kind, "Hình thức giám sát", "Hình thức", "Loại hình", "Loại giám sát", "Loại", "Loại hình giám sát"),
        new(Theme, "Nội dung giám sát", "Tên chuyên đề", "Chuyên đề", "Nội dung", "Nội dung giám sát, khảo sát", "Chuyên đề giám sát", "Nội dung chuyên đề") { Role = ColumnRole.Anchor },
        new(Object, "Đối tượng giám sát", "Đơn vị được giám sát", "Đối tượng", "Cơ quan chịu sự giám sát", "Đơn vị chịu sự giám sát"),
        new(Planned, "Thời gian theo kế hoạch", "Kế hoạch", "Thời gian dự kiến", "Dự kiến", "Thời hạn theo chương trình"),
        new(Held, "Ngày thực hiện", "Thời gian thực hiện", "Ngày giám sát", "Thời gian giám sát", "Ngày tổ chức", "Thời gian", "Ngày, tháng"),
        new(ReportNumber, "Số báo cáo", "Báo cáo kết quả", "Báo cáo giám sát", "Văn bản báo cáo", "Báo cáo (số, ngày)", "Báo cáo kết quả giám sát"),
        new(ReportedOn, "Ngày báo cáo", "Ngày ban hành báo cáo"),
        new(Results, "Kết quả", "Kết quả giám sát", "Tóm tắt kết quả"),
        new(Recommendations, "Kiến nghị", "Nội dung kiến nghị", "Kiến nghị sau giám sát", "Kiến nghị, đề xuất"),
        new(Agency, "Cơ quan thực hiện kiến nghị", "Cơ quan thực hiện", "Đơn vị thực hiện kiến nghị", "Cơ quan chủ trì thực hiện"),
        new(Due, "Thời hạn thực hiện", "Hạn thực hiện", "Thời hạn"),
        new(Outcome, "Kết quả thực hiện kiến nghị", "Kết quả thực hiện", "Tình trạng thực hiện"),
        new(Note, "Ghi chú", "Chú thích"),
    ];

    public static HeaderFinder Finder { get; } = new(All, VietnameseText.Fold);
}

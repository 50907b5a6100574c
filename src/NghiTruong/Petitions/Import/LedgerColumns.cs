using NghiTruong.Documents.Tables;
using NghiTruong.Language;

namespace NghiTruong.Petitions.Import;

/// <summary>
/// The columns of the ledgers councils keep: the ward ledger (sổ theo dõi và giám sát vụ việc) and the summary table (bảng tổng hợp kiến nghị), each with the titles
/// offices write above it. The keys are stored with remembered choices, so they never change.
/// </summary>
public static class LedgerColumns
{
    /// <summary>How remembered choices know the ledger.</summary>
    public const string Register = "petitions";

    public const string Ordinal = "ordinal";
    public const string Code = "code";
    public const string Kind = "kind";
    public const string Source = "source";
    public const string Session = "session";
    public const string Sender = "sender";
    public const string SenderAddress = "senderAddress";
    public const string SenderPhone = "senderPhone";
    public const string Place = "place";
    public const string Field = "field";
    public const string Content = "content";
    public const string Agency = "agency";
    public const string Authority = "authority";
    public const string Forwarded = "forwarded";
    public const string Received = "received";
    public const string Due = "due";
    public const string Extended = "extended";
    public const string Voters = "voters";
    public const string Status = "status";
    public const string Answer = "answer";
    public const string Outcome = "outcome";
    public const string Note = "note";

    public static IReadOnlyList<KnownColumn> All { get; } =
    [
        new(Ordinal, "STT", "TT", "Số TT", "Số thứ tự") { Role = ColumnRole.Ordinal },
        new(Code, "Mã vụ việc", "Mã kiến nghị", "Mã số", "Mã số kiến nghị", "Mã"),
        new(Kind, "Loại", "Loại ý kiến", "Ý kiến hay kiến nghị", "Phân loại ý kiến, kiến nghị"),
        new(Source, "Nguồn tiếp nhận", "Nguồn", "Nguồn kiến nghị", "Hình thức tiếp nhận", "Nguồn tiếp nhận (kỳ họp...)"),
        new(Session, "Kỳ họp", "Kỳ họp HĐND", "Tại kỳ họp"),
        new(Sender, "Người gửi / Họ tên", "Người gửi", "Người kiến nghị", "Họ tên", "Họ và tên", "Họ tên cử tri", "Cử tri", "Tên cử tri", "Người gửi: họ tên, địa chỉ liên hệ, số điện thoại"),
        new(SenderAddress, "Người gửi / Địa chỉ liên hệ", "Người gửi / Địa chỉ", "Địa chỉ liên hệ", "Địa chỉ cử tri"),
        new(SenderPhone, "Người gửi / Số điện thoại", "Số điện thoại", "Điện thoại", "SĐT"),
        new(Place, "Cử tri đơn vị", "Địa chỉ nơi phản ánh", "Địa chỉ nơi phản ánh (GPS)", "Đơn vị", "Đơn vị kiến nghị", "Cử tri thôn, tổ dân phố", "Khu dân cư", "Khu phố", "Thôn, tổ dân phố", "Thôn/Tổ dân phố", "Thôn", "Tổ dân phố", "Cử tri xã, phường", "Địa bàn", "Nơi kiến nghị", "Cử tri huyện", "Địa phương"),
        new(Field, "Lĩnh vực", "Lĩnh vực kiến nghị", "Nhóm lĩnh vực", "Lĩnh vực phụ trách", "Ban phụ trách"),
        new(Content, "Nội dung kiến nghị", "Nội dung ý kiến, kiến nghị", "Nội dung ý kiến kiến nghị của cử tri", "Nội dung kiến nghị của cử tri", "Kiến nghị của cử tri", "Ý kiến, kiến nghị của cử tri", "Ý kiến, kiến nghị", "Nội dung", "Kiến nghị", "Nội dung phản ánh, kiến nghị", "Nội dung phản ánh") { Role = ColumnRole.Anchor },
        new(Agency, "Đơn vị xử lý", "Đơn vị xử lý trực tiếp", "Đơn vị xử lý trực tiếp thuộc cấp phường (các phòng, ban chuyên môn)", "Đơn vị giải quyết", "Cơ quan giải quyết", "Cơ quan xử lý", "Cơ quan chủ trì", "Cơ quan được giao", "Đơn vị chủ trì", "Cơ quan, đơn vị giải quyết", "Cơ quan trả lời", "Đơn vị trả lời", "Đơn vị xử lý trực tiếp thuộc cấp phường"),
        new(Authority, "Thẩm quyền xử lý", "Thẩm quyền", "Thẩm quyền giải quyết", "CQ có thẩm quyền", "Cơ quan có thẩm quyền", "Cấp có thẩm quyền", "Thẩm quyền xử lý: Phường / Sở-ngành TP", "Cấp giải quyết"),
        new(Forwarded, "Văn bản chuyển", "Văn bản chuyển (số, ngày)", "Số văn bản chuyển", "Công văn chuyển", "Văn bản chuyển đơn"),
        new(Received, "Ngày tiếp nhận", "Ngày nhận", "Ngày tiếp nhận kiến nghị", "Ngày kiến nghị", "Ngày phản ánh", "Ngày TXCT", "Ngày tiếp xúc cử tri", "Thời gian tiếp nhận", "Ngày, tháng"),
        new(Due, "Thời hạn giải quyết", "Thời hạn", "Hạn giải quyết", "Hạn xử lý", "Thời hạn xử lý", "Thời hạn trả lời", "Hạn trả lời", "Ngày đến hạn", "Thời hạn giải quyết (UBND báo cáo tổng hợp chậm nhất 30 ngày trước ngày khai mạc kỳ họp)"),
        new(Extended, "Thời gian gia hạn", "Gia hạn", "Gia hạn đến", "Gia hạn đến ngày"),
        new(Voters, "Số cử tri", "Số lượng cử tri", "Số người", "Số cử tri kiến nghị", "Số lượt cử tri"),
        new(Status, "Trạng thái", "Tình trạng", "Tiến độ", "Tình trạng xử lý", "Trạng thái xử lý"),
        new(Answer, "Văn bản trả lời", "Văn bản trả lời (link)", "Kết quả trả lời (số, ngày)", "Kết quả trả lời", "Kết quả trả lời / Số, ngày văn bản", "Số, ngày văn bản trả lời", "Văn bản giải quyết", "Nội dung trả lời", "Nội dung giải quyết", "Kết quả giải quyết, trả lời", "Nội dung giải quyết, trả lời"),
        new(Outcome, "Phân loại kết quả", "Nội dung rà soát", "Nội dung rà soát: Hoàn thành / Chưa giải quyết / 1 phần", "Kết quả", "Kết quả giải quyết", "Đánh giá", "Đánh giá kết quả", "Kết quả rà soát", "Phân loại"),
        new(Note, "Ghi chú", "Chú thích"),
    ];

    /// <summary>Columns a person may choose for a title nobody knows, in the order of the ledger.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.Select(c => c.Key)];

    public static HeaderFinder Finder { get; } = new(All, VietnameseText.Fold);
}

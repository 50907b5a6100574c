namespace NghiTruong.Bench;

/// <summary>Words of petitions, by field: problem and demand. Places and everything said are made up.</summary>
internal static class MadeUpWords
{
    public static readonly string[] Villages =
    [
        "Nà Pục", "Khuổi Lắc", "Bản Mới", "Tân Lập", "Đồng Tâm", "Hòa Bình", "Phú Thịnh", "Yên Sơn", "Trung Tâm", "Cây Đa", "Suối Cạn", "Đông Hải", "Thanh Xuân", "Vĩnh Phúc",
        "Long Thạnh", "Mỹ An", "Phước Lộc", "Bình Minh", "Nam Sơn", "Bắc Sơn", "An Khê", "Cầu Đất", "Gò Dầu", "Bến Đò", "Xuân Quang", "Thạch Bàn", "Lũng Vài", "Nà Hin",
    ];

    public static readonly string[] Kinds = ["thôn", "bản", "xóm", "tổ dân phố", "ấp", "khu"];

    /// <summary>Made-up names: family, middle, given.</summary>
    public static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vàng", "Giàng", "Lò", "Nông", "Bế", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Thào"];

    public static readonly string[] Middles = ["Văn", "Thị", "Đức", "Minh", "Thanh", "Hữu", "Ngọc", "A", "Quang", "Thu"];

    public static readonly string[] Givens = ["An", "Bình", "Chư", "Dung", "Đạt", "Hà", "Hùng", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Tuấn", "Vinh", "Xuân", "Yến"];

    public static readonly (string Problem, string Demand)[] Roads =
    [
        ("tuyến đường liên thôn dài {0} km xuống cấp, nhiều ổ gà, mùa mưa lầy lội", "sớm bố trí kinh phí sửa chữa, nâng cấp"),
        ("cầu dân sinh qua suối đã hỏng {0} năm, học sinh đi lại nguy hiểm", "xây dựng cầu cứng thay cầu tạm"),
        ("hệ thống đèn chiếu sáng dài {0} km không hoạt động", "kiểm tra, khắc phục để bảo đảm an toàn giao thông"),
        ("xe quá tải chạy qua khu dân cư làm hư hỏng {0} km mặt đường", "tăng cường tuần tra, xử lý"),
    ];

    public static readonly (string Problem, string Demand)[] Land =
    [
        ("{0} hộ dân chưa được cấp giấy chứng nhận quyền sử dụng đất", "đẩy nhanh tiến độ đo đạc, cấp giấy"),
        ("dự án treo {0} năm, người dân không được xây dựng, sửa chữa nhà ở", "rà soát, điều chỉnh hoặc hủy bỏ quy hoạch"),
        ("việc bồi thường giải phóng mặt bằng của {0} hộ kéo dài", "công khai phương án và chi trả dứt điểm"),
    ];

    public static readonly (string Problem, string Demand)[] Environment =
    [
        ("bãi rác tạm cách khu dân cư {0} trăm mét gây mùi hôi thối, ô nhiễm nguồn nước", "di dời và xử lý dứt điểm"),
        ("trang trại chăn nuôi xả thải ra suối đã {0} tháng", "kiểm tra, xử phạt và yêu cầu khắc phục"),
        ("rác thải sinh hoạt {0} ngày mới được thu gom một lần", "tăng số chuyến thu gom, bổ sung điểm tập kết"),
    ];

    public static readonly (string Problem, string Demand)[] Water =
    [
        ("kênh mương nội đồng dài {0} km bị sạt lở, không đủ nước tưới", "kiên cố hóa trước vụ đông xuân"),
        ("công trình nước sạch hỏng {0} năm, người dân thiếu nước sinh hoạt", "sửa chữa, bàn giao đơn vị quản lý vận hành"),
        ("giá nước sinh hoạt tăng {0} lần so với năm trước", "xem xét lại giá nước cho hộ khó khăn"),
    ];

    public static readonly (string Problem, string Demand)[] Services =
    [
        ("trạm y tế thiếu {0} bác sĩ và thuốc bảo hiểm", "bổ sung nhân lực, bảo đảm thuốc chữa bệnh"),
        ("trường tiểu học thiếu {0} phòng học, phải học ghép", "đầu tư xây dựng phòng học mới"),
        ("{0} hộ nghèo chưa được hưởng chế độ hỗ trợ nhà ở", "rà soát, chi trả đúng đối tượng"),
        ("thủ tục hành chính tại bộ phận một cửa chậm {0} ngày so với hẹn", "chấn chỉnh và công khai kết quả"),
        ("đường dây điện hạ thế dài {0} km không bảo đảm an toàn", "thay thế, nâng công suất trạm biến áp"),
    ];
}

using NghiTruong.Verification.Checks;

namespace NghiTruong.Verification.Register;

/// <summary>
/// The legal documents shipped with the product: those councils rest on most, with what replaced what. A row is checked where number and validity were read in the text
/// or an official source; days remembered only ship as "chưa đối chiếu".
/// </summary>
public static class LegalRegisterCatalogue
{
    private const string Shipped = "Bảng văn bản của lĩnh vực, đối chiếu đến tháng 10/2026";

    public static IReadOnlyList<LegalDocumentRow> Rows { get; } =
    [
        new("72/2025/QH15", "Luật", "Tổ chức chính quyền địa phương", Day(16, 6, 2025), Day(16, 6, 2025), null, null, "Điều 51 Luật Tổ chức chính quyền địa phương số 72/2025/QH15", true),
        new("65/2025/QH15", "Luật", "Tổ chức chính quyền địa phương", Day(19, 2, 2025), Day(1, 3, 2025), Day(16, 6, 2025), "72/2025/QH15", "Điều 51 Luật Tổ chức chính quyền địa phương số 72/2025/QH15", true),
        new("77/2015/QH13", "Luật", "Tổ chức chính quyền địa phương", Day(19, 6, 2015), Day(1, 1, 2016), Day(1, 3, 2025), "72/2025/QH15", "Luật số 65/2025/QH15 rồi Luật số 72/2025/QH15; ghi theo trí nhớ, chờ đối chiếu với văn bản gốc", false),
        new("47/2019/QH14", "Luật", "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương", Day(22, 11, 2019), Day(1, 7, 2020), Day(1, 3, 2025), "72/2025/QH15", "Ghi theo trí nhớ, chờ đối chiếu với văn bản gốc", false),
        new("121/2025/QH15", "Luật", "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", Day(10, 12, 2025), Day(1, 3, 2026), null, null, "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 121/2025/QH15", true),
        new("87/2015/QH13", "Luật", "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân", Day(20, 11, 2015), Day(1, 7, 2016), Day(1, 3, 2026), "121/2025/QH15", "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 121/2025/QH15", true),
        new("114/2025/UBTVQH15", "Nghị quyết", "hướng dẫn hoạt động giám sát của Hội đồng nhân dân", Day(24, 12, 2025), null, null, null, Shipped, true),
        new("594/NQ-UBTVQH15", "Nghị quyết", "hướng dẫn hoạt động giám sát của Hội đồng nhân dân", Day(12, 9, 2022), null, Day(1, 3, 2026), "114/2025/UBTVQH15", "Nghị quyết số 114/2025/UBTVQH15; ngày hết hiệu lực chờ đối chiếu", false),
        new("115/2025/UBTVQH15", "Nghị quyết", "hướng dẫn giám sát văn bản quy phạm pháp luật", Day(24, 12, 2025), null, null, null, Shipped, true),
        new("113/2025/QH15", "Nghị quyết", "hướng dẫn hoạt động giám sát của Quốc hội", null, null, null, null, Shipped, false),
        new("104/2025/UBTVQH15", "Nghị quyết", "ban hành Quy chế làm việc mẫu của Hội đồng nhân dân xã, phường, đặc khu", Day(26, 9, 2025), null, null, null, Shipped, true),
        new("753/2005/NQ-UBTVQH11", "Nghị quyết", "ban hành Quy chế hoạt động của Hội đồng nhân dân", Day(2, 4, 2005), null, null, "104/2025/UBTVQH15", "Ghi theo trí nhớ, chờ đối chiếu với văn bản gốc", false),
        new("106/2025/UBTVQH15", "Nghị quyết", "quy định số lượng Phó Chủ tịch Hội đồng nhân dân, Phó Trưởng ban và việc bố trí đại biểu hoạt động chuyên trách", null, null, null, null, "Báo chí ghi hai số khác nhau (106/2025 và 108/2025), chờ đối chiếu", false),
        new("72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch", "hướng dẫn việc tiếp xúc cử tri", Day(20, 2, 2025), null, null, null, Shipped, true),
        new("525/2012/NQLT/UBTVQH13-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch", "hướng dẫn việc tiếp xúc cử tri của đại biểu Quốc hội", Day(27, 9, 2012), null, Day(20, 2, 2025), "72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN", "Ghi theo trí nhớ, chờ đối chiếu với văn bản gốc", false),
        new("42/2013/QH13", "Luật", "Tiếp công dân", Day(25, 11, 2013), Day(1, 7, 2014), null, null, "Còn hiệu lực, được sửa đổi bởi Luật số 136/2025/QH15", true),
        new("136/2025/QH15", "Luật", "sửa đổi, bổ sung một số điều của Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo", Day(10, 12, 2025), Day(1, 7, 2026), null, null, Shipped, true),
        new("154/2026/NĐ-CP", "Nghị định", "quy định chi tiết Luật Tiếp công dân", Day(15, 5, 2026), Day(1, 7, 2026), null, null, Shipped, true),
        new("64/2014/NĐ-CP", "Nghị định", "quy định chi tiết thi hành một số điều của Luật Tiếp công dân", Day(26, 6, 2014), null, Day(1, 7, 2026), "154/2026/NĐ-CP", "Nghị định số 154/2026/NĐ-CP", true),
        new("759/2014/UBTVQH13", "Nghị quyết", "quy định chi tiết về hoạt động tiếp công dân của cơ quan của Quốc hội, đại biểu Quốc hội, Hội đồng nhân dân và đại biểu Hội đồng nhân dân các cấp", Day(15, 5, 2014), Day(1, 7, 2014), null, null, Shipped, true),
        new("02/2011/QH13", "Luật", "Khiếu nại", Day(11, 11, 2011), null, null, null, "Còn hiệu lực, được sửa đổi bởi Luật số 136/2025/QH15", true),
        new("124/2020/NĐ-CP", "Nghị định", "quy định chi tiết một số điều và biện pháp thi hành Luật Khiếu nại", Day(19, 10, 2020), null, null, null, "Còn hiệu lực, được sửa đổi bởi Nghị định số 155/2026/NĐ-CP", true),
        new("155/2026/NĐ-CP", "Nghị định", "sửa đổi, bổ sung Nghị định số 124/2020/NĐ-CP", null, null, null, null, Shipped, true),
        new("25/2018/QH14", "Luật", "Tố cáo", Day(12, 6, 2018), null, null, null, "Còn hiệu lực, được sửa đổi bởi Luật số 136/2025/QH15", true),
        new("31/2019/NĐ-CP", "Nghị định", "quy định chi tiết một số điều và biện pháp tổ chức thi hành Luật Tố cáo", Day(10, 4, 2019), null, null, null, "Còn hiệu lực, được sửa đổi bởi Nghị định số 156/2026/NĐ-CP", true),
        new("156/2026/NĐ-CP", "Nghị định", "sửa đổi, bổ sung Nghị định số 31/2019/NĐ-CP", null, null, null, null, Shipped, true),
        new("64/2025/QH15", "Luật", "Ban hành văn bản quy phạm pháp luật", Day(19, 2, 2025), null, null, null, Shipped, true),
        new("87/2025/QH15", "Luật", "sửa đổi, bổ sung một số điều của Luật Ban hành văn bản quy phạm pháp luật", null, null, null, null, Shipped, true),
        new("80/2015/QH13", "Luật", "Ban hành văn bản quy phạm pháp luật", Day(22, 6, 2015), Day(1, 7, 2016), Day(1, 4, 2025), "64/2025/QH15", "Luật số 64/2025/QH15; ngày hết hiệu lực chờ đối chiếu", false),
        new("78/2025/NĐ-CP", "Nghị định", "quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật Ban hành văn bản quy phạm pháp luật", null, null, null, null, Shipped, true),
        new("187/2025/NĐ-CP", "Nghị định", "sửa đổi, bổ sung quy định về ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân cấp xã", null, null, null, null, Shipped, true),
        new("30/2020/NĐ-CP", "Nghị định", "về công tác văn thư", Day(5, 3, 2020), Day(5, 3, 2020), null, null, Shipped, true),
        new("110/2004/NĐ-CP", "Nghị định", "về công tác văn thư", Day(8, 4, 2004), null, Day(5, 3, 2020), "30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP", true),
        new("85/2015/QH13", "Luật", "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", Day(25, 6, 2015), null, null, null, "Còn hiệu lực, được sửa đổi bởi Luật số 83/2025/QH15", true),
        new("83/2025/QH15", "Luật", "sửa đổi, bổ sung một số điều của Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", null, null, null, null, Shipped, true),
        new("101/2025/UBTVQH15", "Nghị quyết", "hướng dẫn việc bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân", null, null, null, null, Shipped, true),
        new("96/2023/QH15", "Nghị quyết", "về việc lấy phiếu tín nhiệm, bỏ phiếu tín nhiệm đối với người giữ chức vụ do Quốc hội, Hội đồng nhân dân bầu hoặc phê chuẩn", null, Day(1, 7, 2023), null, null, Shipped, true),
        new("85/2014/QH13", "Nghị quyết", "về việc lấy phiếu tín nhiệm, bỏ phiếu tín nhiệm đối với người giữ chức vụ do Quốc hội, Hội đồng nhân dân bầu hoặc phê chuẩn", Day(28, 11, 2014), null, Day(1, 7, 2023), "96/2023/QH15", "Nghị quyết số 96/2023/QH15", true),
        new("104/2016/QH13", "Luật", "Tiếp cận thông tin", Day(6, 4, 2016), null, Day(1, 9, 2026), "Luật Tiếp cận thông tin thông qua ngày 24/4/2026", "Luật Tiếp cận thông tin (sửa đổi) thông qua ngày 24/4/2026", true),
        new("39/2024/QH15", "Luật", "Thủ đô", Day(28, 6, 2024), null, Day(1, 7, 2026), "Luật Thủ đô thông qua ngày 24/4/2026", "Luật Thủ đô (sửa đổi) thông qua ngày 24/4/2026", true),
        new("148/2025/QH15", "Luật", "Chuyển đổi số", null, null, null, null, Shipped, true),
        new("224/2026/NĐ-CP", "Nghị định", "quy định chi tiết Luật Chuyển đổi số", null, Day(1, 7, 2026), null, null, "Điều 90 Nghị định số 224/2026/NĐ-CP", true),
        new("42/2022/NĐ-CP", "Nghị định", "quy định về việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng", Day(24, 6, 2022), null, Day(1, 7, 2026), "224/2026/NĐ-CP", "Điều 90 Nghị định số 224/2026/NĐ-CP", true),
        new("45/2026/NĐ-CP", "Nghị định", "(trích yếu chờ đối chiếu)", null, null, Day(1, 7, 2026), "224/2026/NĐ-CP", "Điều 90 Nghị định số 224/2026/NĐ-CP", true),
        new("64/2007/NĐ-CP", "Nghị định", "về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước", Day(10, 4, 2007), null, Day(1, 7, 2026), "224/2026/NĐ-CP", "Điều 90 Nghị định số 224/2026/NĐ-CP", true),
        new("134/2025/QH15", "Luật", "Trí tuệ nhân tạo", null, null, null, null, Shipped, true),
        new("142/2026/NĐ-CP", "Nghị định", "quy định chi tiết Luật Trí tuệ nhân tạo", Day(30, 4, 2026), Day(1, 5, 2026), null, null, Shipped, true),
        new("116/2025/QH15", "Luật", "An ninh mạng", Day(10, 12, 2025), Day(1, 7, 2026), null, null, "Số văn bản đã đối chiếu; ngày có hiệu lực chờ đối chiếu", false),
        new("24/2018/QH14", "Luật", "An ninh mạng", Day(12, 6, 2018), null, Day(1, 7, 2026), "116/2025/QH15", "Luật số 116/2025/QH15; ngày hết hiệu lực chờ đối chiếu", false),
        new("86/2015/QH13", "Luật", "An toàn thông tin mạng", Day(19, 11, 2015), null, Day(1, 7, 2026), "116/2025/QH15", "Luật số 116/2025/QH15; ngày hết hiệu lực chờ đối chiếu", false),
        new("117/2025/QH15", "Luật", "Bảo vệ bí mật nhà nước", Day(10, 12, 2025), Day(1, 3, 2026), null, null, Shipped, true),
        new("29/2018/QH14", "Luật", "Bảo vệ bí mật nhà nước", Day(15, 11, 2018), null, Day(1, 3, 2026), "117/2025/QH15", "Luật số 117/2025/QH15", true),
        new("91/2025/QH15", "Luật", "Bảo vệ dữ liệu cá nhân", null, Day(1, 1, 2026), null, null, Shipped, true),
        new("356/2025/NĐ-CP", "Nghị định", "quy định chi tiết Luật Bảo vệ dữ liệu cá nhân", Day(31, 12, 2025), null, null, null, Shipped, true),
        new("13/2023/NĐ-CP", "Nghị định", "bảo vệ dữ liệu cá nhân", Day(17, 4, 2023), null, Day(1, 1, 2026), "356/2025/NĐ-CP", "Nghị định số 356/2025/NĐ-CP; ngày hết hiệu lực chờ đối chiếu", false),
        new("185/2026/NĐ-CP", "Nghị định", "về thôn, tổ dân phố", Day(26, 5, 2026), null, null, null, Shipped, true),
    ];

    private static DateOnly Day(int day, int month, int year) => new(year, month, day);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Shell.Style;

/// <summary>Every part of the frame on one's screen, in development only.</summary>
[AllowAnonymous]
public sealed class StyleModel(ShellModel shell, IWebHostEnvironment environment, TimeProvider clock) : PageModel
{
    public static readonly IReadOnlyList<(string Part, string Name)> Parts =
        [("Home", "Việc hôm nay"), ("List", "Danh sách"), ("Record", "Hồ sơ"), ("Form", "Biểu mẫu"), ("Other", "Phần khác")];

    [BindProperty]
    public StyleInput Input { get; set; } = new();

    public string Part { get; private set; } = "Home";

    public DateOnly Today => clock.Today;

    public IReadOnlyList<SelectListItem> Fields { get; } =
        [new("Giao thông", "gt"), new("Thủy lợi, nước sạch", "tl"), new("Đất đai, môi trường", "dd"), new("Y tế, giáo dục", "yt")];

    public IReadOnlyList<SelectListItem> Outcomes { get; } =
        [new("Đã giải quyết xong", "settled"), new("Đang giải quyết", "inProgress"), new("Giải trình, cung cấp thông tin", "explained")];

    public IReadOnlyList<StyleRow> Rows { get; } =
    [
        new("KNCT-02752-2026-00041", "Đề nghị sớm sửa chữa đoạn đường liên thôn Na Lốc - Cốc Lầy bị sạt lở sau đợt mưa lũ tháng 9, xe chở nông sản không đi được", "Phòng Kinh tế", "Đang giải quyết", Tone.Going, -12, true),
        new("KNCT-02752-2026-00038", "Nước sinh hoạt thôn Sảng Chải mất từ đầu mùa khô, 64 hộ phải đi lấy nước cách 3 km", "UBND xã", "Chờ trả lời", Tone.Soon, -3, false),
        new("KNCT-02752-2026-00052", "Xem xét cấp giấy chứng nhận quyền sử dụng đất cho 17 hộ tái định cư thôn Lùng Vai", "Sở Nông nghiệp và Môi trường", "Chờ trả lời", Tone.Soon, 0, false),
        new("KNCT-02752-2026-00055", "Bổ sung giáo viên mầm non cho điểm trường Pạc Ngam", "Phòng Văn hóa - Xã hội", "Đã chuyển", Tone.Going, 6, false),
        new("KNCT-02752-2026-00029", "Lắp biển báo và gờ giảm tốc trước cổng Trường Tiểu học số 1", "Phòng Kinh tế", "Đã giải quyết xong", Tone.Done, -20, false),
    ];

    public IReadOnlyList<StoryEntry> Story =>
    [
        new(At(-48), "Tiếp nhận tại buổi tiếp xúc cử tri thôn Na Lốc", "Lù Thị Mẩy, Văn phòng"),
        new(At(-45), "Chuyển Phòng Kinh tế theo Công văn số 37/HĐND-VP", "Lù Thị Mẩy, Văn phòng", null, Tone.Going) { Href = "#", HrefText = "Công văn số 37/HĐND-VP" },
        new(At(-12), "Quá hạn trả lời", "Hệ thống", null, Tone.Late) { DayOnly = true },
        new(At(-5), "Đôn đốc lần 1", "Vàng Seo Phừ, Phó Chủ tịch HĐND", "Đề nghị Phòng Kinh tế báo cáo nguyên nhân chậm và thời hạn hoàn thành."),
        new(At(9), "Thời hạn mới", null) { IsAhead = true, DayOnly = true },
    ];

    public IActionResult OnGet(string? part) => environment.IsDevelopment() ? Show(part) : NotFound();

    public IActionResult OnPost(string? part)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Show(part);
        }

        TempData.Notice("Đã lưu kiến nghị KNCT-02752-2026-00060.", "/_kieu");

        return Redirect("/_kieu/Form");
    }

    private PageResult Show(string? part)
    {
        Part = Parts.Any(p => p.Part == part) ? part! : "Home";
        shell.Acting ??= new Acting(Guid.Empty, "vanphong", "Lù Thị Mẩy", []);
        shell.CouncilName ??= "HĐND xã Mường Khương";
        shell.CapacityName ??= "Chuyên viên Văn phòng";
        (shell.DueCount, shell.LateCount) = (7, 2);

        return Page();
    }

    private DateTime At(int days) => clock.Now.AddDays(days);
}

public sealed record StyleRow(string Code, string Title, string Agency, string Status, Tone Tone, int DaysLeft, bool Pressing);

public sealed class StyleInput
{
    [Required, StringLength(2000)]
    public string? Content { get; set; }

    [Required]
    public DateOnly? MetOn { get; set; }

    [Required]
    public string? Field { get; set; }

    [Required]
    public string? Outcome { get; set; }

    public string? Voter { get; set; }

    [Range(1, 5000)]
    public int? Voters { get; set; }

    public IFormFile? Sheet { get; set; }

    public bool IsPressing { get; set; }
}

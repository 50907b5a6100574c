using static NghiTruong.Law.Catalogues.CatalogueKind;

namespace NghiTruong.Law.Catalogues;

/// <summary>
/// Lĩnh vực as the house ships it, with the committee that follows each in a province and in a commune. Which committee follows what is for each council
/// to assign (phân công); these are defaults.
/// </summary>
public static class FieldCatalogue
{
    public const string Transport = "transport";
    public const string Irrigation = "irrigation";
    public const string Power = "power";
    public const string Water = "water";
    public const string Environment = "environment";
    public const string Health = "health";
    public const string Education = "education";
    public const string Land = "land";
    public const string Urban = "urban";
    public const string Investment = "investment";
    public const string SocialPolicy = "socialPolicy";
    public const string Security = "security";
    public const string Culture = "culture";
    public const string Other = "other";

    private const string Economy = "KTNS";
    private const string Legal = "PC";
    private const string Social = "VHXH";

    internal static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        OfEconomy(Transport, "Giao thông", "Transport", "Giao thông vận tải", "GTVT", "Hạ tầng giao thông", "Giao thông nông thôn", "Đường sá", "Cầu đường", "Đường giao thông", "Trật tự an toàn giao thông"),
        OfEconomy(Irrigation, "Thủy lợi", "Irrigation", "Thủy lợi, đê điều", "Đê điều", "Nông nghiệp", "Nông nghiệp, thủy lợi", "Nông nghiệp và nông thôn", "Nông, lâm nghiệp", "Nông lâm ngư nghiệp", "Phòng chống thiên tai"),
        OfEconomy(Power, "Điện, viễn thông", "Power and telecommunications", "Điện", "Điện lực", "Viễn thông", "Điện - viễn thông", "Điện/viễn thông", "Điện và viễn thông", "Lưới điện", "Thông tin truyền thông", "Thông tin và truyền thông", "Điện sinh hoạt"),
        OfEconomy(Water, "Nước sạch", "Clean water", "Nước sinh hoạt", "Cấp nước", "Cấp thoát nước", "Nước sạch nông thôn", "Giá nước sinh hoạt", "Nước"),
        OfEconomy(Environment, "Môi trường", "Environment", "Tài nguyên môi trường", "Tài nguyên và môi trường", "TNMT", "Vệ sinh môi trường", "Rác thải", "Tài nguyên"),
        OfSociety(Health, "Y tế", "Health", "Y tế, bảo hiểm y tế", "Y tế - dân số", "Bảo hiểm y tế", "BHYT", "Sức khỏe", "Dân số"),
        OfSociety(Education, "Giáo dục", "Education", "Giáo dục và đào tạo", "Giáo dục, đào tạo", "GDĐT", "GD&ĐT", "Trường học", "Dạy nghề"),
        OfEconomy(Land, "Đất đai", "Land", "Đất đai, bồi thường", "Giải phóng mặt bằng", "GPMB", "Địa chính", "Quản lý đất đai", "Bồi thường, hỗ trợ, tái định cư", "Tái định cư"),
        OfEconomy(Urban, "Quản lý đô thị", "Urban management", "Đô thị", "Xây dựng", "Trật tự xây dựng", "Quy hoạch", "Quy hoạch, xây dựng", "Trật tự đô thị", "Xây dựng, đô thị", "Hạ tầng đô thị"),
        OfEconomy(Investment, "Đầu tư công", "Public investment", "Đầu tư", "Đầu tư xây dựng", "Đầu tư, xây dựng", "Xây dựng cơ bản", "Tài chính", "Tài chính, ngân sách", "Ngân sách", "Kinh tế", "Kinh tế - ngân sách", "Nông thôn mới", "Chương trình mục tiêu quốc gia"),
        OfSociety(SocialPolicy, "Chính sách xã hội", "Social policy", "Chế độ chính sách", "Chính sách", "Chế độ, chính sách", "Lao động", "Lao động, thương binh và xã hội", "LĐTBXH", "An sinh xã hội", "Bảo trợ xã hội", "Người có công", "Giảm nghèo", "Dân tộc", "Chính sách dân tộc", "Lao động, việc làm"),
        new(Field, Security, "An ninh trật tự", "Security and order")
        {
            Aliases = ["An ninh, trật tự", "ANTT", "An ninh trật tự, an toàn xã hội", "Quốc phòng", "Quốc phòng, an ninh", "An ninh", "Nội chính", "Tư pháp", "Pháp chế", "Cải cách hành chính", "Hành chính", "Nội vụ", "Tổ chức bộ máy", "Khiếu nại, tố cáo"],
            Committee = Legal,
            CommuneCommittee = Social,
        },
        OfSociety(Culture, "Văn hóa", "Culture", "Văn hóa, thể thao", "Văn hóa, thể thao và du lịch", "VHTTDL", "Văn hóa - xã hội", "Văn hóa xã hội", "Thể thao", "Du lịch", "Tôn giáo", "Di tích", "Thể dục thể thao"),
        OfEconomy(Other, "Khác", "Other", "Lĩnh vực khác", "Các lĩnh vực khác", "Nội dung khác"),
    ];

    private static CatalogueEntry OfEconomy(string code, string vietnamese, string english, params string[] aliases) => Of(code, vietnamese, english, Economy, aliases);

    private static CatalogueEntry OfSociety(string code, string vietnamese, string english, params string[] aliases) => Of(code, vietnamese, english, Social, aliases);

    private static CatalogueEntry Of(string code, string vietnamese, string english, string committee, string[] aliases) =>
        new(Field, code, vietnamese, english) { Aliases = aliases, Committee = committee, CommuneCommittee = committee };
}

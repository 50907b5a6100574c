using static NghiTruong.Law.Catalogues.CatalogueKind;

namespace NghiTruong.Law.Catalogues;

/// <summary>Thẩm quyền as the house ships it. The district level ended on 30 June 2025 (Law 72/2025/QH15, Art 1 and 51).</summary>
public static class AuthorityCatalogue
{
    public const string Central = "central";
    public const string Province = "province";
    public const string District = "district";
    public const string Commune = "commune";
    public const string Other = "other";

    private static readonly DateOnly LastDayOfDistricts = new(2025, 6, 30);

    internal static IReadOnlyList<CatalogueEntry> Entries { get; } =
    [
        new(Authority, Central, "Trung ương", "Central")
        {
            Aliases = ["Cấp trung ương", "TW", "T.Ư", "Chính phủ", "Quốc hội", "Bộ ngành", "Các bộ, ngành", "Bộ, ngành Trung ương", "Bộ - ngành"],
            Openings = ["Bộ", "Thủ tướng", "Ủy ban Thường vụ Quốc hội", "UBTVQH", "Quốc hội", "Chính phủ", "Trung ương"],
        },
        new(Authority, Province, "Tỉnh, thành phố", "Province")
        {
            Aliases =
            [
                "Tỉnh", "Cấp tỉnh", "Thành phố", "TP", "Sở-ngành TP", "Sở ngành", "Sở, ngành tỉnh", "Sở, ban, ngành", "Các sở, ngành", "Sở", "UBND tỉnh", "UBND thành phố", "HĐND tỉnh",
                "Cấp thành phố", "Thành phố trực thuộc trung ương",
            ],
            Openings = ["Sở", "UBND tỉnh", "Ủy ban nhân dân tỉnh", "HĐND tỉnh", "Hội đồng nhân dân tỉnh", "UBND TP", "UBND thành phố", "Ủy ban nhân dân thành phố", "Tỉnh"],
        },
        new(Authority, District, "Huyện, quận", "District")
        {
            Until = LastDayOfDistricts,
            Aliases = ["Huyện", "Quận", "Thị xã", "Cấp huyện", "UBND huyện", "UBND quận", "Thành phố thuộc tỉnh", "Quận, huyện", "Quận/huyện", "Phòng, ban huyện"],
            Openings = ["UBND huyện", "UBND quận", "UBND thị xã", "Ủy ban nhân dân huyện", "Ủy ban nhân dân quận", "Ủy ban nhân dân thị xã", "Huyện", "Quận", "Thị xã"],
        },
        new(Authority, Commune, "Xã, phường, đặc khu", "Commune")
        {
            Aliases =
            [
                "Xã", "Phường", "Thị trấn", "Đặc khu", "Cấp xã", "Cấp phường", "Cơ sở", "Cấp cơ sở", "UBND xã", "UBND phường", "UBND đặc khu", "Xã, phường", "Xã/phường", "Phường/xã",
            ],
            Openings =
            [
                "UBND xã", "UBND phường", "UBND thị trấn", "UBND đặc khu", "Ủy ban nhân dân xã", "Ủy ban nhân dân phường", "Ủy ban nhân dân thị trấn", "Ủy ban nhân dân đặc khu",
                "Xã", "Phường", "Thị trấn", "Đặc khu",
            ],
        },
        new(Authority, Other, "Khác", "Other")
        {
            Aliases = ["Cơ quan khác", "Đơn vị khác", "Doanh nghiệp", "Ngoài thẩm quyền", "Tòa án", "Viện kiểm sát", "Cơ quan tố tụng", "Điện lực"],
            Openings = ["Tòa án", "Viện kiểm sát", "Công ty", "Tập đoàn", "Tổng công ty"],
        },
    ];
}

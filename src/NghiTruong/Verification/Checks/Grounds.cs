namespace NghiTruong.Verification.Checks;

/// <summary>What warnings rest on, as a verification report would cite it.</summary>
internal static class Grounds
{
    public const string Form = "Điều 8 và Phụ lục I Nghị định số 30/2020/NĐ-CP";
    public const string Number = "Điều 15 và Phụ lục I Nghị định số 30/2020/NĐ-CP";
    public const string TwoTiers = "Điều 1 và Điều 51 Luật Tổ chức chính quyền địa phương số 72/2025/QH15";
    public const string Reading = "Cách đọc của phần mềm: mọi thay đổi được coi như đã chấp nhận";
}

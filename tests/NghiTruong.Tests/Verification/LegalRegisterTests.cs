using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.Support;
using NghiTruong.Verification;
using NghiTruong.Verification.Register;
using static NghiTruong.Tests.Verification.VerificationCases;

namespace NghiTruong.Tests.Verification;

/// <summary>The register of legal documents: shipped filled, kept by the administrator of the nation, taken in from Excel.</summary>
public sealed class LegalRegisterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Acting Nation { get; } = new(Guid.CreateVersion7(), "quantri", "Quản trị", [new Capacity(Guid.CreateVersion7(), Role.Administrator, null, null, null, false, [], "")]);

    [Theory, Engines]
    public async Task What_the_administrator_enters_is_what_the_next_draft_is_held_against(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (desk, checking, clerk) = (house.Get<LegalRegisterDesk>(), house.Get<DraftChecking>(), house.Province.Clerk());
        var file = new DraftFile { Bases = ["Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;"] };
        Assert.Empty(Done(await checking.CheckAsync(file.Write(), "a.docx", clerk, Ct)).Value.Warnings);

        var input = new LegalDocumentInput { Number = "30/2020/NĐ – CP", Kind = "Nghị định", Title = "về công tác văn thư", ExpiredOn = new DateOnly(2026, 9, 1), ReplacedBy = "999/2026/NĐ-CP", Source = "Nghị định mẫu", Checked = true };
        Refused("legalRegister.notAllowed", await desk.SaveAsync(input, clerk, Ct));
        Refused("legalRegister.numberWrong", await desk.SaveAsync(input with { Number = "ba mươi" }, Nation, Ct));
        Done(await desk.SaveAsync(input, Nation, Ct));

        Assert.Equal("legalBasisReplaced", Assert.Single(Done(await checking.CheckAsync(file.Write(), "a.docx", clerk, Ct)).Value.Warnings).Code);
        Assert.Single(await house.Get<LegalRegister>().SearchAsync("30/2020", Ct));
    }

    [Theory, Engines]
    public async Task The_register_goes_out_to_Excel_and_comes_back_unchanged_with_new_rows_added(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var rows = await house.Get<LegalRegister>().ReadAsync(Ct);
        using var file = new MemoryStream();
        var sheet = LegalRegisterFile.Sheet(rows);
        Spreadsheet.Write(file, sheet with
        {
            Rows = [.. sheet.Rows, SheetRow.Of("01/2026/NĐ-CP", "Nghị định", "mẫu", null, null, null, null, "Công báo mẫu", null), SheetRow.Of("02/2026/NĐ-CP", "Nghị định", null, null, null, null, null, "Công báo mẫu", null)],
        });
        file.Position = 0;

        var report = Done(await house.Get<LegalRegisterDesk>().ImportAsync(file, "so.xlsx", Nation, Ct)).Value;

        Assert.Equal((1, 0, rows.Count, "legalRegister.titleMissing"), (report.Added, report.Changed, report.Unchanged, Assert.Single(report.Rejected).Why.Code));
    }
}

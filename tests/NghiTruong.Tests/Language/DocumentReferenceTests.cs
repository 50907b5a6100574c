using System.Text;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class DocumentReferenceTests
{
    [Theory]
    [InlineData("21/UBND-VP ngày 13/10/2026", "21", "UBND-VP", "2026-10-13")]
    [InlineData("Công văn số 21/UBND-VP ngày 13 tháng 10 năm 2026 của UBND xã", "21", "UBND-VP", "2026-10-13")]
    [InlineData("Số: 05/BC-HĐND, 5.7.26", "05", "BC-HĐND", "2026-07-05")]
    [InlineData("Số 1234/SGTVT-KHTC", "1234", "SGTVT-KHTC", null)]
    [InlineData("21a/TB-UBND ngày 31/2/2026", "21a", "TB-UBND", null)]
    [InlineData("15-ĐA/TU ngày 1/7/2022", "15", "ĐA/TU", "2022-07-01")]
    [InlineData("Chương trình số 01-CTr/TU", "01", "CTr/TU", null)]
    public void Number_notation_and_date_are_told_apart(string text, string number, string notation, string? date)
    {
        foreach (var form in new[] { text, text.Normalize(NormalizationForm.FormD) })
        {
            Assert.True(DocumentReference.TryParse(form, out var reference));
            Assert.Equal((number, notation, date), (reference.Number, reference.Notation, reference.Date?.ToString("O")));
        }
    }

    [Fact]
    public void A_normative_document_carries_its_year_in_the_number()
    {
        Assert.True(DocumentReference.TryParse("Nghị quyết số 14/2025/NQ-HĐND ngày 10/12/2025", out var reference));

        Assert.Equal(("14", 2025, "NQ-HĐND"), (reference.Number, reference.YearInNumber, reference.Notation));
        Assert.Equal("14/2025/NQ-HĐND", reference.ToString());
    }

    [Theory]
    [InlineData("ngày 13/10/2026")]
    [InlineData("đã trả lời")]
    [InlineData("1/2 số hộ")]
    [InlineData("")]
    [InlineData(null)]
    public void What_holds_no_reference_is_refused(string? text) => Assert.False(DocumentReference.TryParse(text, out _));

    [Theory]
    [InlineData("12-NQ/TU", true)]
    [InlineData("345-TB/ĐU", true)]
    [InlineData("67-CV/HU", true)]
    [InlineData("15-ĐA/TU", true)]
    [InlineData("18-NQ/TW", true)]
    [InlineData("66-KL/BCT", true)]
    [InlineData("9-CV/VPTU", true)]
    [InlineData("9-HD/BTCTW", true)]
    [InlineData("9-BC/UBKTĐU", true)]
    [InlineData("12/NQ-ĐU", true)]
    [InlineData("12/NQ-HĐND", false)]
    [InlineData("21/UBND-VP", false)]
    [InlineData("21/BC-TTHĐND", false)]
    [InlineData("33/BC-MTTQ-BTT", false)]
    [InlineData("14-CV/TĐTN", false)]
    [InlineData("98/2025/QH15", false)]
    public void Documents_of_the_Party_are_known_by_their_notation(string text, bool ofParty)
    {
        Assert.True(DocumentReference.TryParse(text, out var reference));
        Assert.Equal(ofParty, reference.IsOfParty);
        Assert.Equal(text, reference.ToString());
    }
}

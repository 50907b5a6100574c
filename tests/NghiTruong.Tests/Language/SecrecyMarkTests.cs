using System.Text;
using NghiTruong.Language;
using Xunit;

namespace NghiTruong.Tests.Language;

public sealed class SecrecyMarkTests
{
    [Theory]
    [InlineData("MẬT", SecrecyDegree.Confidential)]
    [InlineData("Mật", SecrecyDegree.Confidential)]
    [InlineData("UBND XÃ\nMật\nSố: 21/UBND-VP", SecrecyDegree.Confidential)]
    [InlineData("Công văn số 21/UBND-VP (Mật)", SecrecyDegree.Confidential)]
    [InlineData("BÁO CÁO MẬT", SecrecyDegree.Confidential)]
    [InlineData("Độ mật: Mật", SecrecyDegree.Confidential)]
    [InlineData("văn bản đóng dấu Mật của cơ quan", SecrecyDegree.Confidential)]
    [InlineData("TỐI MẬT", SecrecyDegree.Secret)]
    [InlineData("Độ mật: Tối mật", SecrecyDegree.Secret)]
    [InlineData("TỐI\nMẬT", SecrecyDegree.Secret)]
    [InlineData("hồ sơ tuyệt mật", SecrecyDegree.TopSecret)]
    [InlineData("TUYỆT  MẬT", SecrecyDegree.TopSecret)]
    [InlineData("bí mật nhà nước, độ Tuyệt mật", SecrecyDegree.TopSecret)]
    public void A_mark_of_secrecy_is_found(string text, SecrecyDegree degree)
    {
        Assert.Equal(degree, SecrecyMark.Find(text)?.Degree);
        Assert.Equal(degree, SecrecyMark.Find(text.Normalize(NormalizationForm.FormD))?.Degree);
    }

    [Theory]
    [InlineData("bảo vệ bí mật nhà nước")]
    [InlineData("LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC")]
    [InlineData("giữ bí mật người tố cáo, bảo mật thông tin")]
    [InlineData("hỗ trợ tiêu thụ mật ong rừng")]
    [InlineData("MẬT ONG")]
    [InlineData("Mật ong, mật độ dân cư, mật khẩu")]
    [InlineData("Mật độ xây dựng quá cao")]
    [InlineData("phường Mật Sơn, xã Tây Mật")]
    [InlineData("gặp mặt, mát, mất điện")]
    [InlineData("Độ mật: Không")]
    [InlineData("thân mật; sỏi túi mật")]
    [InlineData("tuyệt đối giữ mật ong sạch")]
    [InlineData("")]
    public void Words_that_only_sound_like_it_are_no_mark(string text) => Assert.Null(SecrecyMark.Find(text));

    [Fact]
    public void The_mark_tells_its_words_and_place()
    {
        var mark = SecrecyMark.Find("Kính gửi (TỐI MẬT)")!;

        Assert.Equal(("TỐI MẬT", 10), (mark.Words, mark.Position));
    }
}

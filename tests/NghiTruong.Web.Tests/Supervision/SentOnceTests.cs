using AngleSharp.Html.Dom;
using NghiTruong.Documents.Tables;

namespace NghiTruong.Web.Tests.Supervision;

/// <summary>Forms that make something carry its id, so that a double press makes it once; the list of recommendations goes out as it is seen.</summary>
public sealed class SentOnceTests(WebTest site) : IClassFixture<WebTest>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_form_that_makes_a_record_carries_the_id_it_will_have()
    {
        var (code, _) = await site.UnderWayAsync();
        using var clerk = await site.SignInAsync("vanphong");

        foreach (var address in new[] { "/giam-sat/de-xuat", $"/giam-sat/{code}/phat-hien", $"/giam-sat/{code}/kien-nghi", $"/giam-sat/{code}/van-ban?loai=plan", "/nghi-quyet/moi", "/tham-tra/moi" })
        {
            var page = await clerk.PageAsync(address);

            Assert.True(Guid.TryParse((page.QuerySelector("form[method=post] input[name='Input.Id']") as IHtmlInputElement)?.Value, out var id) && id != Guid.Empty, address);
        }
    }

    [Fact]
    public async Task Recommendations_go_out_as_they_are_listed()
    {
        var (_, recommendation) = await site.ConcludedAsync();
        using var clerk = await site.SignInAsync("vanphong");

        var rows = await RowsAsync(await clerk.Http.GetByteArrayAsync(new Uri("/kien-nghi-giam-sat/danh-sach.xlsx", UriKind.Relative), Ct));
        var none = await RowsAsync(await clerk.Http.GetByteArrayAsync(new Uri("/kien-nghi-giam-sat/danh-sach.xlsx?outcome=done", UriKind.Relative), Ct));

        Assert.Contains(rows, r => r.Contains(recommendation, StringComparison.Ordinal) && r.Contains("Chi trả cho ba hộ thôn Lũng.", StringComparison.Ordinal));
        Assert.DoesNotContain(none, r => r.Contains(recommendation, StringComparison.Ordinal));
    }

    private static async Task<List<string>> RowsAsync(byte[] file)
    {
        await using var content = new MemoryStream(file);

        return [.. TableReader.Read(content, "a.xlsx", cancellationToken: Ct).Value.Tables[0].Rows.Select(r => string.Join(" | ", r.Cells.Select(c => c.Text)))];
    }
}

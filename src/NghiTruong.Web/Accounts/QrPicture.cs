using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace NghiTruong.Web.Accounts;

/// <summary>A QR code as an inline SVG of one path: no image request, no inline style.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 5;

    public static HtmlString Draw(string text, string words)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var size = rows.Count;

        return new HtmlString(
            $"<svg role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(words)}\" width=\"{size * PixelsPerModule}\" height=\"{size * PixelsPerModule}\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">"
            + $"<rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>One bar: its words and its figure. The list behind it is linked from the table beside.</summary>
public sealed record Bar(string Label, long Value, Tone Tone = Tone.Plain);

/// <summary>Horizontal bars as an inline SVG without styles or scripts. Put the same figures in a table beside it.</summary>
public static class BarChart
{
    private const int Row = 56;
    private const int BarHeight = 18;

    /// <param name="title">What the picture says, for those who do not see it; already in the reader's language.</param>
    public static HtmlString Draw(string title, IReadOnlyList<Bar> bars, HtmlEncoder encoder)
    {
        var most = Math.Max(1, bars.Count == 0 ? 1 : bars.Max(b => b.Value));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"chart\" width=\"100%\" height=\"{bars.Count * Row}\" role=\"img\" aria-label=\"{encoder.Encode(title)}\">");
        for (var i = 0; i < bars.Count; i++)
        {
            Append(svg, bars[i], i * Row, most, encoder);
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static void Append(StringBuilder svg, Bar bar, int top, long most, HtmlEncoder encoder)
    {
        var length = bar.Value == 0 ? 0 : Math.Max(1, bar.Value * 100.0 / most);
        var tone = bar.Tone == Tone.Plain ? "" : $" bar-{Ui.NameOf(bar.Tone)}";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{top + 20}\">{encoder.Encode(bar.Label)}</text>")
            .Append(CultureInfo.InvariantCulture, $"<text class=\"value\" x=\"100%\" y=\"{top + 20}\" text-anchor=\"end\">{Ui.Number(bar.Value)}</text>")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"track\" x=\"0\" y=\"{top + 28}\" width=\"100%\" height=\"{BarHeight}\" rx=\"4\"/>")
            .Append(CultureInfo.InvariantCulture, $"<rect class=\"bar{tone}\" x=\"0\" y=\"{top + 28}\" width=\"{length:0.#}%\" height=\"{BarHeight}\" rx=\"4\"/>");
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Html;
using NghiTruong.Coverage;
using NghiTruong.Indicators;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

/// <summary>Figures in words: a share as officials write it, its standing, its period.</summary>
public static class IndicatorWords
{
    /// <summary><c>27,5%</c>; a dash where there is nothing to count.</summary>
    public static string Share(decimal? value) => value is { } known ? known.ToString("0.##", CultureInfo.CurrentUICulture) + "%" : "–";

    public static string Standing(IndicatorFigure f) => "indicators.standing." + TextCode.Of(f.Standing);

    public static Tone ToneOf(IndicatorStanding standing) => standing switch
    {
        IndicatorStanding.Reached => Tone.Done,
        IndicatorStanding.NotReached => Tone.Soon,
        _ => Tone.Plain,
    };

    /// <summary><c>năm 2026</c>, <c>quý III năm 2026</c>.</summary>
    public static string Period(this TextTable texts, CoverageCadence cadence, DateOnly from) => cadence switch
    {
        CoverageCadence.Month => texts["indicators.period.month", from.Month, from.Year],
        CoverageCadence.Quarter => texts["indicators.period.quarter", (from.Month + 2) / 3, from.Year],
        CoverageCadence.HalfYear => texts["indicators.period.halfYear", from.Month < 7 ? 1 : 2, from.Year],
        CoverageCadence.Always => texts["indicators.period.always"],
        _ => texts["indicators.period.year", from.Year],
    };

    /// <summary>A line over the last periods, without axes: the table beside says the same in numbers.</summary>
    public static HtmlString Line(IReadOnlyList<IndicatorPoint> points, int? target, string title, System.Text.Encodings.Web.HtmlEncoder encoder)
    {
        const int width = 240, height = 56;
        var shares = points.Select(p => p.Value).OfType<decimal>().ToList();
        if (shares.Count < 2)
        {
            return HtmlString.Empty;
        }

        string X(int at) => (4 + (at * (width - 8.0) / (shares.Count - 1))).ToString("0.#", CultureInfo.InvariantCulture);
        string Y(decimal share) => ((double)(height - 4) - ((double)Math.Clamp(share, 0, 100) * (height - 8) / 100)).ToString("0.#", CultureInfo.InvariantCulture);
        var line = string.Join(' ', shares.Select((s, i) => $"{X(i)},{Y(s)}"));
        var goal = target is { } t ? $"<line class=\"goal\" x1=\"0\" x2=\"{width}\" y1=\"{Y(t)}\" y2=\"{Y(t)}\"/>" : "";

        return new HtmlString($"<svg class=\"spark\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{encoder.Encode(title)}\">{goal}<polyline points=\"{line}\"/><circle cx=\"{X(shares.Count - 1)}\" cy=\"{Y(shares[^1])}\" r=\"3.5\"/></svg>");
    }
}

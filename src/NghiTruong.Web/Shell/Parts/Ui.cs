using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using NghiTruong.Database;
using NghiTruong.Language;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>Colour of a badge, always beside words. <see cref="Late"/> is red and means late, nothing else.</summary>
public enum Tone
{
    Plain,
    Going,
    Soon,
    Late,
    Done,
    Pressing,
}

/// <summary>The small parts that stand inside rows, as plain functions (a partial or tag helper per row would cost half the page): <c>@Ui.Badge(...)</c>.</summary>
public sealed class Ui(TextTable texts, HtmlEncoder encoder)
{
    private static readonly ConcurrentDictionary<string, HtmlString> IconsByName = new(StringComparer.Ordinal);
    private static readonly string[] ToneNames = [.. Enum.GetNames<Tone>().Select(n => n.ToLowerInvariant())];

    /// <summary>An icon of <c>Assets/icons.json</c>; silent to screen readers, so words stand beside it.</summary>
    public static HtmlString Icon(string name) =>
        IconsByName.GetOrAdd(name, n => new HtmlString($"<svg class=\"i\" aria-hidden=\"true\"><use href=\"{ShellAssets.Icons}#{n}\"/></svg>"));

    public static string NameOf(Tone tone) => ToneNames[(int)tone];

    /// <summary>A state in words on a quiet ground.</summary>
    public HtmlString Badge(string text, Tone tone = Tone.Plain, string? icon = null) =>
        new($"<span class=\"badge tone-{NameOf(tone)}\">{(icon is null ? "" : Icon(icon).Value)}{encoder.Encode(texts[text])}</span>");

    /// <summary>"Nổi cộm".</summary>
    public HtmlString Pressing() => Badge("shell.pressing", Tone.Pressing, "pressing");

    /// <summary>5/7/2026</summary>
    public static string Date(DateOnly date) => OfficialDate.Short(date);

    /// <summary>5/7/2026, from an instant.</summary>
    public static string Date(DateTime utc) => Date(utc.VietnamDate);

    /// <summary>14:05 5/7/2026, from an instant.</summary>
    public static string DateTime(DateTime utc)
    {
        var there = utc.VietnamTime;

        return string.Create(CultureInfo.InvariantCulture, $"{there:HH:mm} {Date(DateOnly.FromDateTime(there))}");
    }

    /// <summary>1.234.567</summary>
    public static string Number(long number) => number.ToString("#,0", Grouped);

    /// <summary>A due date with how far it lies: days late in red, today or within <paramref name="soon"/> days in amber. Days are calendar days, or the working days given.</summary>
    /// <param name="due">The due day.</param>
    /// <param name="today">The civil day.</param>
    /// <param name="isOpen">False once answered: the date stands without a warning.</param>
    /// <param name="soon">From how many days before it is worth a word.</param>
    public HtmlString Due(DateOnly due, DateOnly today, bool isOpen = true, int soon = 7)
    {
        var left = due.DayNumber - today.DayNumber;
        var chip = !isOpen || left > soon
            ? null
            : left switch
            {
                < 0 => Chip(Tone.Late, "late", texts["shell.due.late", -left]),
                0 => Chip(Tone.Soon, "clock", texts["shell.due.today"]),
                _ => Chip(Tone.Soon, "clock", texts["shell.due.left", left]),
            };

        return new HtmlString($"<span class=\"due\"><time datetime=\"{due:yyyy-MM-dd}\">{Date(due)}</time>{chip}</span>");
    }

    private static readonly NumberFormatInfo Grouped = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    private string Chip(Tone tone, string icon, string text) =>
        $" <span class=\"badge tone-{NameOf(tone)}\">{Icon(icon).Value}{encoder.Encode(text)}</span>";
}

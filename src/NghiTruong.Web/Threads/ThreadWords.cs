using System.Globalization;
using NghiTruong.Texts;
using NghiTruong.Threads;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Threads;

/// <summary>Vocabulary of threads in the reader's language.</summary>
public static class ThreadWords
{
    /// <summary>How threads are told in their own story.</summary>
    public static StoryWords OfStory { get; } = new("thread", "threads.field.", (texts, field, value) => field switch
    {
        "kind" => texts["thread.kind." + value],
        "field" => CatalogueWords.Field(value),
        _ => null,
    });

    public static string Of(this TextTable texts, ThreadStanding state) => texts["threads.state." + Words.CodeOf(state)];

    public static string KindOf(this TextTable texts, string kind) => texts["thread.kind." + kind];

    public static Tone ToneOf(ThreadStanding state) => state == ThreadStanding.Ended ? Tone.Done : Tone.Going;

    /// <summary>The heading of a month of the story: <c>Tháng 7 năm 2026</c>.</summary>
    public static string Month(this TextTable texts, DateOnly day) => texts["threads.month", day.Month.ToString(CultureInfo.InvariantCulture), day.Year.ToString(CultureInfo.InvariantCulture)];
}

using NghiTruong.Councils;
using NghiTruong.Delegates;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Delegates;

/// <summary>Vocabulary of delegates in the reader's language.</summary>
public static class DelegateWords
{
    /// <summary>How delegates are told in their own story.</summary>
    public static StoryWords OfStory { get; } = new("delegate", "delegates.field.", (texts, field, value) => field switch
    {
        "kind" => texts["delegates.spell." + Words.Camel(value)],
        "post" => texts["delegates.post." + Words.Camel(value)],
        "entry" => texts["delegates.entry." + Words.Camel(value)],
        "because" or "endedBecause" => texts["delegates.end." + Words.Camel(value)],
        _ => null,
    });

    public static string Of(this TextTable texts, Standing standing) => texts["delegates.standing." + Words.CodeOf(standing)];

    public static string Of(this TextTable texts, PostKind post) => texts["delegates.post." + Words.CodeOf(post)];

    public static string Of(this TextTable texts, SpellKind kind) => texts["delegates.spell." + Words.CodeOf(kind)];

    public static string Of(this TextTable texts, DelegateEntry entry) => texts["delegates.entry." + Words.CodeOf(entry)];

    public static string Of(this TextTable texts, MandateEnd end) => texts["delegates.end." + Words.CodeOf(end)];

    public static Tone ToneOf(Standing standing) => standing == Standing.Sits ? Tone.Going : Tone.Plain;

    /// <summary><c>Trưởng ban, Ban Kinh tế - Ngân sách</c>.</summary>
    public static string PostAt(this TextTable texts, PostKind post, Guid? body, IReadOnlyDictionary<Guid, BodyName> bodies) =>
        body is { } id && bodies.GetValueOrDefault(id) is { } at ? $"{texts.Of(post)}, {at.Name}" : texts.Of(post);
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Texts;

namespace NghiTruong.Web.Shell.Parts;

/// <summary>A field before and after, in words.</summary>
public sealed record StoryChange(string Field, string? Before, string? After);

/// <summary>One act of the story: the sentence, who and in which capacity, why, and what it changed.</summary>
public sealed record StoryLine(Guid OperationId, Guid UserId, string EventCode, DateTime At, string What, string Who, string? Because, IReadOnlyList<StoryChange> Changes, bool CanBeUndone);

/// <summary>A story as the part <c>/Shell/_Story.cshtml</c> shows it, newest act first.</summary>
/// <param name="UserId">Who reads it: the last act may be undone by who did it.</param>
public sealed record StoryPart(IReadOnlyList<StoryLine> Lines, Guid UserId)
{
    public bool MayUndo(StoryLine line) => line.CanBeUndone && line.UserId == UserId;
}

/// <summary>How a room's records are told in a story: which of their fields are shown when they change, and the words of stored values.</summary>
/// <param name="Record">Kind of the record, as its events and the journal name it: <c>petition</c>.</param>
/// <param name="Fields">Prefix of the texts that name its fields; a field without such a text is not told.</param>
/// <param name="Value">The words of a value (field, value); null where it stands for itself.</param>
public sealed record StoryWords(string Record, string Fields, Func<TextTable, string, string, string?> Value);

/// <summary>Turns journal entries into sentences: the text <c>journal.{event}</c> with its holes filled from the facts; a clause whose fact is missing is left out.</summary>
public sealed partial class StoryTeller(TextTable texts, IEnumerable<StoryWords> rooms)
{
    private readonly Dictionary<string, StoryWords> _words = rooms.ToDictionary(w => w.Record, StringComparer.Ordinal);

    public StoryLine Line(JournalEntry entry, IReadOnlyDictionary<Guid, string> names)
    {
        var data = JournalData.Read(entry);
        var words = _words.GetValueOrDefault(entry.SubjectKind);

        return new StoryLine(entry.OperationId, entry.UserId, entry.EventCode, entry.At, Sentence(entry.EventCode, data.Facts, words), Who(entry, names), entry.Because, Changes(data, words), entry.CanBeUndone);
    }

    private string Sentence(string code, IReadOnlyDictionary<string, JsonElement> facts, StoryWords? words)
    {
        var isTakenAway = facts.TryGetValue("pressing", out var pressing) && pressing.ValueKind == JsonValueKind.False;
        var clauses = texts[$"journal.{code}{(isTakenAway ? ".off" : "")}"].Split(", ");

        return string.Join(", ", clauses.Select(c => Filled(c, facts, words)).OfType<string>());
    }

    private string? Filled(string clause, IReadOnlyDictionary<string, JsonElement> facts, StoryWords? words)
    {
        var isWhole = true;
        var filled = Hole().Replace(clause, hole =>
        {
            var name = hole.Groups["name"].Value;
            var value = facts.TryGetValue(InLanguage(name, facts), out var fact) ? Word(words, name, fact.ToString()) : null;
            isWhole &= !string.IsNullOrEmpty(value);

            return value ?? "";
        });

        return isWhole ? filled : null;
    }

    /// <summary>What a council named itself (a step of its ladder) was stored in both languages.</summary>
    private static string InLanguage(string name, IReadOnlyDictionary<string, JsonElement> facts) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && facts.ContainsKey(name + "English") ? name + "English" : name;

    private string Who(JournalEntry entry, IReadOnlyDictionary<Guid, string> names)
    {
        var (role, place) = entry.Capacity.Split(" · ", 2) is [var first, var second] ? (first, second) : (entry.Capacity, null);
        var name = entry.UserId == Acting.System.UserId ? texts["account.system"] : names.GetValueOrDefault(entry.UserId) ?? entry.UserName;

        return string.Join(" · ", new[] { name, texts[$"role.{role}"], place }.Where(w => !string.IsNullOrEmpty(w)));
    }

    private List<StoryChange> Changes(JournalData data, StoryWords? words) => words is null ? [] :
    [
        .. from change in data.Changes
           where change.Record == words.Record && texts.Find(words.Fields + change.Field, CultureInfo.CurrentUICulture) is not null
           select new StoryChange(texts[words.Fields + change.Field], Word(words, change.Field, change.Before), Word(words, change.Field, change.After)),
    ];

    /// <summary>A stored value as people read it: the room's words for it, dates in Vietnamese form.</summary>
    private string? Word(StoryWords? words, string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        return words?.Value(texts, field, value)
            ?? (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Ui.Date(day) : value);
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Hole();
}

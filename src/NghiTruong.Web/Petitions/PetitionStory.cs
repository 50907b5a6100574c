using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>A field before and after, in words.</summary>
public sealed record StoryChange(string Field, string? Before, string? After);

/// <summary>One act of the story: the sentence, who and in which capacity, why, and what it changed.</summary>
public sealed record StoryLine(Guid OperationId, Guid UserId, string EventCode, DateTime At, string What, string Who, string? Because, IReadOnlyList<StoryChange> Changes, bool CanBeUndone);

/// <summary>Turns journal entries into sentences: the text <c>journal.{event}</c> with its holes filled from the facts; a clause whose fact is missing is left out.</summary>
public sealed partial class PetitionStory(TextTable texts)
{
    public StoryLine Line(JournalEntry entry, IReadOnlyDictionary<Guid, string> names)
    {
        var data = JournalData.Read(entry);

        return new StoryLine(entry.OperationId, entry.UserId, entry.EventCode, entry.At, Sentence(entry.EventCode, data.Facts), Who(entry, names), entry.Because, Changes(data), entry.CanBeUndone);
    }

    private string Sentence(string code, IReadOnlyDictionary<string, JsonElement> facts)
    {
        var isTakenAway = facts.TryGetValue("pressing", out var pressing) && pressing.ValueKind == JsonValueKind.False;
        var clauses = texts[$"journal.{code}{(isTakenAway ? ".off" : "")}"].Split(", ");

        return string.Join(", ", clauses.Select(c => Filled(c, facts)).OfType<string>());
    }

    private string? Filled(string clause, IReadOnlyDictionary<string, JsonElement> facts)
    {
        var isWhole = true;
        var filled = Hole().Replace(clause, hole =>
        {
            var name = hole.Groups["name"].Value;
            var value = facts.TryGetValue(InLanguage(name, facts), out var fact) ? Word(name, fact.ToString()) : null;
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

    private List<StoryChange> Changes(JournalData data) =>
    [
        .. from change in data.Changes
           where change.Record == "petition" && texts.Find($"petitions.field.{change.Field}", CultureInfo.CurrentUICulture) is not null
           select new StoryChange(texts[$"petitions.field.{change.Field}"], Word(change.Field, change.Before), Word(change.Field, change.After)),
    ];

    /// <summary>A stored value as people read it: names of states and outcomes, dates in Vietnamese form.</summary>
    private string? Word(string field, string? value) => (field, value) switch
    {
        (_, null or "") => null,
        ("field", _) => PetitionWords.Field(value),
        ("authority", _) => PetitionWords.Authority(value),
        ("status" or "statusBeforeMerge", _) => texts[$"petition.status.{Camel(value)}"],
        ("kind", _) => texts[$"petition.kind.{Camel(value)}"],
        ("source", _) => texts[$"petition.source.{Camel(value)}"],
        ("channel", _) => texts[$"petition.channel.{Camel(value)}"],
        ("outcome" or "agencyOutcome" or "officeOutcome" or "concludedOutcome" or "proposed" or "concluded", _) => texts[$"petition.outcome.{Camel(value)}"],
        ("isPressing", _) => texts[value == "True" ? "petitions.yes" : "petitions.no"],
        _ => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Ui.Date(day) : value,
    };

    private static string Camel(string value) => JsonNamingPolicy.CamelCase.ConvertName(value);

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Hole();
}

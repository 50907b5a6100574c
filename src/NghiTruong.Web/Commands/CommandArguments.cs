using System.Globalization;
using NghiTruong.Language;

namespace NghiTruong.Web.Commands;

/// <summary>The command was called in a way it does not know; <see cref="Code"/> names the text that says how.</summary>
public sealed class WrongUseException(string code, params object[] values) : Exception(code)
{
    public string Code { get; } = code;

    public IReadOnlyList<object> Values { get; } = values;
}

/// <summary>What stood behind the command's name: values in order, options by name (<c>--term 2026-2031</c> or <c>--term=2026-2031</c>), flags.</summary>
public sealed class CommandArguments
{
    /// <summary>Where the data lie, understood by every command.</summary>
    internal static readonly string[] Everywhere = ["--data", "--database", "--files", "--keys", "--heads"];

    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    private CommandArguments()
    {
    }

    public IReadOnlyList<string> Values => _values;

    public string? this[string option] => _options.GetValueOrDefault(option);

    public static CommandArguments Parse(ICommand command, IReadOnlyList<string> words)
    {
        var parsed = new CommandArguments();
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = words[i].Split('=', 2) is [['-', '-', ..] before, var after] ? (before, after) : (words[i], null);
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                parsed._values.Add(words[i]);
            }
            else if (command.Flags.Contains(name) && value is null)
            {
                parsed._flags.Add(name);
            }
            else if (command.Options.Contains(name) || Everywhere.Contains(name))
            {
                parsed._options[name] = value ?? (++i < words.Count && !words[i].StartsWith("--", StringComparison.Ordinal) ? words[i] : throw new WrongUseException("command.optionWithoutValue", name));
            }
            else
            {
                throw new WrongUseException("command.unknownOption", words[i]);
            }
        }

        return parsed;
    }

    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>The value at a place; <paramref name="what"/> is what the help calls it.</summary>
    public string Required(int place, string what) =>
        place < _values.Count ? _values[place] : throw new WrongUseException("command.valueMissing", what);

    /// <summary>A day, as officials write it (<c>1/7/2025</c>) or as 2025-07-01.</summary>
    public DateOnly? Day(string option)
    {
        if (this[option] is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || OfficialDate.TryParse(text, out day))
        {
            return day;
        }

        throw new WrongUseException("command.notADay", option, text);
    }
}

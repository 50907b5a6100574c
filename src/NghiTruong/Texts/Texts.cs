using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace NghiTruong.Texts;

/// <summary>
/// Every sentence a person reads, by code, in Vietnamese and English. Each room keeps its own pair <c>Texts.resx</c> (Vietnamese) and
/// <c>Texts.en.resx</c>; all pairs of the house's assemblies are read once into one table. A code stands in one room only.
/// </summary>
public sealed class TextTable
{
    private readonly FrozenDictionary<string, string> _vietnamese;
    private readonly FrozenDictionary<string, string> _english;

    /// <param name="assemblies">The assemblies whose rooms carry texts.</param>
    public TextTable(params IEnumerable<Assembly> assemblies)
    {
        var rooms = assemblies.SelectMany(Rooms).ToList();
        _vietnamese = Read(rooms, CultureInfo.InvariantCulture);
        _english = Read(rooms, CultureInfo.GetCultureInfo("en"));
    }

    public IEnumerable<string> Codes => _vietnamese.Keys;

    /// <summary>Codes that stand in one language and not in the other; a test wants none.</summary>
    public IEnumerable<string> Untranslated =>
        _vietnamese.Keys.Except(_english.Keys, StringComparer.Ordinal).Concat(_english.Keys.Except(_vietnamese.Keys, StringComparer.Ordinal));

    /// <summary>The sentence for a code in the UI language of the current request; the code itself when no room has it.</summary>
    public string this[string code] => Find(code, CultureInfo.CurrentUICulture) ?? code;

    /// <summary>The sentence with its values filled in (<c>{0}</c>, <c>{1}</c> ...).</summary>
    public string this[string code, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[code], values);

    public string? Find(string code, CultureInfo culture)
    {
        var first = culture.TwoLetterISOLanguageName == "en" ? _english : _vietnamese;

        return first.GetValueOrDefault(code) ?? _vietnamese.GetValueOrDefault(code);
    }

    private static IEnumerable<ResourceManager> Rooms(Assembly assembly) =>
        from name in assembly.GetManifestResourceNames()
        where name.EndsWith(".Texts.resources", StringComparison.Ordinal)
        select new ResourceManager(name[..^".resources".Length], assembly);

    private static FrozenDictionary<string, string> Read(IEnumerable<ResourceManager> rooms, CultureInfo culture)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var room in rooms)
        {
            if (room.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } set)
            {
                continue;
            }

            foreach (DictionaryEntry entry in set)
            {
                if (!texts.TryAdd((string)entry.Key, (string)entry.Value!))
                {
                    throw new InvalidOperationException($"Text '{entry.Key}' stands in two rooms, the second is {room.BaseName}");
                }
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NghiTruong.Web.Tests;

/// <summary>Whatever a person may read stands in Vietnamese and in English, with the same values in it.</summary>
public sealed class TwoLanguagesTests
{
    [Fact]
    public void Every_text_of_every_room_stands_in_both_languages_with_the_same_values()
    {
        var rooms = Directory.GetFiles(Path.Combine(Home(), "src"), "Texts.resx", SearchOption.AllDirectories);
        List<string> wrong = [];
        foreach (var file in rooms)
        {
            var (vietnamese, english) = (Read(file), Read(Path.ChangeExtension(file, ".en.resx")));
            wrong.AddRange(vietnamese.Keys.Except(english.Keys).Select(k => $"{k} has no English"));
            wrong.AddRange(english.Keys.Except(vietnamese.Keys).Select(k => $"{k} has no Vietnamese"));
            wrong.AddRange(vietnamese.Where(v => v.Value.Trim().Length == 0).Select(v => $"{v.Key} is empty"));
            wrong.AddRange(vietnamese.Keys.Intersect(english.Keys).Where(k => Holes(vietnamese[k]) != Holes(english[k])).Select(k => $"{k} takes other values in English"));
        }

        Assert.True(rooms.Length > 15, $"{rooms.Length} rooms with texts");
        Assert.Empty(wrong);
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static string Holes(string text) =>
        string.Join(' ', Regex.Matches(text, @"(?<!\{)\{[a-z0-9]\w*", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    private static string Home()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NghiTruong.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside their repository.");
        }

        return folder.FullName;
    }
}

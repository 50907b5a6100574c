using System.IO.Compression;
using System.Xml;

namespace NghiTruong.Documents.Word;

/// <summary>Which paragraphs Word numbers by itself, and how: the text of the level (<c>Điều %1.</c>), by the paragraph's list or by that of its style.</summary>
internal sealed class WordNumbering
{
    private readonly Dictionary<(string List, string Level), string> _levels = [];
    private readonly Dictionary<string, (string? List, string? Level, string? BasedOn)> _styles = new(StringComparer.Ordinal);

    public static WordNumbering Read(IEnumerable<WordParts.Part> parts)
    {
        var numbering = new WordNumbering();
        foreach (var part in parts)
        {
            if (part.ContentType.EndsWith(".numbering+xml", StringComparison.OrdinalIgnoreCase))
            {
                numbering.ReadLists(part.Entry);
            }
            else if (part.ContentType.EndsWith(".styles+xml", StringComparison.OrdinalIgnoreCase))
            {
                numbering.ReadStyles(part.Entry);
            }
        }

        return numbering;
    }

    /// <summary>Null where Word writes no number: list 0 switches the style's numbering off.</summary>
    public string? Of(string? style, string? list, string? level)
    {
        for (var hops = 0; list is null && style is not null && hops < 20 && _styles.TryGetValue(style, out var of); hops++)
        {
            (list, level, style) = (of.List, level ?? of.Level, of.BasedOn);
        }

        return list is null or "0" ? null : _levels.GetValueOrDefault((list, level ?? "0"));
    }

    private void ReadLists(ZipArchiveEntry part)
    {
        Dictionary<(string Abstract, string Level), string> levels = [];
        string @abstract = "", level = "", format = "";
        string? list = null;
        using var reader = XmlReader.Create(part.Open(), WordFile.Settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !WordText.IsWord(reader))
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "abstractNum":
                    @abstract = Attribute(reader, "abstractNumId");
                    break;
                case "lvl":
                    (level, format) = (Attribute(reader, "ilvl"), "");
                    break;
                case "numFmt":
                    format = WordText.Value(reader) ?? "";
                    break;
                case "lvlText" when list is null && format is not ("bullet" or "none"):
                    levels[(@abstract, level)] = WordText.Value(reader) ?? "";
                    break;
                case "num":
                    list = Attribute(reader, "numId");
                    break;
                case "abstractNumId" when list is not null && WordText.Value(reader) is { } of:
                    foreach (var ((from, at), text) in levels.Where(l => l.Key.Abstract == of))
                    {
                        _levels[(list, at)] = text;
                    }

                    break;
            }
        }
    }

    private void ReadStyles(ZipArchiveEntry part)
    {
        string? style = null;
        using var reader = XmlReader.Create(part.Open(), WordFile.Settings);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !WordText.IsWord(reader))
            {
                continue;
            }

            if (reader.LocalName == "style")
            {
                style = Attribute(reader, "styleId");
                _styles[style] = default;
            }
            else if (style is not null && reader.LocalName is "numId" or "ilvl" or "basedOn")
            {
                var (known, value) = (_styles[style!], WordText.Value(reader));
                _styles[style!] = reader.LocalName switch
                {
                    "numId" => known with { List = value },
                    "ilvl" => known with { Level = value },
                    _ => known with { BasedOn = value },
                };
            }
        }
    }

    private static string Attribute(XmlReader reader, string name)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name)
            {
                var value = reader.Value;
                reader.MoveToElement();

                return value;
            }
        }

        reader.MoveToElement();

        return "";
    }
}

using System.Text.RegularExpressions;
using NghiTruong.Documents.Word;
using NghiTruong.Language;

namespace NghiTruong.Verification.Checks;

/// <summary>One paragraph of a draft: as written, and folded letter by letter so that both have the same positions.</summary>
internal sealed record DraftParagraph(TextParagraph Source)
{
    private readonly Lazy<string> _folded = new(() => Fold(Source.Text));

    public int Number => Source.Number;

    public string Text => Source.Text;

    /// <summary>Lower case without marks; the same length as <see cref="Text"/>.</summary>
    public string Folded => _folded.Value;

    /// <summary>The first words, enough to find the place.</summary>
    public string Opening => Text.Length <= MostQuoted ? Text : Text[..Text.LastIndexOf(' ', MostQuoted)].TrimEnd();

    private const int MostQuoted = 120;

    private static string Fold(string text)
    {
        var folded = VietnameseText.FoldLetters(text);

        // Rare letters fold to none or to two: then letters stay as they are, rather than quote the wrong words.
        return folded.Length == text.Length ? folded : text.ToLowerInvariant();
    }
}

/// <summary>A draft with its parts found: head, title, legal bases, articles, closing.</summary>
internal sealed partial class Draft
{
    /// <summary>Where no title is found the head is looked for in the first paragraphs.</summary>
    private const int LongestHead = 15;

    private Draft(IReadOnlyList<DraftParagraph> paragraphs)
    {
        Paragraphs = paragraphs;
        Title = Find(p => IsUpper(p, ResolutionTitle()));
        FirstArticle = Find(p => IsArticle(p));
        Enacting = Find(p => EnactingWords().IsMatch(p.Folded));
        IsResolution = Title >= 0 || Enacting >= 0 || paragraphs.Take(LongestHead).Any(p => ResolutionNumber().IsMatch(p.Folded));
    }

    /// <summary>The body; headers, footers and notes hold no part of the form.</summary>
    public IReadOnlyList<DraftParagraph> Paragraphs { get; }

    /// <summary>Position of <c>NGHỊ QUYẾT</c>; -1 where there is none, as below.</summary>
    public int Title { get; }

    public int FirstArticle { get; }

    /// <summary>Position of <c>QUYẾT NGHỊ:</c>.</summary>
    public int Enacting { get; }

    /// <summary>It says so itself: by title, by number or by its enacting words.</summary>
    public bool IsResolution { get; }

    public IEnumerable<DraftParagraph> Head => Paragraphs.Take(Title >= 0 ? Title : Math.Min(LongestHead, FirstArticle >= 0 ? FirstArticle : LongestHead));

    /// <summary>Căn cứ: paragraphs that begin so, before the first article.</summary>
    public IEnumerable<DraftParagraph> Bases => Paragraphs.Take(FirstArticle >= 0 ? FirstArticle : Paragraphs.Count).Where(IsBasis);

    public static Draft Of(IEnumerable<TextParagraph> paragraphs) => new([.. paragraphs.Where(p => p.Place == TextPlace.Body).Select(p => new DraftParagraph(p))]);

    public static bool IsBasis(DraftParagraph p) => BasisOpening().IsMatch(p.Folded);

    public static bool IsArticle(DraftParagraph p) => !p.Source.InTable && (ArticleOpening().IsMatch(p.Folded) || p.Source.AutoNumber?.StartsWith("Điều", StringComparison.OrdinalIgnoreCase) == true);

    private int Find(Func<DraftParagraph, bool> isIt) => Enumerable.Range(0, Paragraphs.Count).FirstOrDefault(i => isIt(Paragraphs[i]), -1);

    private static bool IsUpper(DraftParagraph p, Regex words) => words.Match(p.Folded) is { Success: true } m && p.Text.AsSpan(m.Index, m.Length).IndexOfAnyInRange('a', 'z') < 0;

    [GeneratedRegex(@"^(du thao\s+)?nghi quyet\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ResolutionTitle();

    [GeneratedRegex(@"^\s*(quyet nghi|quyet dinh ban hanh nghi quyet)\s*:?\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex EnactingWords();

    [GeneratedRegex(@"/\s*nq\s*[-‐‑‒–—−]\s*hdnd", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ResolutionNumber();

    [GeneratedRegex(@"^[-+•\s]*can cu\b", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex BasisOpening();

    [GeneratedRegex(@"^\s*dieu\s+[0-9]{1,3}[a-z]?\s*([.:]|$)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex ArticleOpening();
}

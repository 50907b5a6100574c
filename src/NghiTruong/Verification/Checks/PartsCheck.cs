using System.Text.RegularExpressions;

namespace NghiTruong.Verification.Checks;

/// <summary>
/// Parts of a draft resolution that are not there (Decree 30/2020/NĐ-CP Art 8 and Annex I). The place of a missing part is the paragraph at which it should stand. Papers that
/// do not show themselves as a resolution have other parts, and are not asked for these.
/// </summary>
internal static partial class PartsCheck
{
    public static IEnumerable<DraftWarning> Check(Draft draft)
    {
        if (!draft.IsResolution || draft.Paragraphs.Count == 0)
        {
            return [];
        }

        return Head(draft).Concat(Content(draft)).Concat(Closing(draft));
    }

    private static IEnumerable<DraftWarning> Head(Draft draft)
    {
        var (head, first) = (draft.Head.ToList(), draft.Paragraphs[0]);
        if (!head.Exists(p => Organ().IsMatch(p.Folded)))
        {
            yield return Missing("missingOrgan", first);
        }

        if (!head.Exists(p => NationalName().IsMatch(p.Folded)))
        {
            yield return Missing("missingNationalName", first);
        }

        if (!head.Exists(p => Motto().IsMatch(p.Folded)))
        {
            yield return Missing("missingMotto", first);
        }

        var last = head.Count > 0 ? head[^1] : first;
        if (!head.Exists(p => NumberLine().IsMatch(p.Folded)))
        {
            yield return Missing("missingNumber", last);
        }

        if (!head.Exists(p => DateLine().IsMatch(p.Folded)))
        {
            yield return Missing("missingDate", last);
        }
    }

    private static IEnumerable<DraftWarning> Content(Draft draft)
    {
        var before = draft.FirstArticle >= 0 ? draft.Paragraphs[draft.FirstArticle] : draft.Paragraphs[^1];
        if (draft.Title < 0)
        {
            yield return Missing("missingTitle", draft.Bases.FirstOrDefault() ?? before);
        }
        else if (!HasAbstract(draft))
        {
            yield return Missing("missingAbstract", draft.Paragraphs[draft.Title]);
        }

        if (!draft.Bases.Any())
        {
            yield return Missing("missingBases", draft.Enacting >= 0 ? draft.Paragraphs[draft.Enacting] : before);
        }

        if (draft.Enacting < 0)
        {
            yield return Missing("missingEnacting", before);
        }

        if (draft.FirstArticle < 0)
        {
            yield return Missing("missingArticles", draft.Enacting >= 0 ? draft.Paragraphs[draft.Enacting] : draft.Paragraphs[^1]);
        }
    }

    private static IEnumerable<DraftWarning> Closing(Draft draft)
    {
        // A regulation attached to the resolution has articles of its own, below the signature.
        var (closing, last) = (draft.Paragraphs.Skip(draft.FirstArticle + 1).ToList(), draft.Paragraphs[^1]);
        if (!closing.Exists(p => Recipients().IsMatch(p.Folded)))
        {
            yield return Missing("missingRecipients", last);
        }

        if (!closing.Exists(p => SignerTitle().Match(p.Folded) is { Success: true } m && IsUpper(p.Text.AsSpan(m.Index, m.Length))))
        {
            yield return Missing("missingSignature", last);
        }
    }

    /// <summary>Trích yếu: words of its own between the title and the first legal basis.</summary>
    private static bool HasAbstract(Draft draft)
    {
        var below = draft.Paragraphs[draft.Title].Text.Split('\n').SkipWhile(line => !line.Contains("QUYẾT", StringComparison.OrdinalIgnoreCase)).Skip(1);
        var after = draft.Paragraphs.Skip(draft.Title + 1).TakeWhile(p => !Draft.IsBasis(p) && !Draft.IsArticle(p) && !Organ().IsMatch(p.Folded)).Select(p => p.Text);

        return below.Concat(after).Any(text => text.Count(char.IsLetter) > 3);
    }

    private static DraftWarning Missing(string code, DraftParagraph at) => new(code, Grounds.Form, at.Number, at.Opening);

    internal static bool IsUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"^\s*(thuong truc\s+)?(hoi dong nhan dan|hdnd)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Organ();

    [GeneratedRegex(@"cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex NationalName();

    [GeneratedRegex(@"doc\s+lap\s*[-‐‑‒–—−]\s*tu\s+do\s*[-‐‑‒–—−]\s*hanh\s+phuc", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Motto();

    [GeneratedRegex(@"^\s*so\s*[:：]?\s*[0-9.…_\s]*/", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    internal static partial Regex NumberLine();

    [GeneratedRegex(@"\bngay\b.{0,40}\bthang\b.{0,40}\bnam\b|,\s*(ngay\s+)?[0-9]{1,2}\s*[/.\-–]\s*[0-9]{1,2}\s*[/.\-–]\s*[0-9]{2,4}\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^\s*noi nhan\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Recipients();

    [GeneratedRegex(@"^\s*((tm|kt|tl|tuq|q)\s*\.\s*.*|(pho\s+)?chu\s+(tich|toa)\b.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex SignerTitle();
}

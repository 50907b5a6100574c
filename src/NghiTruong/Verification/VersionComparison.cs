using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NghiTruong.Verification;

/// <summary>How a paragraph stands between two versions.</summary>
public enum ComparedKind
{
    Same,
    Changed,
    Removed,
    Added,
}

/// <summary>A word or a run of them, and whether this side alone has it.</summary>
public sealed record ComparedWords(string Text, bool IsOwn);

/// <summary>A paragraph on both sides; a side that has none is null. Numbers count from 1.</summary>
public sealed record ComparedParagraph(ComparedKind Kind, int? OldNumber, IReadOnlyList<ComparedWords> Old, int? NewNumber, IReadOnlyList<ComparedWords> New);

/// <summary>Two versions of a text side by side, paragraph by paragraph and within changed ones word by word. Pure.</summary>
public static class VersionComparison
{
    public static IReadOnlyList<ComparedParagraph> Compare(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var sides = SideBySideDiffBuilder.Diff(string.Join('\n', before.Select(OneLine)), string.Join('\n', after.Select(OneLine)), ignoreWhiteSpace: false);

        return [.. sides.OldText.Lines.Zip(sides.NewText.Lines, Pair)];
    }

    private static string OneLine(string paragraph) => paragraph.ReplaceLineEndings(" ");

    private static ComparedParagraph Pair(DiffPiece old, DiffPiece @new)
    {
        var kind = (old.Type, @new.Type) switch
        {
            (ChangeType.Unchanged, _) => ComparedKind.Same,
            (ChangeType.Imaginary, _) => ComparedKind.Added,
            (_, ChangeType.Imaginary) => ComparedKind.Removed,
            _ => ComparedKind.Changed,
        };

        return new ComparedParagraph(kind, old.Position, Words(old), @new.Position, Words(@new));
    }

    /// <summary>Runs of words, not single ones: the blank between two own words is own too.</summary>
    private static List<ComparedWords> Words(DiffPiece side)
    {
        if (side.SubPieces.Count == 0)
        {
            return side.Text is null ? [] : [new ComparedWords(side.Text, false)];
        }

        var pieces = side.SubPieces.Where(p => p.Text is not null).ToList();
        List<ComparedWords> runs = [];
        for (var i = 0; i < pieces.Count; i++)
        {
            var isOwn = IsOwn(pieces[i]) || (string.IsNullOrWhiteSpace(pieces[i].Text) && i > 0 && i + 1 < pieces.Count && IsOwn(pieces[i - 1]) && IsOwn(pieces[i + 1]));
            if (runs.Count > 0 && runs[^1].IsOwn == isOwn)
            {
                runs[^1] = new ComparedWords(runs[^1].Text + pieces[i].Text, isOwn);
            }
            else
            {
                runs.Add(new ComparedWords(pieces[i].Text, isOwn));
            }
        }

        return runs;
    }

    private static bool IsOwn(DiffPiece piece) => piece.Type != ChangeType.Unchanged;
}

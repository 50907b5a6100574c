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

    private static List<ComparedWords> Words(DiffPiece side) => side.SubPieces.Count == 0
        ? side.Text is null ? [] : [new ComparedWords(side.Text, false)]
        : [.. side.SubPieces.Where(p => p.Text is not null).Select(p => new ComparedWords(p.Text, p.Type != ChangeType.Unchanged))];
}

using NghiTruong.Language;

namespace NghiTruong.Delegates;

/// <summary>Whether a text names a delegate: minutes write one name a line, often with a title before it and a post after it. Pure.</summary>
public static class DelegateNaming
{
    /// <param name="lines">One name a line: <c>Ông Nguyễn Văn Mẫu - Phó Chủ tịch HĐND</c>.</param>
    public static bool Names(string? lines, string folded) =>
        !string.IsNullOrWhiteSpace(lines) && folded.Length > 0 && lines.Split('\n', ';', ',').Any(line => $" {VietnameseText.Fold(line)} ".Contains($" {folded} ", StringComparison.Ordinal));
}

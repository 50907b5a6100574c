namespace NghiTruong.Verification.Checks;

/// <summary>
/// Something in a draft that a person should look at. The machine warns, people conclude: a warning without reason, basis and place cannot be made.
/// </summary>
/// <param name="Code">Stable: <c>legalBasisReplaced</c>; its reason is the text <c>verification.warning.{Code}</c> with <paramref name="Values"/>.</param>
/// <param name="Basis">The law and article it rests on, in Vietnamese.</param>
/// <param name="Paragraph">From 1, counting the paragraphs that hold text (tables too), the body first.</param>
/// <param name="Quote">The words as they stand there (NFC).</param>
public sealed record DraftWarning(string Code, string Basis, int Paragraph, string Quote, params IReadOnlyList<object> Values);

/// <summary>What the checks know besides the draft itself; all values, so that the checks are pure.</summary>
public sealed record CheckGround
{
    /// <summary>The day the draft is judged on: that of its date line, else today.</summary>
    public required DateOnly On { get; init; }

    public IReadOnlyList<LegalDocumentRow> Register { get; init; } = [];

    /// <summary>Names of units that have ended, as sentences write them (<c>xã Bản Cũ</c>); none where the unit book does not know.</summary>
    public IReadOnlyList<FormerName> FormerNames { get; init; } = [];

    /// <summary>Văn bản quy phạm pháp luật or cá biệt, where the dossier says so; null lets the draft speak for itself.</summary>
    public bool? IsNormative { get; init; }
}

/// <summary>A unit's name that is no more, its last day, and what stands there today.</summary>
public sealed record FormerName(string FullName, DateOnly Until, IReadOnlyList<string> NowPartOf);

/// <summary>A register entry as the checks read it.</summary>
/// <param name="ExpiredOn">First day without force; null while it holds, or where only the replacement is known.</param>
/// <param name="ReplacedBy">Number of what replaced it, or its name where the number is not known.</param>
/// <param name="Checked">Its validity was compared with the text that says so.</param>
public sealed record LegalDocumentRow(
    string Number, string Kind, string Title, DateOnly? IssuedOn, DateOnly? InForceFrom, DateOnly? ExpiredOn, string? ReplacedBy, string Source, bool Checked);

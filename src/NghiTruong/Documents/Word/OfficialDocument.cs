namespace NghiTruong.Documents.Word;

/// <summary>
/// A document to be written as Word in the form of Decree 30/2020/NĐ-CP, Annex I. Without a letterhead it is a plain sheet: title and blocks.
/// Texts may hold line breaks (<c>\n</c>); sizes are points.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>Organs, national motto, number, place and date; null for a plain sheet.</summary>
    public Letterhead? Letterhead { get; init; }

    /// <summary>Kind and abstract; null for an official letter (công văn), whose subject stands in the letterhead.</summary>
    public DocumentTitle? Title { get; init; }

    /// <summary>"Kính gửi": one stands on its line, several stand below each other with dashes.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    public required IReadOnlyList<Block> Body { get; init; }

    /// <summary>One stands right of the recipients; several (minutes, hand-over records) stand side by side, left to right.</summary>
    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>"Nơi nhận", without dashes and closing marks: "Như trên", "Lưu: VT".</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    public double BodySize { get; init; } = DecreeForm.BodySize;

    public bool Landscape { get; init; }

    /// <summary>Whether the body closes with "./."; a plain sheet does not.</summary>
    public bool EndMark => Letterhead is not null;
}

/// <summary>The head of the first page: parts 1 to 4 of Decree 30, and the marks below the number.</summary>
public sealed record Letterhead
{
    /// <summary>Upper organ, upper case, e.g. "HỘI ĐỒNG NHÂN DÂN XÃ BẢN MẪU"; null where the organ has none (a council's resolution).</summary>
    public string? UpperOrgan { get; init; }

    /// <summary>Issuing organ, upper case, e.g. "THƯỜNG TRỰC".</summary>
    public required string Organ { get; init; }

    /// <summary>The organ as a sentence names it ("Thường trực Hội đồng nhân dân xã Bản Mẫu"), for the line below an annex's heading.</summary>
    public string? OrganInText { get; init; }

    /// <summary>Number given by the register; null or blank leaves room to write it.</summary>
    public string? Number { get; init; }

    /// <summary>What follows the number and its slash: "HĐND-VP", "BC-HĐND", "2026/NQ-HĐND".</summary>
    public required string Notation { get; init; }

    public required string Place { get; init; }

    public required WrittenDate Date { get; init; }

    /// <summary>Abstract of an official letter, without its "V/v".</summary>
    public string? Subject { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>A mark such as "DỰ THẢO" or "DỰ THẢO LẦN 2" in a frame; null for none.</summary>
    public string? DraftMark { get; init; }

    /// <summary>"05/HĐND-VP": a zero leads numbers below 10.</summary>
    internal string NumberAndNotation => $"{WrittenNumber}/{Notation}";

    private string WrittenNumber => Number?.Trim() switch
    {
        null or "" => DecreeForm.RoomForNumber,
        [>= '0' and <= '9'] single => $"0{single}",
        { } number => number,
    };
}

/// <summary>Urgency marks of Decree 30, Annex I; the order is the order of haste.</summary>
public enum Urgency
{
    None,
    Urgent,
    VeryUrgent,
    Immediate,
}

/// <summary>Kind ("BÁO CÁO") and abstract, with the deciding body and its session below where a resolution names them.</summary>
public sealed record DocumentTitle(string Kind, string? Abstract = null, string? DecidingBody = null);

/// <summary>A signature: the lines of authority and title, room for signature and seal, the signer's name (null leaves its room too).</summary>
public sealed record Signature(IReadOnlyList<SignatureLine> Lines, string? Signer = null);

/// <summary>One line of a signature, upper case: "TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH".</summary>
public sealed record SignatureLine(AuthorityForm Form, string Title)
{
    public override string ToString() => DecreeForm.Prefix(Form) + Title;
}

/// <summary>In whose name a person signs (Decree 30, Article 13).</summary>
public enum AuthorityForm
{
    /// <summary>The signer's own title.</summary>
    Own,

    /// <summary>TM.: on behalf of a collective body.</summary>
    OnBehalf,

    /// <summary>KT.: a deputy in place of the head.</summary>
    InPlaceOf,

    /// <summary>TL.: by order.</summary>
    ByOrder,

    /// <summary>TUQ.: by authorisation.</summary>
    ByAuthorisation,

    /// <summary>Q.: holding the post for the time being.</summary>
    Acting,
}

/// <summary>An annex: a new page and section, its own orientation, page numbers counted anew; several annexes get Roman numbers.</summary>
public sealed record Annex(string Title, IReadOnlyList<Block> Body)
{
    public bool Landscape { get; init; }

    /// <summary>The line in brackets below the heading; null composes it from the document ("Kèm theo Công văn số … ngày … của …").</summary>
    public string? Reference { get; init; }
}

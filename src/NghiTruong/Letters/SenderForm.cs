using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;

namespace NghiTruong.Letters;

/// <summary>How the organ that sends stands in its documents: names in the head, place, signature. Signer, authority form and seal are fields of the body.</summary>
public sealed record SenderForm(string? UpperOrgan, string Organ, string OrganInText, string Place, IReadOnlyList<string> SignatureLines, string? Signer, bool UsesCouncilSeal)
{
    /// <summary>"Hội đồng nhân dân xã Bản Mẫu".</summary>
    public required string CouncilInText { get; init; }

    public Signature Signature => new([.. SignatureLines.Select(line => new SignatureLine(AuthorityForm.Own, line))], Signer);

    public Letterhead Head(string? number, string notation, WrittenDate date) => new()
    {
        UpperOrgan = UpperOrgan,
        Organ = Organ,
        OrganInText = OrganInText,
        Number = number,
        Notation = notation,
        Place = Place,
        Date = date,
    };

    /// <summary>The council itself, whose chair certifies: Law 72/2025/QH15, Art 32.5. Where a deputy signs for the body, room is left for the chair's name.</summary>
    public SenderForm AsCouncil(FormTexts form) => this with
    {
        UpperOrgan = null,
        Organ = UpperOrgan ?? Organ,
        OrganInText = CouncilInText,
        SignatureLines = [form["form.signerTitle"]],
        Signer = SignatureLines is [.., var title] && title == form["form.signerTitle"] ? Signer : null,
    };

    /// <param name="bodyId">The body that signs; null is the Standing Committee.</param>
    /// <param name="on">The day whose unit name and signer are meant.</param>
    public static async Task<SenderForm> ReadAsync(Db db, FormTexts form, Guid councilId, Guid? bodyId, DateOnly on, CancellationToken ct)
    {
        var council = await db.Set<Council>().AsNoTracking().FirstAsync(c => c.Id == councilId, ct);
        var unit = await db.Set<UnitVersion>().AsNoTracking()
            .Where(v => v.UnitId == council.UnitId && v.From <= on).OrderByDescending(v => v.From).FirstOrDefaultAsync(ct);
        var body = bodyId is { } id
            ? await db.Set<Body>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, ct)
            : await db.Set<Body>().AsNoTracking()
                .Where(b => b.CouncilId == councilId && b.Kind == BodyKind.StandingCommittee && b.From <= on).OrderByDescending(b => b.From).FirstOrDefaultAsync(ct);
        var councilInText = form.Unfold(council.Name);
        var organ = OrganOf(form, body);

        return new SenderForm(
            body?.Kind == BodyKind.NationalAssemblyDelegation ? null : councilInText.ToUpperInvariant(),
            organ.ToUpperInvariant(),
            body?.Kind == BodyKind.NationalAssemblyDelegation ? form.Unfold(body.Name) : $"{organ} {councilInText}",
            unit?.Name ?? council.Name,
            [.. Lines(body?.AuthorityForm ?? form["form.authority"]), .. Lines(body?.SignerTitle ?? form["form.signerTitle"])],
            body?.SignerName,
            body?.UsesCouncilSeal ?? true)
        {
            CouncilInText = councilInText,
        };
    }

    private static string OrganOf(FormTexts form, Body? body) => body switch
    {
        null or { Kind: BodyKind.StandingCommittee } => form["form.standingCommittee"],
        { Kind: BodyKind.NationalAssemblyDelegation } => form.Unfold(body.Name),
        _ => (body.Name.IndexOf(" HĐND", StringComparison.Ordinal) is > 0 and var at ? body.Name[..at] : body.Name).Trim(),
    };

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

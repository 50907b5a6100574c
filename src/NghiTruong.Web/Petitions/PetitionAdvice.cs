using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Petitions;
using NghiTruong.Texts;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>One proposal in words: what, why, and the address that takes it up.</summary>
public sealed record AdviceLine(string What, string Why, string Href);

/// <summary>A likely duplicate of the own council.</summary>
public sealed record AdviceDuplicate(string Code, string Excerpt, string Likeness, string Why, bool IsSameMatter);

/// <summary>What the machine proposes for a petition on the desk; people decide.</summary>
public sealed record Advice(
    string Code, IReadOnlyList<AdviceLine> Fields, IReadOnlyList<AdviceLine> Agencies, IReadOnlyList<AdviceDuplicate> Duplicates, IReadOnlyList<string> Elsewhere)
{
    public bool IsEmpty => Fields.Count + Agencies.Count + Duplicates.Count + Elsewhere.Count == 0;
}

/// <summary>Gathers proposals of field, agency and likely duplicates, with their reasons.</summary>
public sealed class PetitionAdvice(Suggestions suggestions, LikelyDuplicates duplicates, CouncilDirectory directory, Acting acting, TextTable texts)
{
    public async Task<Advice> ForAsync(Petition petition, CancellationToken ct)
    {
        var question = DuplicateQuestion.About(petition);
        var suggested = await suggestions.ForAsync(question, acting, ct);
        var found = await duplicates.FindAsync(question, acting, ct);
        var agencies = await directory.AgenciesAsync(suggested.Agencies.Select(a => (Guid?)a.Value), ct);

        return new Advice(
            petition.Code,
            [.. suggested.Fields.Where(f => f.Value != petition.Field)
                .Select(f => new AdviceLine(CatalogueWords.Field(f.Value)!, Why(f.Reason), $"{PetitionLinks.Act(petition.Code, "phan-loai")}?linhVuc={f.Value}"))],
            [.. suggested.Agencies.Where(a => agencies.ContainsKey(a.Value))
                .Select(a => new AdviceLine(agencies[a.Value].Name, Why(a.Reason), $"{PetitionLinks.Act(petition.Code, "chuyen")}?coQuan={a.Value}"))],
            [.. found.Own.Select(d => new AdviceDuplicate(
                d.Code, d.Excerpt, texts["duplicate." + Words.CodeOf(d.Likeness)], string.Join("; ", d.Reasons.Select(Why)), d.Likeness == Likeness.SameMatter))],
            [.. found.Elsewhere.Select(d => $"{d.Council} ({d.Similarity:P0})")]);
    }

    private string Why(Reason reason) => texts[reason.Code, reason.Values];
}

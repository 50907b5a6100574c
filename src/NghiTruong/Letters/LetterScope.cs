using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Letters;

/// <summary>Every list and page of letters starts here: drafts at home only, what was issued flows down the tiers and to its recipient.</summary>
public static class LetterScope
{
    public static IQueryable<OfficialLetter> VisibleTo(this IQueryable<OfficialLetter> letters, Acting acting)
    {
        var (issued, drafts) = (acting.ScopeOf<ReadLetters>(), acting.ScopeOf<ReadDraftLetters>());
        if (drafts.All)
        {
            return letters;
        }

        var (councils, provinces, agencies, home, all, receiving) =
            (issued.Councils, issued.Provinces, issued.Agencies, drafts.Councils, issued.All, acting.OwnCouncils<ReadLetters>());

        return letters.Where(l =>
            home.Contains(l.CouncilId)
            || (LetterStates.WasIssued.Contains(l.State)
                && (all
                    || councils.Contains(l.CouncilId)
                    || provinces.Contains(l.ProvinceId)
                    || (l.RecipientAgencyId != null && agencies.Contains(l.RecipientAgencyId.Value))
                    || (l.RecipientCouncilId != null && receiving.Contains(l.RecipientCouncilId.Value)))));
    }
}

/// <summary>A letter loaded for an act, and the capacity that allows it.</summary>
internal sealed record LetterInHand(OfficialLetter Letter, Capacity Capacity);

internal static class LetterFinder
{
    /// <summary>What one may not even read is "not found"; what one may read but not do so is refused by name.</summary>
    public static async Task<Result<LetterInHand>> FindLetterAsync<T>(this Work work, Guid id, CancellationToken ct)
        where T : Permission, new()
    {
        if (await work.Db.Set<OfficialLetter>().VisibleTo(work.Acting).FirstOrDefaultAsync(l => l.Id == id, ct) is not { } letter)
        {
            return new Refusal("letter.notFound");
        }

        return work.CapacityFor<T>(letter) is { } capacity ? new LetterInHand(letter, capacity) : new Refusal("letter.notAllowed");
    }
}

/// <summary>Who reads a letter reads its signed copy.</summary>
internal sealed class LetterFiles : IFileOwner
{
    public const string OwnerKind = "letter";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<OfficialLetter>().VisibleTo(acting).AnyAsync(l => l.Id == ownerId, ct);
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Search;

namespace NghiTruong.Petitions;

/// <summary>A petition whose likes are looked for: one being typed, or a recorded one.</summary>
public sealed record DuplicateQuestion
{
    public required Guid CouncilId { get; init; }

    public required string Content { get; init; }

    public string? Place { get; init; }

    public string? Field { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The petition itself, when it is recorded already.</summary>
    public Guid? Except { get; init; }

    public static DuplicateQuestion About(Petition petition) => new()
    {
        CouncilId = petition.CouncilId,
        Content = petition.Content,
        Place = petition.Place,
        Field = petition.Field,
        ReceivedOn = petition.ReceivedOn,
        Except = petition.Id,
    };
}

/// <summary>A petition of the own council that may be the same matter, or the same kind of matter elsewhere.</summary>
/// <param name="Similarity">From 0 to 1.</param>
public sealed record LikelyDuplicate(
    Guid Id, string Code, string Excerpt, string? Place, PetitionStatus Status, DateOnly ReceivedOn, Likeness Likeness, double Similarity, IReadOnlyList<Reason> Reasons);

/// <summary>Another council of the province has something alike: only which one and how alike, no text and no person.</summary>
public sealed record DuplicateElsewhere(Guid CouncilId, string Council, Likeness Likeness, double Similarity);

/// <summary>What was found; the same matter first, most alike first.</summary>
public sealed record DuplicatesFound(IReadOnlyList<LikelyDuplicate> Own, IReadOnlyList<DuplicateElsewhere> Elsewhere)
{
    public static DuplicatesFound None { get; } = new([], []);
}

/// <summary>Proposes likely duplicates in the own council, earlier sessions included, and points to councils of the province that have the like. People decide.</summary>
public sealed class LikelyDuplicates(IDbContextFactory<Db> contexts, CouncilDirectory directory)
{
    private const int MostCandidates = 60;
    private const int MostOwn = 10;
    private const int MostElsewhere = 10;
    private const int ExcerptLength = 200;

    /// <summary>Nothing for who neither records nor sorts petitions of that council.</summary>
    public async Task<DuplicatesFound> FindAsync(DuplicateQuestion asked, Acting acting, CancellationToken ct)
    {
        if (await directory.CouncilAsync(asked.CouncilId, ct) is not { } council
            || (acting.CapacityFor<SortPetitions>(council.Id, council.ProvinceId) ?? acting.CapacityFor<RecordPetitions>(council.Id, council.ProvinceId)) is null)
        {
            return DuplicatesFound.None;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var near = await SearchIndex.NearAsync(db, asked.Content, PetitionSearch.Kind, council.Id, council.ProvinceId, MostCandidates, ct);
        var judged = await JudgedAsync(db, asked, near, ct);

        return new DuplicatesFound(await OwnAsync(asked, judged, ct), await ElsewhereAsync(asked.CouncilId, judged, ct));
    }

    private static async Task<List<Judged>> JudgedAsync(Db db, DuplicateQuestion asked, IReadOnlyList<NearHit> near, CancellationToken ct)
    {
        var ids = near.Select(n => n.Id).ToList();
        var candidates = await db.Set<Petition>().AsNoTracking()
            .Where(p => ids.Contains(p.Id) && p.Id != asked.Except && p.Status != PetitionStatus.Merged)
            .Select(p => new Candidate(p.Id, p.Code, p.CouncilId, p.Status, new ComparedPetition(p.Content, p.Place, p.Field, p.ReceivedOn)))
            .ToListAsync(ct);
        var mine = new ComparedPetition(asked.Content, asked.Place, asked.Field, asked.ReceivedOn);

        return
        [
            .. from candidate in candidates
               let verdict = PetitionLikeness.Judge(mine, candidate.Petition)
               where verdict is not null
               orderby verdict.Value.Likeness, verdict.Value.Similarity descending, candidate.Petition.ReceivedOn descending
               select new Judged(mine, candidate, verdict.Value.Likeness, verdict.Value.Similarity),
        ];
    }

    private async Task<IReadOnlyList<LikelyDuplicate>> OwnAsync(DuplicateQuestion asked, List<Judged> judged, CancellationToken ct)
    {
        var sessions = await directory.SessionsOfAsync(asked.CouncilId, ct);

        return
        [
            .. from j in judged.Where(j => j.Candidate.CouncilId == asked.CouncilId).Take(MostOwn)
               let c = j.Candidate
               let between = sessions.Count(s => s.OpensOn > c.Petition.ReceivedOn && s.OpensOn <= asked.ReceivedOn)
               select new LikelyDuplicate(
                   c.Id, c.Code, Shortened(c.Petition.Content), c.Petition.Place, c.Status, c.Petition.ReceivedOn, j.Likeness, j.Similarity,
                   [.. PetitionLikeness.Why(j.Asked, c.Petition, between)]),
        ];
    }

    private async Task<IReadOnlyList<DuplicateElsewhere>> ElsewhereAsync(Guid own, List<Judged> judged, CancellationToken ct)
    {
        var councils = await directory.CouncilsAsync(ct);

        return
        [
            .. (from j in judged
               where j.Candidate.CouncilId != own
               group j by j.Candidate.CouncilId into there
               let best = there.First()
               where councils.ContainsKey(there.Key)
               orderby best.Likeness, best.Similarity descending
               select new DuplicateElsewhere(there.Key, councils[there.Key].Name, best.Likeness, best.Similarity)).Take(MostElsewhere),
        ];
    }

    private static string Shortened(string content) =>
        content.Length <= ExcerptLength ? content : content[..Math.Max(content.LastIndexOf(' ', ExcerptLength), ExcerptLength / 2)] + "…";

    private sealed record Candidate(Guid Id, string Code, Guid CouncilId, PetitionStatus Status, ComparedPetition Petition);

    private sealed record Judged(ComparedPetition Asked, Candidate Candidate, Likeness Likeness, double Similarity);
}

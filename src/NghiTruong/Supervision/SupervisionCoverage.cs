using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Journal;
using NghiTruong.Operations;

namespace NghiTruong.Supervision;

/// <summary>
/// How many supervisions are held in a year (frame for councils 2026-2031, draft decision of a province's Standing Committee: the Standing Committee and each committee two, each delegate group
/// one, a commune two themes): counted as each is held, so that whoever has not done so is a name and not a share.
/// </summary>
public sealed class SupervisionCoverage(CoverageBook coverage) : IEventHandler
{
    public const string Committees = "body.supervised";
    public const string Groups = "group.supervised";
    public const string Standing = "standing.supervised";
    public const string Themes = "commune.themes";

    private const string Basis = "Khung chỉ tiêu hoạt động HĐND nhiệm kỳ 2026-2031 (dự thảo)";

    public static IReadOnlyList<CoverageKind> Kinds { get; } =
    [
        new(Committees, CoverageSubjects.Body, CoverageCadence.Year, 2, Basis) { Acts = Held("body_id", "body_id IS NOT NULL"), Group = nameof(BodyKind.Committee) },
        new(Groups, CoverageSubjects.Body, CoverageCadence.Year, 1, Basis) { Acts = Held("body_id", "body_id IS NOT NULL"), Group = nameof(BodyKind.DelegateGroup) },
        new(Standing, CoverageSubjects.Council, CoverageCadence.Year, 2, Basis) { Acts = Held("council_id", $"subject = '{nameof(SupervisionSubject.StandingCommittee)}'") },
        new(Themes, CoverageSubjects.Council, CoverageCadence.Year, 2, Basis) { Acts = Held("council_id", $"kind = '{nameof(SupervisionKind.Thematic)}'"), Tiers = [nameof(Tier.Commune)] },
    ];

    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not SupervisionHeld { On: var on } held || await work.Db.Set<SupervisionCase>().FindAsync([held.Subject.Id], ct) is not { } s)
        {
            return;
        }

        foreach (var (kind, subject) in Counted(s))
        {
            await coverage.AddAsync(work, kind, subject, on, 1, ct);
        }
    }

    private static IEnumerable<(string Kind, Guid Subject)> Counted(SupervisionCase s)
    {
        if (s.BodyId is { } body)
        {
            yield return (Committees, body);
            yield return (Groups, body);
        }

        if (s.Subject == SupervisionSubject.StandingCommittee)
        {
            yield return (Standing, s.CouncilId);
        }

        if (s.Kind == SupervisionKind.Thematic)
        {
            yield return (Themes, s.CouncilId);
        }
    }

    private static string Held(string subject, string which) => $"SELECT {subject} AS subject_id, held_on AS day, 1 AS n FROM supervision WHERE held_on IS NOT NULL AND state <> 'Cancelled' AND {which}";
}

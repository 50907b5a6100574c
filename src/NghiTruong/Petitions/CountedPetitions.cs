using NghiTruong.Indicators;

namespace NghiTruong.Petitions;

/// <summary>Petitions as indicators count them and open onto them: no name of a voter, a line of the text.</summary>
internal static class CountedPetitions
{
    public static CountedRecords Records { get; } = new(
        nameof(PetitionKind.Petition), "petition", "petition",
        """
        SELECT id, code, SUBSTR(content, 1, 160) AS title, council_id, province_id, received_on AS day, COALESCE(field, '') AS field, COALESCE(authority, '') AS authority, status,
               COALESCE(outcome, '') AS outcome
        FROM petition WHERE kind = 'Petition' AND status <> 'Merged'
        """)
    {
        ReadBy = acting => acting.ScopeOf<ReadPetitions>(),
        Dimensions =
        [
            new("status", "petition.status.", Enum.GetNames<PetitionStatus>()),
            new("outcome", "petition.outcome.", Enum.GetNames<Outcome>()),
        ],
    };

    /// <summary>Petitions whose term has come, by whether they were answered in it.</summary>
    public static CountedRecords Terms { get; } = new(
        PetitionCounting.Term, "petition.term", "petition",
        $"""
        SELECT id, code, SUBSTR(content, 1, 160) AS title, council_id, province_id, due_on AS day, '' AS field, '' AS authority, '' AS status, {PetitionCounting.TermOutcome} AS outcome
        FROM petition WHERE status <> 'Merged' AND {PetitionCounting.HasTerm}
        """)
    {
        ReadBy = acting => acting.ScopeOf<ReadPetitions>(),
        Dimensions = [new("outcome", "petition.term.", [PetitionCounting.InTime, PetitionCounting.Late, PetitionCounting.Waiting])],
    };
}

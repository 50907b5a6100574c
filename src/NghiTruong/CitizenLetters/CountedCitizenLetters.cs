using NghiTruong.Indicators;

namespace NghiTruong.CitizenLetters;

/// <summary>Letters as indicators count them and open onto them, by their code alone, and for the desk that handles them alone: letters stay at home, upper levels see figures only.</summary>
internal static class CountedCitizenLetters
{
    public static CountedRecords Records { get; } = new(
        CitizenLetterCounting.Letter, "citizenLetter", "citizenLetter",
        $"""
        SELECT id, code, code AS title, council_id, province_id, received_on AS day, kind AS field, authority,
               {CitizenLetterCounting.Outcome} AS outcome, state AS status
        FROM citizen_letter
        """)
    {
        ReadBy = acting => acting.ScopeOf<HandleCitizenLetters>(),
        Dimensions =
        [
            new("field", "citizenLetter.kind.", Enum.GetNames<CitizenLetterKind>()),
            new("outcome", "counted.citizenLetter.outcome.", Enum.GetNames<CitizenLetterOutcome>()),
        ],
    };
}

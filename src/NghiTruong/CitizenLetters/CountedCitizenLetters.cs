using NghiTruong.Indicators;

namespace NghiTruong.CitizenLetters;

/// <summary>Letters as indicators count them and open onto them: of one whose sender is protected, the code alone.</summary>
internal static class CountedCitizenLetters
{
    public static CountedRecords Records { get; } = new(
        CitizenLetterCounting.Letter, "citizenLetter", "citizenLetter",
        """
        SELECT id, code, CASE WHEN is_protected THEN code ELSE SUBSTR(summary, 1, 160) END AS title, council_id, province_id, received_on AS day, kind AS field, authority,
               CASE WHEN transferred_on IS NOT NULL THEN 'Passed' WHEN state = 'Guided' THEN 'Guided' WHEN state = 'Filed' OR filed_on IS NOT NULL THEN 'Filed'
                    WHEN authority = 'Own' AND state IN ('Accepted', 'Answered', 'Told', 'Closed') THEN 'Handled' ELSE 'Waiting' END AS outcome, state AS status
        FROM citizen_letter
        """)
    {
        Dimensions =
        [
            new("field", "citizenLetter.kind.", Enum.GetNames<CitizenLetterKind>()),
            new("outcome", "counted.citizenLetter.outcome.", Enum.GetNames<CitizenLetterOutcome>()),
        ],
    };
}

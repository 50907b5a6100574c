using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.CitizenLetters;

/// <summary>
/// Counts letters as they change, so that "100 % of letters passed on" is a figure: Passed, Handled and Guided of all but Filed. Dimensions: field = kind of letter, authority = whose to settle, outcome =
/// <see cref="CitizenLetterOutcome"/>, due = what the council's desk owes.
/// </summary>
public sealed class CitizenLetterCounting : IChangeObserver
{
    public const string Letter = "CitizenLetter";

    private const string NoId = "'00000000-0000-0000-0000-000000000000'";

    /// <summary>Names of <see cref="CitizenLetterOutcome"/>, as the records tell it.</summary>
    internal const string Outcome =
        "CASE WHEN transferred_on IS NOT NULL THEN 'Passed' WHEN state = 'Guided' THEN 'Guided' WHEN state = 'Filed' OR filed_on IS NOT NULL THEN 'Filed' WHEN authority = 'Own' AND state IN ('Accepted', 'Answered', 'Told', 'Closed') THEN 'Handled' ELSE 'Waiting' END";

    public static IReadOnlyList<string> Kinds { get; } = [Letter];

    /// <summary>The same counts by a statement over the records.</summary>
    public static readonly CountSource Source = new(
        Kinds,
        $"""
        SELECT kind, council_id, province_id, '' AS session, day, due, field, authority, agency_id, outcome, status, COUNT(*) AS n
        FROM (
            SELECT '{Letter}' AS kind, council_id, province_id, received_on AS day, COALESCE(owed_by, '9999-01-01') AS due, kind AS field, authority, COALESCE(transfer_agency_id, {NoId}) AS agency_id,
                   {Outcome} AS outcome, state AS status
            FROM citizen_letter
        ) AS letters
        GROUP BY kind, council_id, province_id, day, due, field, authority, agency_id, outcome, status
        """) { CellKinds = [] };

    public void Observe(IReadOnlyList<EntityEntry> changed, Work work) => work.CountChanged(changed.Where(e => e.Entity is CitizenLetter), (tally, _, values, n) => tally.Add(LineOf(values), n));

    private static Counted LineOf(PropertyValues v)
    {
        var (state, authority) = (v.GetValue<CitizenLetterState>(nameof(CitizenLetter.State)), v.GetValue<HandlingAuthority>(nameof(CitizenLetter.Authority)));

        return new Counted(
            Letter,
            v.GetValue<Guid>(nameof(CitizenLetter.CouncilId)),
            v.GetValue<Guid>(nameof(CitizenLetter.ProvinceId)),
            "",
            v.GetValue<DateOnly>(nameof(CitizenLetter.ReceivedOn)),
            v.GetValue<DateOnly?>(nameof(CitizenLetter.OwedBy)) ?? Counted.NotOwed,
            v.GetValue<CitizenLetterKind>(nameof(CitizenLetter.Kind)).ToString(),
            authority.ToString(),
            v.GetValue<Guid?>(nameof(CitizenLetter.TransferAgencyId)) ?? Guid.Empty,
            CitizenLetter.OutcomeOf(state, authority, v.GetValue<DateOnly?>(nameof(CitizenLetter.TransferredOn)), v.GetValue<DateOnly?>(nameof(CitizenLetter.FiledOn))).ToString(),
            state.ToString());
    }
}

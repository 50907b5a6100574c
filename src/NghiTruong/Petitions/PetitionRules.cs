using NghiTruong.Documents.Files;
using NghiTruong.Law.Catalogues;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>The human code of a petition.</summary>
public static class PetitionCode
{
    public static string Series(string councilCode, int year) => $"KNCT-{councilCode}-{year:0000}";

    public static string Of(string councilCode, int year, int number) => $"{Series(councilCode, year)}-{number:00000}";
}

/// <summary>Rules of the house on petitions, pure; each refusal has the name its test asserts.</summary>
public static class PetitionRules
{
    /// <summary>More than any province's meeting; sums of many stay far from the end of a number.</summary>
    public const int MostVoters = 1_000_000;

    /// <summary>The first year of the term 2004-2011: no ledger in use reaches further back, and a slip of the keyboard does.</summary>
    public const int EarliestYear = 2004;

    public static IReadOnlyList<Refusal> WrongIn(PetitionInput asked, DateOnly today) => WrongIn(asked.Content, asked.ReceivedOn, asked.Voters, today);

    public static IReadOnlyList<Refusal> WrongIn(string? content, DateOnly? receivedOn, int? voters, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(content))
        {
            wrong.Add(new Refusal("petition.contentMissing", nameof(PetitionInput.Content)));
        }

        if (receivedOn > today)
        {
            wrong.Add(new Refusal("petition.receivedInFuture", nameof(PetitionInput.ReceivedOn)));
        }

        if (receivedOn is { Year: < EarliestYear })
        {
            wrong.Add(new Refusal("petition.receivedTooEarly", nameof(PetitionInput.ReceivedOn), EarliestYear));
        }

        if (WrongVoters(voters) is { } number)
        {
            wrong.Add(number);
        }

        if (Secrets.InText(content, nameof(PetitionInput.Content)) is { } secret)
        {
            wrong.Add(secret);
        }

        return wrong;
    }

    public static Refusal? WrongVoters(int? voters) => voters switch
    {
        <= 0 => new Refusal("petition.votersNotPositive", nameof(PetitionInput.Voters)),
        > MostVoters => new Refusal("petition.votersTooMany", nameof(PetitionInput.Voters), MostVoters),
        _ => null,
    };

    public static Refusal? WrongField(string? field, DateOnly on) =>
        field is not null && !Holds(CatalogueKind.Field, field, on) ? new Refusal("petition.fieldUnknown", nameof(PetitionInput.Field), field) : null;

    public static Refusal? WrongAuthority(string? authority, DateOnly on) =>
        authority is not null && !Holds(CatalogueKind.Authority, authority, on) ? new Refusal("petition.authorityUnknown", nameof(Classification.Authority), authority) : null;

    private static bool Holds(CatalogueKind kind, string code, DateOnly on) => Catalogue.Of(kind, code)?.HoldsOn(on) == true;

    /// <summary>It lies with the council it was passed to, which may send it on.</summary>
    public static bool IsHeld(Petition petition) => petition is { HolderCouncilId: not null, Status: PetitionStatus.Passing or PetitionStatus.Accepted };

    /// <summary>Only what lies on the desk can be sent; an opinion is counted, not sent.</summary>
    public static Refusal? CannotBeSent(Petition petition)
    {
        if (petition.Kind == PetitionKind.Opinion)
        {
            return new Refusal("petition.opinionIsNotSent", null, petition.Code);
        }

        return IsHeld(petition) || PetitionStatuses.OnTheDesk.Contains(petition.Status) ? null : new Refusal("petition.alreadySent", null, petition.Code);
    }

    public static Refusal? CannotBeAnswered(Petition petition, AnswerItem answer)
    {
        if (!PetitionStatuses.Answerable.Contains(petition.Status))
        {
            return new Refusal("petition.notSent", null, petition.Code);
        }

        return string.IsNullOrWhiteSpace(answer.Extract) && answer.Outcome is null
            ? new Refusal("answer.empty", nameof(answer.Extract), petition.Code)
            : null;
    }

    /// <summary>A matter is closed when it is done, not when it is answered: concluded, told to the voters, and not still under way.</summary>
    public static Refusal? CannotBeClosed(Petition petition)
    {
        if (petition.ConcludedOn is null)
        {
            return new Refusal("petition.notConcluded", null, petition.Code);
        }

        if (petition.NotifiedOn is null)
        {
            return new Refusal("petition.votersNotTold", null, petition.Code);
        }

        return petition.Outcome is Outcome.InProgress or Outcome.Partly or Outcome.NotSettled
            ? new Refusal("petition.notDone", null, petition.Code)
            : null;
    }
}

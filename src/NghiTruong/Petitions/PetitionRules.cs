using NghiTruong.Documents.Files;
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

        if (voters is <= 0)
        {
            wrong.Add(new Refusal("petition.votersNotPositive", nameof(PetitionInput.Voters)));
        }

        if (Secrets.InText(content, nameof(PetitionInput.Content)) is { } secret)
        {
            wrong.Add(secret);
        }

        return wrong;
    }

    /// <summary>Only what lies on the desk can be sent; an opinion is counted, not sent.</summary>
    public static Refusal? CannotBeSent(Petition petition)
    {
        if (petition.Kind == PetitionKind.Opinion)
        {
            return new Refusal("petition.opinionIsNotSent", null, petition.Code);
        }

        // A council it was passed to holds it and may send it on.
        var held = petition is { HolderCouncilId: not null, Status: PetitionStatus.Passing or PetitionStatus.Accepted };

        return held || PetitionStatuses.OnTheDesk.Contains(petition.Status) ? null : new Refusal("petition.alreadySent", null, petition.Code);
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

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
    public static IReadOnlyList<Refusal> WrongIn(PetitionInput asked, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(asked.Content))
        {
            wrong.Add(new Refusal("petition.contentMissing", nameof(asked.Content)));
        }

        if (asked.ReceivedOn > today)
        {
            wrong.Add(new Refusal("petition.receivedInFuture", nameof(asked.ReceivedOn)));
        }

        if (asked.Voters is <= 0)
        {
            wrong.Add(new Refusal("petition.votersNotPositive", nameof(asked.Voters)));
        }

        return wrong;
    }
}

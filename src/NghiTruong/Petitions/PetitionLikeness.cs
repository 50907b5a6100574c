using NghiTruong.Language;

namespace NghiTruong.Petitions;

/// <summary>How two petitions are alike.</summary>
public enum Likeness
{
    /// <summary>Cùng một việc: likely a duplicate.</summary>
    SameMatter,

    /// <summary>Cùng loại việc ở nơi khác: the same words about another hamlet, not a duplicate.</summary>
    SameKind,
}

/// <summary>A petition as it is compared.</summary>
internal sealed record ComparedPetition(string Content, string? Place, string? Field, DateOnly ReceivedOn)
{
    public PetitionPlaces Places { get; } = PetitionPlaces.Of(Content, Place);

    public ulong[] Shingles { get; } = NearDuplicates.Shingles(VietnameseText.Fold(Content));
}

/// <summary>Judges how alike two petitions are, and says why. Pure.</summary>
internal static class PetitionLikeness
{
    /// <summary>Least similarity of whole texts that name the same place; below it they share a place, not a matter.</summary>
    internal const double SamePlace = 0.35;

    /// <summary>Least similarity where one of them names no place.</summary>
    internal const double UnknownPlace = 0.5;

    /// <summary>Least similarity, names of places left out, to be the same kind of matter.</summary>
    internal const double OtherPlace = 0.6;

    private const int MostPhrases = 2;

    /// <summary>Null when they have too little in common. Similarity runs from 0 to 1.</summary>
    public static (Likeness Likeness, double Similarity)? Judge(ComparedPetition asked, ComparedPetition other)
    {
        var whole = NearDuplicates.Similarity(asked.Shingles, other.Shingles);
        if (asked.Places.IsElsewhere(other.Places))
        {
            var bare = NearDuplicates.Similarity(NearDuplicates.Shingles(asked.Places.Rest), NearDuplicates.Shingles(other.Places.Rest));

            return bare >= OtherPlace ? (Likeness.SameKind, whole) : null;
        }

        var least = asked.Places.Shared(other.Places) is null ? UnknownPlace : SamePlace;

        return whole >= least ? (Likeness.SameMatter, whole) : null;
    }

    /// <summary>Why, most telling first: words in common, place, field, time between.</summary>
    public static IEnumerable<Reason> Why(ComparedPetition asked, ComparedPetition other, int sessionsAgo)
    {
        if (SharedPhrases(asked.Content, other.Content) is { Length: > 0 } phrases)
        {
            yield return new Reason("duplicate.sharedWords", phrases);
        }

        if (asked.Places.Shared(other.Places) is not null)
        {
            yield return new Reason("duplicate.samePlace", other.Place ?? asked.Place ?? "");
        }
        else if (asked.Places.IsElsewhere(other.Places))
        {
            yield return new Reason("duplicate.otherPlace", other.Place ?? "");
        }

        if (asked.Field is not null && asked.Field == other.Field)
        {
            yield return new Reason("duplicate.sameField");
        }

        yield return sessionsAgo > 0
            ? new Reason("duplicate.sessionsAgo", sessionsAgo)
            : new Reason("duplicate.daysApart", Math.Abs(asked.ReceivedOn.DayNumber - other.ReceivedOn.DayNumber));
    }

    /// <summary>The longest runs of words both texts have, as the first wrote them.</summary>
    private static string SharedPhrases(string a, string b)
    {
        var written = VietnameseText.FoldKeepingMarks(a).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var mine = written.Select(VietnameseText.Fold).ToArray();
        var theirs = VietnameseText.Tokens(b);
        var runs = new List<(int Start, int Length)>();
        while (runs.Count < MostPhrases && LongestRun(mine, theirs, runs) is { Length: > 1 } run)
        {
            runs.Add(run);
        }

        return string.Join(" … ", runs.OrderBy(r => r.Start).Select(r => string.Join(' ', written.Skip(r.Start).Take(r.Length))));
    }

    private static (int Start, int Length) LongestRun(string[] mine, IReadOnlyList<string> theirs, List<(int Start, int Length)> taken)
    {
        var best = (Start: 0, Length: 0);
        var previous = new int[theirs.Count + 1];
        for (var i = 0; i < mine.Length; i++)
        {
            var current = new int[theirs.Count + 1];
            var free = !taken.Exists(t => i >= t.Start && i < t.Start + t.Length);
            for (var j = 0; free && j < theirs.Count; j++)
            {
                current[j + 1] = mine[i] == theirs[j] ? previous[j] + 1 : 0;
                if (current[j + 1] > best.Length)
                {
                    best = (i - current[j + 1] + 1, current[j + 1]);
                }
            }

            previous = current;
        }

        return best;
    }
}

using System.Globalization;
using NghiTruong.Refusals;

namespace NghiTruong.Verification;

/// <summary>Human codes of dossiers: council's code at birth, year, number.</summary>
public static class VerificationCode
{
    public static string Series(string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"TT-{councilCode}-{year:0000}");

    public static string Of(string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:00000}");
}

/// <summary>Rules of the house on verification, pure; each refusal has the name its test asserts.</summary>
public static class VerificationRules
{
    /// <summary>Papers to the committees before a session (Regulation 753/2005, today each council's working regulations).</summary>
    public const string PapersRule = "SESSION_PAPERS_FOR_VERIFICATION";

    /// <summary>The committee meets (Law 87/2015 Art 78.1, kept as an unchecked default).</summary>
    public const string MeetingRule = "VERIFICATION_MEETING";

    /// <summary>The report goes out with the papers to the delegates.</summary>
    public const string ReportRule = "SESSION_PAPERS_TO_DELEGATES";

    /// <summary>A meeting needs more than half of the members, its conclusion more than half of all of them; the counts must add up.</summary>
    public static IReadOnlyList<Refusal> WrongIn(MeetingVotes votes)
    {
        List<Refusal> wrong = [];
        if (votes.Members < 1 || votes.Present < 0 || votes.For < 0 || votes.Against < 0 || votes.Abstained < 0)
        {
            wrong.Add(new Refusal("verification.votesWrong", nameof(votes.Members)));
        }
        else if (votes.Present > votes.Members)
        {
            wrong.Add(new Refusal("verification.morePresentThanMembers", nameof(votes.Present), votes.Members));
        }
        else if (votes.Present * 2 <= votes.Members)
        {
            wrong.Add(new Refusal("verification.noQuorum", nameof(votes.Present), (votes.Members / 2) + 1));
        }
        else if (votes.For + votes.Against + votes.Abstained != votes.Present)
        {
            wrong.Add(new Refusal("verification.votesDoNotAddUp", nameof(votes.For), votes.Present));
        }
        else if (!votes.IsCarried)
        {
            wrong.Add(new Refusal("verification.notCarried", nameof(votes.For), (votes.Members / 2) + 1));
        }

        return wrong;
    }

    /// <summary>A report says all the parts that are required, and a position.</summary>
    public static IReadOnlyList<Refusal> CannotBeReported(VerificationCase of, IEnumerable<VerificationPart> parts, VerificationSetup setup)
    {
        var written = parts.Where(p => !string.IsNullOrWhiteSpace(p.Text)).Select(p => p.Part).ToHashSet();
        List<Refusal> missing =
        [
            .. setup.ReportParts.Where(p => p.IsRequired && !written.Contains(p.Code)).Select(p => new Refusal("verification.partMissing", $"Texts[{p.Code}]", p.NameIn(CultureInfo.CurrentUICulture))),
        ];
        if (of.Position is null)
        {
            missing.Add(new Refusal("verification.positionMissing"));
        }

        return missing;
    }
}

namespace NghiTruong.Verification;

/// <summary>How a resolution stands in the 100-point frame.</summary>
public enum ScoreGrade
{
    /// <summary>Tốt: as shipped 90 and more.</summary>
    Good,

    /// <summary>Khá: as shipped 75 to 89.</summary>
    Fair,

    /// <summary>Đạt: as shipped 60 to 74.</summary>
    Passed,

    /// <summary>Chưa đạt: less than that, or any illegal content.</summary>
    Failed,
}

/// <summary>The total, the grade, and whether illegal content decided it.</summary>
public sealed record ScoreResult(int Total, ScoreGrade Grade, bool FailedByIllegality);

/// <summary>
/// The frame for reviewing commune resolutions (Thanh Hóa's supervision scheme; domain 2.3, skeleton B): as shipped 100 points over five groups, and "any illegal content means chưa đạt
/// whatever the total". Criteria, points and bands are configuration (<see cref="VerificationCatalogues"/>). Pure.
/// </summary>
public static class ScoreFrame
{
    public static ScoreResult Judge(IReadOnlyCollection<(int Points, bool IsIllegal)> scores, ScoreBands bands)
    {
        var (total, illegal) = (scores.Sum(s => s.Points), scores.Any(s => s.IsIllegal));

        return new ScoreResult(total, illegal ? ScoreGrade.Failed : GradeOf(total, bands), illegal);
    }

    public static ScoreGrade GradeOf(int total, ScoreBands bands) =>
        total >= bands.Good ? ScoreGrade.Good : total >= bands.Fair ? ScoreGrade.Fair : total >= bands.Passed ? ScoreGrade.Passed : ScoreGrade.Failed;
}

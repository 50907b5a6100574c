namespace NghiTruong.Verification;

/// <summary>How a resolution stands in the 100-point frame.</summary>
public enum ScoreGrade
{
    /// <summary>Tốt: 90 and more.</summary>
    Good,

    /// <summary>Khá: 75 to 89.</summary>
    Fair,

    /// <summary>Đạt: 60 to 74.</summary>
    Passed,

    /// <summary>Chưa đạt: less than 60, or any illegal content.</summary>
    Failed,
}

/// <summary>The total, the grade, and whether illegal content decided it.</summary>
public sealed record ScoreResult(int Total, ScoreGrade Grade, bool FailedByIllegality);

/// <summary>
/// The frame for reviewing commune resolutions (Thanh Hóa's supervision scheme; domain 2.3, skeleton B): 100 points over five groups, and "any illegal content means chưa đạt
/// whatever the total". Pure.
/// </summary>
public static class ScoreFrame
{
    private const int Good = 90;
    private const int Fair = 75;
    private const int Passed = 60;

    public static ScoreResult Judge(IReadOnlyCollection<(int Points, bool IsIllegal)> scores)
    {
        var (total, illegal) = (scores.Sum(s => s.Points), scores.Any(s => s.IsIllegal));

        return new ScoreResult(total, illegal ? ScoreGrade.Failed : GradeOf(total), illegal);
    }

    public static ScoreGrade GradeOf(int total) => total switch
    {
        >= Good => ScoreGrade.Good,
        >= Fair => ScoreGrade.Fair,
        >= Passed => ScoreGrade.Passed,
        _ => ScoreGrade.Failed,
    };
}

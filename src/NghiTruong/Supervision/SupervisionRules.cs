using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision;

/// <summary>Human codes of supervisions and of their recommendations: council's code at birth, year, number.</summary>
public static class SupervisionCode
{
    public static string Series(string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"GS-{councilCode}-{year:0000}");

    public static string Of(string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:00000}");

    public static string RecommendationSeries(string councilCode, int year) => $"KN{Series(councilCode, year)}";

    public static string OfRecommendation(string councilCode, int year, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{RecommendationSeries(councilCode, year)}-{number:00000}");
}

/// <summary>Rules of the house on supervisions, pure; each refusal has the name its test asserts.</summary>
public static class SupervisionRules
{
    /// <summary>An upper bound that no programme needs: a typing slip.</summary>
    private const int YearsAhead = 6;

    /// <summary>A proposal states necessity, content, scope and object (Law 87/2015 Art 58); a field survey of one page needs its theme and period only.</summary>
    public static IReadOnlyList<Refusal> WrongIn(SupervisionInput asked, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(asked.Theme))
        {
            wrong.Add(new Refusal("supervision.themeMissing", nameof(asked.Theme)));
        }

        if (asked.Kind == SupervisionKind.Thematic)
        {
            Need(asked.Necessity, nameof(asked.Necessity), "supervision.necessityMissing");
            Need(asked.Content, nameof(asked.Content), "supervision.contentMissing");
            Need(asked.Scope, nameof(asked.Scope), "supervision.scopeMissing");
            Need(asked.Object, nameof(asked.Object), "supervision.objectMissing");
        }

        if (asked.PlannedTo < asked.PlannedFrom)
        {
            wrong.Add(new Refusal("supervision.periodBackwards", nameof(asked.PlannedTo)));
        }

        if (asked.PlannedFrom.Year > today.Year + YearsAhead || asked.PlannedFrom.Year < 2004)
        {
            wrong.Add(new Refusal("supervision.yearWrong", nameof(asked.PlannedFrom)));
        }

        return wrong;

        void Need(string? text, string field, string code)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                wrong.Add(new Refusal(code, field));
            }
        }
    }

    /// <summary>Committees and delegate groups are named; the council and its Standing Committee are not.</summary>
    public static Refusal? WrongBody(SupervisionSubject subject, Body? body) => subject switch
    {
        SupervisionSubject.Committee when body?.Kind != BodyKind.Committee => new Refusal("supervision.bodyMissing", nameof(SupervisionInput.BodyId)),
        SupervisionSubject.DelegateGroup when body?.Kind != BodyKind.DelegateGroup => new Refusal("supervision.bodyMissing", nameof(SupervisionInput.BodyId)),
        _ => null,
    };

    /// <summary>The rule that says by when the report is due: Law 87/2015 Art 70, 80, 86 (15, 10, 10 days), kept as unchecked defaults.</summary>
    public static string ReportRule(SupervisionSubject subject) => subject switch
    {
        SupervisionSubject.Committee => "SUPERVISION_REPORT_COMMITTEE",
        SupervisionSubject.DelegateGroup => "GROUP_SUPERVISION_REPORT",
        _ => "SUPERVISION_REPORT_STANDING",
    };

    /// <summary>Within so many days the report is considered (Law 87/2015 Art 71).</summary>
    public const string ConsideredRule = "SUPERVISION_REPORT_CONSIDERED";

    /// <summary>What a supervision must have said before it can be concluded; each missing part by name.</summary>
    public static IReadOnlyList<Refusal> CannotBeConcluded(SupervisionCase s, int recommendations)
    {
        List<Refusal> missing = [];
        if (string.IsNullOrWhiteSpace(s.Results))
        {
            missing.Add(new Refusal("supervision.resultsMissing", nameof(s.Results)));
        }

        if (string.IsNullOrWhiteSpace(s.Shortcomings))
        {
            missing.Add(new Refusal("supervision.shortcomingsMissing", nameof(s.Shortcomings)));
        }

        if (string.IsNullOrWhiteSpace(s.Assessment))
        {
            missing.Add(new Refusal("supervision.assessmentMissing", nameof(s.Assessment)));
        }

        if (recommendations == 0 && string.IsNullOrWhiteSpace(s.NoRecommendationBecause))
        {
            missing.Add(new Refusal("supervision.recommendationsMissing", nameof(s.NoRecommendationBecause)));
        }

        return missing;
    }
}

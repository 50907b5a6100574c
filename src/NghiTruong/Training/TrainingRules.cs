using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Definitions;
using NghiTruong.Refusals;

namespace NghiTruong.Training;

/// <summary>Rules of the house on classes, pure; each refusal has the name its test asserts.</summary>
public static class TrainingRules
{
    private const int MostDays = 60;

    public static IReadOnlyList<Refusal> WrongIn(PlanItemInput asked) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Subject) ? new Refusal("training.subjectMissing", nameof(asked.Subject)) : Secrets.InText(asked.Subject, nameof(asked.Subject)),
            asked.Budget < 0 ? new Refusal("training.budgetNegative", nameof(asked.Budget)) : null,
        }.OfType<Refusal>(),
    ];

    /// <param name="tier">Only a province gives classes to others.</param>
    public static IReadOnlyList<Refusal> WrongIn(TrainingInput asked, Tier tier) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Subject) ? new Refusal("training.subjectMissing", nameof(asked.Subject)) : Secrets.InText(asked.Subject, nameof(asked.Subject)),
            Secrets.InText(asked.Content, nameof(asked.Content)),
            asked.Until < asked.From ? new Refusal("training.untilBeforeFrom", nameof(asked.Until)) : null,
            asked.Until is { } until && until.DayNumber - asked.From.DayNumber >= MostDays ? new Refusal("training.tooLong", nameof(asked.Until), MostDays) : null,
            asked.ForCommunes && tier != Tier.Province ? new Refusal("training.onlyProvince", nameof(asked.ForCommunes)) : null,
        }.OfType<Refusal>(),
    ];

    /// <summary>What to propose for a trainee: completed where they were there for the share of days the rule asks.</summary>
    public static TrainingResult Proposed(int daysThere, int daysCalled, int sharePercent) =>
        daysCalled > 0 && daysThere * 100 >= daysCalled * sharePercent && daysThere > 0 ? TrainingResult.Completed : TrainingResult.NotCompleted;
}

/// <summary>Numbers of training that an administrator keeps in the browser.</summary>
public static class TrainingCatalogue
{
    public const string Code = "training.rules";
    public const string Share = "completedShare";

    public static DefinitionCatalogue Catalogue { get; } = new(Code, "quy-dinh-tap-huan", 61,
    [
        new DefinitionList("", "Quy định về tập huấn", "Rules of training",
        [
            new DefinitionEntry(Share, "Tỷ lệ ngày học phải có mặt để hoàn thành lớp (%)", "Share of days to be there for completing a class (%)")
            {
                Basis = "Trị số mặc định của phần mềm; cơ quan tổ chức lớp quy định", Number = 80, Order = 10,
            },
        ]),
    ]) { IsClosed = true, HasBasis = true, HasNumber = true };
}

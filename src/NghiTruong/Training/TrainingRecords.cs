using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Training;

/// <summary>A line of the yearly plan (kế hoạch tập huấn, bồi dưỡng): what, for whom, how many, when; of the council, or of a province for its communes.</summary>
public sealed class TrainingPlanItem : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    public required int Year { get; init; }

    public required string Subject { get; init; }

    public required TrainingAudience Audience { get; init; }

    /// <summary>How many are to be trained.</summary>
    public int? People { get; init; }

    /// <summary>Month it is planned for.</summary>
    public int? Month { get; init; }

    /// <summary>Dự toán kinh phí, in đồng.</summary>
    public long? Budget { get; init; }

    /// <summary>Of a province, for the delegates of its communes.</summary>
    public bool ForCommunes { get; init; }

    /// <summary>Number of the plan that says so.</summary>
    public string? Document { get; init; }

    public int Version { get; private set; }
}

/// <summary>Lớp tập huấn, bồi dưỡng.</summary>
public sealed class TrainingClass : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>LTH-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required string Subject { get; set; }

    public required TrainingFormat Format { get; set; }

    public required TrainingAudience Audience { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day, included.</summary>
    public required DateOnly Until { get; set; }

    public string? Place { get; set; }

    /// <summary>Báo cáo viên, giảng viên.</summary>
    public string? Trainer { get; set; }

    public string? Content { get; set; }

    /// <summary>Of a province, for the delegates of its communes too.</summary>
    public required bool ForCommunes { get; set; }

    public Guid? PlanItemId { get; set; }

    /// <summary>Number of the decision or plan that opens it.</summary>
    public string? Document { get; set; }

    public TrainingState State { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    [NotInJournal]
    public string Folded { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public void Describe(string subject, string? trainer)
    {
        (Subject, Trainer) = (subject, trainer);
        Folded = VietnameseText.Fold($"{Subject} {Trainer} {Code}");
    }

    public void Hold() => State = State == TrainingState.Planned ? TrainingState.Held : State;

    public void Close(DateOnly on) => (State, ClosedOn) = (TrainingState.Closed, on);

    public void AfterRestoring() => Describe(Subject, Trainer);
}

/// <summary>A day of a class on which the roll is called.</summary>
public sealed class TrainingDay : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ClassId { get; init; }

    public required DateOnly On { get; init; }

    public DateTime? CalledAt { get; set; }

    public Guid SubjectId => ClassId;
}

/// <summary>
/// A delegate enrolled in a class. Hundreds of thousands of them: enrolled by statements and not journalled one by one; the act of enrolling and each roll call stand in the journal.
/// </summary>
public sealed class TrainingSeat
{
    public required Guid ClassId { get; init; }

    public required Guid DelegateId { get; init; }

    /// <summary>The delegate's own council, whoever gives the class.</summary>
    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required DateOnly EnrolledOn { get; init; }

    /// <summary>Days they were there.</summary>
    public int Days { get; set; }

    /// <summary>The first day they were there: that day they count as trained; null while they do not.</summary>
    public DateOnly? TrainedOn { get; set; }

    public TrainingResult Result { get; set; }

    /// <summary>Number of the certificate in the class.</summary>
    public int? Certificate { get; set; }
}

/// <summary>Somebody was there on a day.</summary>
public sealed class TrainingPresence
{
    public required Guid DayId { get; init; }

    public required Guid DelegateId { get; init; }

    public required Guid ClassId { get; init; }
}

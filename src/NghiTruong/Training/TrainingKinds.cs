using System.Globalization;
using NghiTruong.Councils;

namespace NghiTruong.Training;

/// <summary>How a class is held.</summary>
public enum TrainingFormat
{
    /// <summary>Trực tiếp.</summary>
    InPerson,

    /// <summary>Trực tuyến.</summary>
    Online,

    /// <summary>Trực tiếp kết hợp trực tuyến.</summary>
    Mixed,
}

/// <summary>For whom a class is meant.</summary>
public enum TrainingAudience
{
    AllDelegates,

    /// <summary>Hoạt động chuyên trách.</summary>
    FullTime,

    /// <summary>Thường trực, lãnh đạo các Ban.</summary>
    Leaders,

    /// <summary>Newly elected.</summary>
    NewDelegates,

    Groups,
}

public enum TrainingState
{
    Planned,

    /// <summary>A roll was called.</summary>
    Held,

    /// <summary>Results stand; certificates can be given.</summary>
    Closed,
}

/// <summary>What came of it for one trainee.</summary>
public enum TrainingResult
{
    None,
    Completed,
    NotCompleted,
}

/// <summary>Whom one press enrols.</summary>
public enum EnrolWhom
{
    /// <summary>Those not yet trained this year.</summary>
    Untrained,
    All,
    FullTime,
    Group,
    Post,
    Chosen,
}

/// <summary>Human codes of classes.</summary>
public static class TrainingCode
{
    public static string Series(Council council, int year) => string.Create(CultureInfo.InvariantCulture, $"LTH-{council.Code}-{year:0000}");

    public static string Of(string series, int number) => string.Create(CultureInfo.InvariantCulture, $"{series}-{number:00000}");
}

using NghiTruong.Journal;

namespace NghiTruong.Law;

/// <summary>A rule got another value, or lost it.</summary>
/// <param name="OfCouncil">The council whose own value it is; null for a general row.</param>
public sealed record RuleChanged(Subject Subject, string Rule, Guid? OfCouncil, int? Days, DateOnly? ValidFrom) : HouseEvent(Subject)
{
    public override string Code => "law.ruleChanged";
}

/// <summary>A rule was compared with the text it cites, or is in doubt again; its value stays.</summary>
public sealed record RuleChecked(Subject Subject, string Rule, bool IsChecked) : HouseEvent(Subject)
{
    public override string Code => "law.ruleChecked";
}

/// <summary>The days off of a year were set anew.</summary>
public sealed record DaysOffChanged(Subject Subject, int Year, int Off, int Worked) : HouseEvent(Subject)
{
    public override string Code => "law.daysOffChanged";
}

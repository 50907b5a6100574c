using System.Globalization;
using NghiTruong.Refusals;

namespace NghiTruong.Schemes.RollOuts;

/// <summary>Codes, steps and what is typed, pure.</summary>
public static class RollOutRules
{
    /// <summary>Codes of the steps every roll-out is counted by.</summary>
    public static readonly IReadOnlyList<string> StepCodes = ["issued", "disseminated", "done"];

    public static string Series(string councilCode, int year) => string.Create(CultureInfo.InvariantCulture, $"TK-{councilCode}-{year:0000}");

    public static string Code(string councilCode, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:0000}");

    /// <summary>The code of the n-th step (from 0).</summary>
    public static string StepCode(int ordinal) => ordinal < StepCodes.Count ? StepCodes[ordinal] : string.Create(CultureInfo.InvariantCulture, $"step{ordinal + 1}");

    public static IReadOnlyList<Refusal> WrongIn(RollOutInput asked, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        SchemeRules.Need(wrong, asked.Title, "rollOut.titleMissing", nameof(asked.Title));
        if (asked.DueOn < today)
        {
            wrong.Add(new Refusal("rollOut.duePast", nameof(asked.DueOn)));
        }

        if (asked.Steps.Count > 8 || asked.Steps.Any(s => s.Length > 200))
        {
            wrong.Add(new Refusal("rollOut.stepsWrong", nameof(asked.Steps)));
        }

        SchemeRules.Open(wrong, (asked.Title, nameof(asked.Title)));

        return wrong;
    }

    /// <summary>More cannot be reached than there are.</summary>
    public static IReadOnlyList<Refusal> WrongIn(CellsInput asked)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        if (asked.Cells is null)
        {
            wrong.Add(new Refusal("rollOut.cellsMissing", nameof(asked.Cells)));
        }

        if (asked.CellsReached > asked.Cells)
        {
            wrong.Add(new Refusal("rollOut.moreThanThereAre", nameof(asked.CellsReached)));
        }

        if (asked.MembersReached > (asked.Members ?? 0))
        {
            wrong.Add(new Refusal("rollOut.moreThanThereAre", nameof(asked.MembersReached)));
        }

        return wrong;
    }
}

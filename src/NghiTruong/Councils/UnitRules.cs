using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>Rules of the house on loading units, pure.</summary>
public static class UnitRules
{
    /// <summary>First day of the term asked for; the reform's day where no term is asked for; null when the term is not known.</summary>
    public static DateOnly? TermOf(UnitImportInput asked) => asked.Term is null
        ? UnitImport.Reform
        : asked.TermFrom ?? StandardOrganisation.Shipped.Terms.FirstOrDefault(t => t.Term == asked.Term)?.From;

    public static IReadOnlyList<Refusal> WrongIn(UnitPlan plan, UnitImportInput asked, bool hasUnits)
    {
        List<Refusal> wrong = [];
        if (hasUnits && asked.From is null && !plan.ChangesNothing)
        {
            wrong.Add(new Refusal("units.fromMissing", nameof(asked.From), plan.Added.Count, plan.Changed.Count, plan.Ended.Count));
        }

        var from = asked.From ?? UnitImport.Reform;
        wrong.AddRange(plan.Changed.Select(c => c.Unit).Where(u => u.From > from).Select(u => TooEarly(asked, u)));
        wrong.AddRange(plan.Ended.Select(e => e.Unit).Where(u => u.From >= from).Select(u => TooEarly(asked, u)));
        var codes = asked.Rows.Where(r => r.Successors.Count == 0).Select(r => r.Code).ToHashSet();
        wrong.AddRange(plan.Ended
            .SelectMany(e => e.Successions)
            .Where(s => !codes.Contains(s.To))
            .Select(s => new Refusal("units.successorUnknown", null, s.From, s.To)));
        wrong.AddRange(plan.Added
            .Where(r => r.ParentCode is { } parent && !codes.Contains(parent))
            .Select(r => new Refusal("units.parentUnknown", null, r.Code, r.ParentCode!)));

        return wrong;
    }

    private static Refusal TooEarly(UnitImportInput asked, StandingUnit unit) =>
        new("units.fromTooEarly", nameof(asked.From), unit.Code, unit.FullName, unit.From);
}

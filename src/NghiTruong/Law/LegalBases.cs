namespace NghiTruong.Law;

/// <summary>
/// What official papers rest on, by the day: the organic law, the law on supervision, the joint resolution on voter contact. The texts name the
/// instruments; only the days stand here. Instruments before those in force were recalled, not read.
/// </summary>
public static class LegalBases
{
    private static readonly Basis[] Organic =
    [
        new("form.basis.organic.72", new DateOnly(2025, 6, 16)),
        new("form.basis.organic.65", new DateOnly(2025, 3, 1)),
        new("form.basis.organic.77", new DateOnly(2016, 1, 1)),
        new("form.basis.organic.11", DateOnly.MinValue),
    ];

    private static readonly Basis[] Supervision =
    [
        new("form.basis.supervision.121", new DateOnly(2026, 3, 1)),
        new("form.basis.supervision.87", new DateOnly(2016, 7, 1)),
    ];

    private static readonly Basis[] VoterContact =
    [
        new("form.basis.contact.72", new DateOnly(2025, 2, 20)),
        new("form.basis.contact.525", new DateOnly(2012, 9, 27)),
    ];

    /// <summary>Text codes of a report on what voters ask for.</summary>
    public static IEnumerable<string> OfSummary(DateOnly on) => On(on, Organic, VoterContact);

    /// <summary>Text codes of the papers of a supervision, and of a resolution on it.</summary>
    public static IEnumerable<string> OfSupervision(DateOnly on) => On(on, Organic, Supervision);

    private static IEnumerable<string> On(DateOnly on, params Basis[][] series) =>
        series.Select(s => s.FirstOrDefault(b => b.From <= on)?.Text).OfType<string>();

    /// <summary>An instrument and its first day in force.</summary>
    private sealed record Basis(string Text, DateOnly From);
}

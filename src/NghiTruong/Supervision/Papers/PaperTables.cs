using System.Globalization;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Texts;

namespace NghiTruong.Supervision.Papers;

/// <summary>Team, bodies and recommendations as tables: of the house's own form, and for the office's template.</summary>
internal static class PaperTables
{
    public static IEnumerable<string[]> Team(PaperMatter m, FormTexts form) => m.Team.Select((t, i) => Row(i, t.Name, form["supervision.role." + TextCode.Of(t.Role)]));

    public static IEnumerable<string[]> Bodies(PaperMatter m, FormTexts form) => m.Bodies.Select((b, i) => Row(i, b.Name, b.MustHandIn ?? form["form.supervision.handIn"], form.Day(b.HandInBy)));

    public static IEnumerable<string[]> Recommendations(PaperMatter m, FormTexts form) => m.Recommendations.Select((r, i) => Row(
        i, r.Recommendation.Code, r.Recommendation.Content, r.Lead, r.Recommendation.Cooperating ?? "", r.Recommendation.Product ?? "", form.Day(r.Recommendation.DueOn)));

    public static Dictionary<string, TemplateTable> Of(PaperMatter m, FormTexts form, IReadOnlyDictionary<string, IReadOnlyList<string>> columns) => new()
    {
        ["ThanhVienDoan"] = Template(columns["ThanhVienDoan"], Team(m, form)),
        ["DoiTuongGiamSat"] = Template(columns["DoiTuongGiamSat"], Bodies(m, form)),
        ["KienNghiGiamSat"] = Template(columns["KienNghiGiamSat"], Recommendations(m, form)),
    };

    public static TableBlock TeamTable(PaperMatter m, FormTexts form) => new(
        [Number(form), new GridColumn(form["form.supervision.col.name"], 50), new GridColumn(form["form.supervision.col.role"], 44)],
        [.. Team(m, form).Select(r => GridRow.Of(r))]);

    public static TableBlock BodiesTable(PaperMatter m, FormTexts form) => new(
        [Number(form), new GridColumn(form["form.supervision.col.body"], 40), new GridColumn(form["form.supervision.col.handIn"], 36), new GridColumn(form["form.supervision.col.by"], 18, TextAlign.Centre)],
        [.. Bodies(m, form).Select(r => GridRow.Of(r))]);

    public static TableBlock RecommendationTable(PaperMatter m, FormTexts form) => new(
        [
            Number(form),
            new GridColumn(form["form.supervision.col.content"], 40),
            new GridColumn(form["form.supervision.col.lead"], 18),
            new GridColumn(form["form.supervision.col.cooperating"], 14),
            new GridColumn(form["form.supervision.col.product"], 16),
            new GridColumn(form["form.supervision.col.due"], 12, TextAlign.Centre),
        ],
        // The code serves the register; on paper the row's own number is enough.
        [.. Recommendations(m, form).Select(r => GridRow.Of([r[0], .. r[2..]]))]);

    private static GridColumn Number(FormTexts form) => new(form["form.supervision.col.number"], 8, TextAlign.Centre);

    private static string[] Row(int index, params IEnumerable<string> cells) => [(index + 1).ToString(CultureInfo.InvariantCulture), .. cells];

    private static TemplateTable Template(IReadOnlyList<string> columns, IEnumerable<string[]> rows) =>
        new(columns, [.. rows.Select(r => (IReadOnlyDictionary<string, string?>)columns.Zip(r).ToDictionary(p => p.First, p => (string?)p.Second))]);
}

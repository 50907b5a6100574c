using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Language;
using NghiTruong.Law.Catalogues;
using NghiTruong.Texts;

namespace NghiTruong.Petitions.Reports;

/// <summary>Names of what is counted, in one language: the screen's for a page and its workbook, Vietnamese for documents.</summary>
public sealed class ReportWords(TextTable texts, CultureInfo culture)
{
    public static ReportWords Vietnamese(TextTable texts) => new(texts, CultureInfo.GetCultureInfo("vi"));

    public string this[string code, params object[] values] => string.Format(CultureInfo.InvariantCulture, texts.Find(code, culture) ?? code, values);

    public string Outcome(string key) => this["petition.outcome." + key];

    public string Field(string key) => key == SummaryFilter.None ? this["report.none.field"] : Catalogue.Of(CatalogueKind.Field, key)?.NameIn(culture) ?? key;

    public string Authority(string key) => key == SummaryFilter.None ? this["report.none.authority"] : Catalogue.Of(CatalogueKind.Authority, key)?.NameIn(culture) ?? key;

    public string Lateness(string key) => this["report.late." + key];

    public string Title(ReportBy by) => this["report.by." + TextCode.Of(by)];

    /// <summary>Heading of the first column.</summary>
    public string What(ReportBy by) => this["report.what." + TextCode.Of(by)];

    public string Column(string key) => key is ReportTable.TotalColumn or ReportTable.OverdueColumn ? this["report.column." + key] : Outcome(key);

    /// <summary>"19,4%"; empty of nothing.</summary>
    public static string Share(long n, long whole) => whole == 0 ? "" : VietnameseNumber.Percent((decimal)n / whole);

    /// <summary>1.234</summary>
    public static string Number(long n) => VietnameseNumber.Format(n);

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Which petitions: session and days of receipt, in words; empty where there is no bound.</summary>
    public string Bounds(ReportQuestion asked, string? sessionName)
    {
        List<string> parts = [];
        if (asked.Session is not null)
        {
            parts.Add(sessionName ?? this["report.session", asked.Session]);
        }

        if (asked is { From: { } from, To: { } to })
        {
            parts.Add(this["report.between", Day(from), Day(to)]);
        }
        else if (asked.From is { } since)
        {
            parts.Add(this["report.since", Day(since)]);
        }
        else if (asked.To is { } until)
        {
            parts.Add(this["report.until", Day(until)]);
        }

        return string.Join(", ", parts);
    }

    /// <summary>Whose petitions: the council, with those below it where it is whole.</summary>
    public string Place(SummaryAddress place)
    {
        if (place.Place.Nation)
        {
            return this["report.place.all"];
        }

        var name = place.On is { } day ? this["report.place.onDay", place.Name, Day(day)] : place.Name;

        return place.Subtree ? this["report.place.whole", name] : name;
    }

    /// <summary>One sentence that says what the picture of a table shows.</summary>
    public string Says(ReportTable table)
    {
        var most = table.Rows.Where(r => r.Cells[0].N > 0).OrderByDescending(r => r.Cells[0].N).Take(3).Select(r => this["report.says.part", r.Name, Number(r.Cells[0].N)]).ToList();

        return most.Count == 0 ? this["report.says.nothing"] : this["report.says", Title(table.By), string.Join("; ", most)];
    }
}

using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;

namespace NghiTruong.Verification;

/// <summary>What of the room an administrator keeps in the browser: parts and questions of a report (domain 2.3, skeleton A), papers of a dossier, the frame of points (skeleton B).</summary>
public static class VerificationCatalogues
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<DefinitionList>> Shipped = DefinitionBook.Shipped("verification.json");

    public static DefinitionCatalogue Parts { get; } = new("verification.parts", "phan-bao-cao-tham-tra", 50, Shipped["verification.parts"]) { HasRequired = true };

    /// <summary>Lists are the kinds of item, kinds are the parts of the report.</summary>
    public static DefinitionCatalogue Questions { get; } = new("verification.questions", "cau-hoi-tham-tra", 60, Shipped["verification.questions"]) { KindsOf = Parts, HasBasis = true };

    /// <summary>Lists are the kinds of item.</summary>
    public static DefinitionCatalogue Papers { get; } = new("verification.papers", "ho-so-tham-tra", 70, Shipped["verification.papers"])
    {
        Kinds = [DossierPart.Paper, DossierPart.Draft, DossierPart.Own], ShippedKinds = [DossierPart.Own], IsKindFixed = true, HasRequired = true,
    };

    public static DefinitionCatalogue Groups { get; } = new("verification.groups", "nhom-tieu-chi", 80, Shipped["verification.groups"]);

    /// <summary>Kinds are the groups, numbers the most points.</summary>
    public static DefinitionCatalogue Criteria { get; } = new("verification.criteria", "tieu-chi-cham-diem", 90, Shipped["verification.criteria"]) { KindsOf = Groups, HasNumber = true, Total = 100 };

    /// <summary>Numbers are the first point of each grade.</summary>
    public static DefinitionCatalogue Bands { get; } = new("verification.bands", "muc-xep-loai", 100, Shipped["verification.bands"]) { HasNumber = true, IsClosed = true, MayRetire = false };

    public static IReadOnlyList<DefinitionCatalogue> All { get; } = [Parts, Questions, Papers, Groups, Criteria, Bands];
}

/// <summary>A part a dossier must or may hold.</summary>
public sealed record DossierPart(string Code, string Vietnamese, string English, bool IsRequired, bool IsDraft, bool IsOwn)
{
    public const string Paper = "Paper";
    public const string Draft = "Draft";
    public const string Own = "Own";

    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>A criterion of the frame with the most points it gives.</summary>
public sealed record ScoreCriterion(string Code, string Vietnamese, string English, int Most)
{
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>A group of criteria with its points.</summary>
public sealed record ScoreGroup(string Code, string Vietnamese, string English, IReadOnlyList<ScoreCriterion> Criteria)
{
    public int Most => Criteria.Sum(c => c.Most);

    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>The first points of the grades above "failed".</summary>
public sealed record ScoreBands(int Good, int Fair, int Passed);

/// <summary>A part of the report.</summary>
public sealed record ReportPartSetup(string Code, string Vietnamese, string English, bool IsRequired)
{
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>A question that leads through a part of the report.</summary>
public sealed record GuidingQuestion(string Part, string Vietnamese, string English, string? Basis)
{
    public string NameIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>
/// What one dossier is worked by: the papers of its kind, the parts of its report with their questions, the frame of points and its grades. It follows the catalogues while the dossier
/// is open; once the report is out it stays as it was then.
/// </summary>
public sealed record VerificationSetup(
    IReadOnlyList<DossierPart> Parts, IReadOnlyList<ReportPartSetup> ReportParts, IReadOnlyList<GuidingQuestion> Questions, IReadOnlyList<ScoreGroup> Frame, ScoreBands Bands)
{
    public int Most => Frame.Sum(g => g.Most);

    public DossierPart? Part(string code) => Parts.FirstOrDefault(p => p.Code == code);

    public ReportPartSetup? ReportPart(string code) => ReportParts.FirstOrDefault(p => p.Code == code);

    public ScoreCriterion? Criterion(string code) => Frame.SelectMany(g => g.Criteria).FirstOrDefault(c => c.Code == code);

    public IEnumerable<GuidingQuestion> QuestionsOf(string part) => Questions.Where(q => q.Part == part);

    /// <summary>As the house ships it.</summary>
    public static VerificationSetup Shipped(VerificationItem item) =>
        From(item, VerificationCatalogues.All.ToDictionary(c => c, c => DefinitionBook.Holding(c, [], new DefinitionPlace(null, null), DateOnly.MinValue)));

    /// <summary>That of a dossier: kept with its report, or as the catalogues say today.</summary>
    public static async Task<VerificationSetup> OfAsync(Db db, VerificationCase v, DateOnly today, CancellationToken ct)
    {
        if (v.IsIssued && await db.Set<VerificationSetupKept>().AsNoTracking().FirstOrDefaultAsync(k => k.VerificationId == v.Id, ct) is { } kept)
        {
            return kept.Setup;
        }

        Dictionary<DefinitionCatalogue, IReadOnlyList<Defined>> defined = [];
        foreach (var catalogue in VerificationCatalogues.All)
        {
            defined[catalogue] = await DefinitionBook.ReadAsync(db, catalogue, new DefinitionPlace(v.CouncilId, v.ProvinceId), today, ct);
        }

        return From(v.Item, defined);
    }

    private static VerificationSetup From(VerificationItem item, Dictionary<DefinitionCatalogue, IReadOnlyList<Defined>> defined)
    {
        IEnumerable<DefinitionEntry> Of(DefinitionCatalogue catalogue, string list = "") => defined[catalogue].Standing(list);
        var criteria = Of(VerificationCatalogues.Criteria).ToLookup(c => c.Kind);
        var bands = Of(VerificationCatalogues.Bands).ToDictionary(b => b.Code, b => b.Number ?? 0);

        return new VerificationSetup(
            [.. Of(VerificationCatalogues.Papers, item.ToString()).Select(p => new DossierPart(p.Code, p.Vietnamese, p.English, p.IsRequired, p.Kind == DossierPart.Draft, p.Kind == DossierPart.Own))],
            [.. Of(VerificationCatalogues.Parts).Select(p => new ReportPartSetup(p.Code, p.Vietnamese, p.English, p.IsRequired))],
            [.. Of(VerificationCatalogues.Questions, item.ToString()).Select(q => new GuidingQuestion(q.Kind!, q.Vietnamese, q.English, q.Basis))],
            [.. Of(VerificationCatalogues.Groups).Select(g => new ScoreGroup(g.Code, g.Vietnamese, g.English, [.. criteria[g.Code].Select(c => new ScoreCriterion(c.Code, c.Vietnamese, c.English, c.Number ?? 0))])).Where(g => g.Criteria.Count > 0)],
            new ScoreBands(bands[nameof(ScoreGrade.Good)], bands[nameof(ScoreGrade.Fair)], bands[nameof(ScoreGrade.Passed)]));
    }
}

/// <summary>The setup a report was made with, kept when it went out.</summary>
public sealed class VerificationSetupKept
{
    public required Guid VerificationId { get; init; }

    /// <summary>JSON of <see cref="VerificationSetup"/>.</summary>
    public required string Content { get; set; }

    public VerificationSetup Setup => JsonSerializer.Deserialize<VerificationSetup>(Content)!;

    /// <summary>Keeps what the dossier is worked by today.</summary>
    public static async Task KeepAsync(Db db, VerificationCase v, DateOnly today, CancellationToken ct)
    {
        var content = JsonSerializer.Serialize(await VerificationSetup.OfAsync(db, v, today, ct));
        if (await db.Set<VerificationSetupKept>().FirstOrDefaultAsync(k => k.VerificationId == v.Id, ct) is { } kept)
        {
            kept.Content = content;
        }
        else
        {
            db.Add(new VerificationSetupKept { VerificationId = v.Id, Content = content });
        }
    }
}

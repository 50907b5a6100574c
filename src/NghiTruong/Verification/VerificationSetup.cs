using System.Text.Json;
using System.Text.Json.Serialization;

namespace NghiTruong.Verification;

/// <summary>A part a dossier must or may hold.</summary>
public sealed record DossierPart(string Code, string Vietnamese, string English, bool IsRequired, bool IsDraft, bool IsOwn)
{
    public string NameIn(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>A criterion of the 100-point frame.</summary>
public sealed record ScoreCriterion(string Code, string Vietnamese, string English, int Most)
{
    public string NameIn(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>A group of criteria with its points.</summary>
public sealed record ScoreGroup(string Code, string Vietnamese, string English, IReadOnlyList<ScoreCriterion> Criteria)
{
    public int Most => Criteria.Sum(c => c.Most);

    public string NameIn(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>A question that leads through a part of the report.</summary>
public sealed record GuidingQuestion(string Vietnamese, string English, string? Basis)
{
    public string NameIn(System.Globalization.CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Vietnamese;
}

/// <summary>What one kind of item needs: its dossier and the questions of each part of the report.</summary>
public sealed record ItemSetup(IReadOnlyList<DossierPart> Parts, IReadOnlyDictionary<ReportPart, IReadOnlyList<GuidingQuestion>> Questions);

/// <summary>
/// The configuration of the room, <c>verification.json</c>: dossiers by kind (domain 1.9), guiding questions by kind and part, the criteria of the frame. Changing it changes
/// no program.
/// </summary>
public sealed record VerificationSetup(IReadOnlyDictionary<VerificationItem, ItemSetup> Items, IReadOnlyList<ScoreGroup> Frame)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static VerificationSetup Shipped { get; } = Read();

    public DossierPart? Part(VerificationItem item, string code) => Items[item].Parts.FirstOrDefault(p => p.Code == code);

    public ScoreCriterion? Criterion(string code) => Frame.SelectMany(g => g.Criteria).FirstOrDefault(c => c.Code == code);

    private static VerificationSetup Read()
    {
        using var file = typeof(VerificationSetup).Assembly.GetManifestResourceStream("verification.json")!;

        return JsonSerializer.Deserialize<VerificationSetup>(file, Json)!;
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Councils;

/// <summary>A unit as a file tells it, cleaned: kinds with a capital, text in NFC, the parent by its code.</summary>
public sealed record UnitRow(string Code, string Name, string FullName, string FullNameEnglish, UnitKind Kind, string? ParentCode)
{
    public int? Population { get; init; }

    /// <summary>What the file says about having a council; null leaves it to the law (Law 72/2025 Art 28).</summary>
    public bool? HasCouncil { get; init; }

    public bool IsMountainOrIsland { get; init; }

    /// <summary>Codes of the units that carry it on: such a row has ended.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public string? Basis { get; init; }
}

/// <summary>A succession as a file tells it; codes are those before and after the day.</summary>
public sealed record SuccessionRow(string From, string To, SuccessionKind Kind = SuccessionKind.Merged, string? Basis = null);

/// <summary>
/// Reads files of units: provinces with their <c>Wards</c> (the public list of the country), or flat rows with <c>ParentCode</c>. Optional in a row:
/// <c>Population</c>, <c>HasCouncil</c>, <c>MountainOrIsland</c>, <c>Successor</c> or <c>MergedInto</c> (a code or several), <c>From</c>, <c>Until</c>, <c>Basis</c>.
/// </summary>
public static class UnitFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNameCaseInsensitive = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter(), new CodesConverter() },
    };

    /// <returns>The rows, parents first; refusals <c>units.fileUnreadable</c>, <c>units.rowWithoutCode</c>, <c>units.kindUnknown</c>, <c>units.codeTwice</c>.</returns>
    public static async Task<Result<IReadOnlyList<UnitRow>>> ReadAsync(Stream file, CancellationToken ct)
    {
        List<FileRow>? top;
        try
        {
            top = await JsonSerializer.DeserializeAsync<List<FileRow>>(file, Json, ct);
        }
        catch (JsonException e)
        {
            return new Refusal("units.fileUnreadable", null, e.LineNumber + 1 ?? 0);
        }

        var all = (top ?? []).SelectMany(p => (p.Wards ?? []).Select(w => w with { ParentCode = w.ParentCode ?? p.Code }).Prepend(p)).ToList();
        if (WrongIn(all) is { Count: > 0 } wrong)
        {
            return Result<IReadOnlyList<UnitRow>>.Refuse(wrong);
        }

        IReadOnlyList<UnitRow> rows = [.. all.Select(Clean).OrderBy(r => UnitNames.TierOf(r.Kind))];

        return new Result<IReadOnlyList<UnitRow>>(rows);
    }

    /// <summary>A list of <c>{From, To, Kind, Basis}</c>.</summary>
    /// <returns>The successions; refusal <c>units.fileUnreadable</c>.</returns>
    public static async Task<Result<IReadOnlyList<SuccessionRow>>> ReadSuccessionsAsync(Stream file, CancellationToken ct)
    {
        try
        {
            IReadOnlyList<SuccessionRow> rows = await JsonSerializer.DeserializeAsync<List<SuccessionRow>>(file, Json, ct) ?? [];

            return new Result<IReadOnlyList<SuccessionRow>>(rows);
        }
        catch (JsonException e)
        {
            return new Refusal("units.fileUnreadable", null, e.LineNumber + 1 ?? 0);
        }
    }

    private static List<Refusal> WrongIn(List<FileRow> rows)
    {
        List<Refusal> wrong = [];
        if (rows.Count == 0)
        {
            wrong.Add(new Refusal("units.fileEmpty"));
        }

        foreach (var row in rows)
        {
            if (string.IsNullOrWhiteSpace(row.Code) || string.IsNullOrWhiteSpace(row.FullName))
            {
                wrong.Add(new Refusal("units.rowWithoutCode", null, row.FullName ?? row.Code ?? ""));
            }
            else if (row.KindFound is null)
            {
                wrong.Add(new Refusal("units.kindUnknown", null, row.Code, row.AdministrativeUnitFullName ?? row.AdministrativeUnitShortName ?? ""));
            }
        }

        var twice = rows.Where(r => r.Until is null && !r.IsEnded).GroupBy(r => r.Code).Where(g => g.Count() > 1);
        wrong.AddRange(twice.Select(g => new Refusal("units.codeTwice", null, g.Key ?? "")));

        return wrong;
    }

    private static UnitRow Clean(FileRow row)
    {
        var fullName = UnitNames.Heading(VietnameseText.Clean(row.FullName!));
        var kind = row.KindFound!.Value;
        var name = row.Name is { } given ? VietnameseText.Clean(given) : UnitNames.WithoutKind(fullName);

        return new UnitRow(
            row.Code!.Trim(), name, fullName, row.FullNameEn ?? $"{name} {UnitNames.English(kind)}", kind, row.ParentCode ?? row.DistrictCode ?? row.ProvinceCode)
        {
            Population = row.Population,
            HasCouncil = row.HasCouncil,
            IsMountainOrIsland = row.MountainOrIsland,
            Successors = row.Successor ?? row.Successors ?? row.MergedInto ?? [],
            From = row.From,
            Until = row.Until,
            Basis = row.Basis,
        };
    }

    private sealed record FileRow
    {
        public string? Code { get; init; }

        public string? Name { get; init; }

        public string? FullName { get; init; }

        public string? FullNameEn { get; init; }

        public string? AdministrativeUnitShortName { get; init; }

        public string? AdministrativeUnitFullName { get; init; }

        public string? ParentCode { get; init; }

        public string? DistrictCode { get; init; }

        public string? ProvinceCode { get; init; }

        public int? Population { get; init; }

        public bool? HasCouncil { get; init; }

        public bool MountainOrIsland { get; init; }

        public Codes? Successor { get; init; }

        public Codes? Successors { get; init; }

        public Codes? MergedInto { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? Until { get; init; }

        public string? Basis { get; init; }

        public List<FileRow>? Wards { get; init; }

        public bool IsEnded => Successor is not null || Successors is not null || MergedInto is not null;

        /// <summary>The long name of the kind tells a central city from a provincial one; the short one is the next best.</summary>
        public UnitKind? KindFound => UnitNames.KindOf(AdministrativeUnitFullName) ?? UnitNames.KindOf(AdministrativeUnitShortName);
    }

    private sealed class Codes : List<string>;

    /// <summary>One code or a list of them.</summary>
    private sealed class CodesConverter : JsonConverter<Codes>
    {
        public override Codes? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? [.. reader.GetString()!.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)]
                : [.. JsonSerializer.Deserialize<List<string>>(ref reader, options) ?? []];

        public override void Write(Utf8JsonWriter writer, Codes value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

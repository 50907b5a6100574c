using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NghiTruong.Journal;

namespace NghiTruong.Petitions.Import;

/// <summary>What one row of a ledger tells, as values of the house. Null means the ledger does not say.</summary>
public sealed record LedgerRow
{
    public required string Content { get; init; }

    public PetitionKind? Kind { get; init; }

    public string? Place { get; init; }

    public PetitionSource? Source { get; init; }

    public string? SourceNote { get; init; }

    /// <summary>Number of the session within its term, where the source names one.</summary>
    public int? Session { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public int? Voters { get; init; }

    public string? Field { get; init; }

    public string? Authority { get; init; }

    /// <summary>Lead first, then those who cooperate.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    public DateOnly? DueOn { get; init; }

    public DateOnly? ExtendedTo { get; init; }

    public DateOnly? ForwardedOn { get; init; }

    /// <summary>The ledger says the matter is over.</summary>
    public bool IsOver { get; init; }

    public Outcome? Outcome { get; init; }

    public LedgerAnswer? Answer { get; init; }

    public string? Code { get; init; }

    public int? Year { get; init; }

    public string? Note { get; init; }

    public LedgerPerson? Person { get; init; }

    /// <summary>Opens the same way on every machine; the digest of it says whether a later ledger tells anything new.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Stored);

    public static LedgerRow Read(string json) => JsonSerializer.Deserialize<LedgerRow>(json, Stored)!;

    /// <summary>32 hexadecimal characters over everything told.</summary>
    public static string DigestOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 16));

    internal static readonly JsonSerializerOptions Stored = new(JournalData.Json) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
}

/// <summary>The answering document of a row: number and day where they could be read, and the words beside them.</summary>
public sealed record LedgerAnswer(string? Number, DateOnly? IssuedOn, string? Extract)
{
    /// <summary>A document answered, not only words in the cell ("đang xem xét").</summary>
    [JsonIgnore]
    public bool IsDocument => Number is not null || IssuedOn is not null;
}

/// <summary>Who sent it. Personal.</summary>
public sealed record LedgerPerson(string? Name, string? Address, string? Phone);

/// <summary>Something to say about a cell: a refusal keeps the row out, a warning only tells what was made of it.</summary>
/// <param name="Code">Text code.</param>
/// <param name="Column">Title of the column as the person wrote it, or its letter; null for the whole row.</param>
public sealed record RowProblem(string Code, string? Column, bool IsRefusal, params string[] Values)
{
    public static RowProblem Refusal(string code, string? column, params string[] values) => new(code, column, true, values);

    public static RowProblem Warning(string code, string? column, params string[] values) => new(code, column, false, values);
}

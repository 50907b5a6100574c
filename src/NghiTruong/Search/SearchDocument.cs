using NghiTruong.Database;

namespace NghiTruong.Search;

/// <summary>What a room lets people find of one record. Personal data never belongs in it.</summary>
/// <param name="Kind">Kind of the record, <c>petition</c>.</param>
/// <param name="Dated">The day it is ordered by, newest first.</param>
/// <param name="Text">What is found and shown in excerpts, most telling line first.</param>
/// <param name="Version">Version of the record; an older reading never overwrites a newer one.</param>
public sealed record SearchDocument(string Kind, Guid Id, Guid CouncilId, Guid ProvinceId, DateOnly Dated, string Text, int Version)
{
    /// <summary>What people call it.</summary>
    public string? Code { get; init; }

    /// <summary>What its office called it before: the code in an imported ledger.</summary>
    public string? OtherCode { get; init; }

    /// <summary>The text compared for near-duplicates; null when the record takes no part.</summary>
    public string? Compared { get; init; }

    /// <summary>Agencies that may see it.</summary>
    public IReadOnlyList<Guid> Agencies { get; init; } = [];

    /// <summary>Councils other than its owner that may see it.</summary>
    public IReadOnlyList<Guid> Councils { get; init; } = [];
}

/// <summary>A room's side of search: which records an event touches, and what of them can be found now.</summary>
public interface ISearchSource
{
    /// <summary>Kind of the records it gives.</summary>
    string Kind { get; }

    /// <summary>Kinds of subjects whose events change what is found: its own, and those whose names its texts carry.</summary>
    IReadOnlyList<string> Follows { get; }

    /// <summary>Ids of its records that a subject of a followed kind touches.</summary>
    Task<IReadOnlyList<Guid>> TouchedByAsync(Db db, string subjectKind, IReadOnlyList<Guid> subjects, CancellationToken ct);

    /// <summary>The documents of these records; a record that is gone is left out.</summary>
    Task<IReadOnlyList<SearchDocument>> ReadAsync(Db db, IReadOnlyList<Guid> ids, CancellationToken ct);

    /// <summary>How many records it has.</summary>
    Task<int> CountAsync(Db db, CancellationToken ct);

    /// <summary>The next ids after one in ascending order, to walk all records.</summary>
    Task<IReadOnlyList<Guid>> NextIdsAsync(Db db, Guid after, int count, CancellationToken ct);
}

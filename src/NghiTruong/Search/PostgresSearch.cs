using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NghiTruong.Accounts;
using NghiTruong.Database;

namespace NghiTruong.Search;

/// <summary>
/// One tsvector a row holds the words folded and with marks at the same positions, and the places it may be seen from, under one GIN index; so the rarest of
/// them leads. Frequent words over a wide scope are found by walking back from the newest row instead, which fills a page after a few.
/// </summary>
internal sealed class PostgresSearch : ISearchEngine
{
    private const string Columns = "number, subject_id, kind, code, code_key, other_code_key, council_id, province_id, dated, text, bands, version";
    private const string OfKind = "({3} = '' OR kind = {3})";
    private const int Promising = 4;
    private const int MostGathered = 8000;
    private const int MostCodes = 2000;
    private const int LastPosition = 16_383;
    private const int MostEndings = 300;
    private const string LastLetter = "\uFFFF";
    private static readonly int[] Walks = [2000, 12_000, 60_000];

    public async Task<List<SearchRow>> FindAsync(Db db, SearchAsk ask, CancellationToken ct)
    {
        var asked = TsQuery(ask.Query, ask.Scope, ask.Marks);
        if (IsNarrow(ask.Scope))
        {
            return await AmongFewAsync(db, ask, asked, ct);
        }

        var (found, before) = Way(ask.Scope) is { } way ? await WalkOnAsync(db, way, asked, ask, ct) : ([], ask.Before);

        return found.Count == ask.Count ? found : [.. found, .. await GatherAsync(db, ask with { Before = before, Count = ask.Count - found.Count }, ct)];
    }

    /// <summary>
    /// Longer and longer walks, as long as the page fills sooner by them than by gathering every match there is. The newest rows alone do not tell: after a large
    /// import they are all of one kind, and a word they lack may stand in half of the others.
    /// </summary>
    private static async Task<(List<SearchRow> Found, long Before)> WalkOnAsync(Db db, (string Sql, Guid Province) way, string asked, SearchAsk ask, CancellationToken ct)
    {
        var (found, before) = (new List<SearchRow>(), ask.Before);
        foreach (var length in Walks)
        {
            var (more, further) = await WalkAsync(db, way, asked, ask.Kind, before, ask.Count - found.Count, length, ct);
            found.AddRange(more);
            before = further;
            if (found.Count == ask.Count || before == long.MinValue || (found.Count < Promising && await ExpectedAsync(db, asked, ct) <= MostGathered))
            {
                break;
            }
        }

        return (found, before);
    }

    /// <summary>How many rows the engine expects to match, from what ANALYZE has seen of the words; nothing is read.</summary>
    private static async Task<double> ExpectedAsync(Db db, string asked, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = "EXPLAIN (FORMAT JSON) SELECT 1 FROM search_row WHERE words @@ @asked::tsquery";
            Add(command, "asked", asked);
            using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(ct))!);

            return plan.RootElement[0].GetProperty("Plan").GetProperty("Plan Rows").GetDouble();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Walks back from the newest row over at most so many; returns what matched, and the number to go on before.</summary>
    private static async Task<(List<SearchRow> Found, long Before)> WalkAsync(
        Db db, (string Sql, Guid Province) way, string asked, string? kind, long before, int count, int length, CancellationToken ct)
    {
        var found = await RowsAsync(
            db,
            $$"""
            SELECT * FROM (SELECT {{Columns}}, words FROM search_row WHERE number < {0} {{way.Sql}} ORDER BY number DESC LIMIT {{length}}) newest
            WHERE words @@ {2}::tsquery AND {{OfKind}} ORDER BY number DESC LIMIT {4}
            """,
            [before, way.Province, asked, kind ?? "", count],
            ct);
        if (found.Count == count)
        {
            return (found, found[^1].Number);
        }

        var end = await RowsAsync(
            db,
            $$"""SELECT {{Columns}} FROM search_row WHERE number < {0} {{way.Sql}} ORDER BY number DESC OFFSET {{length - 1}} LIMIT 1""",
            [before, way.Province],
            ct);

        return (found, end is [var last] ? last.Number : long.MinValue);
    }

    /// <summary>Everything that matches, by the index, then the newest of it.</summary>
    private static async Task<List<SearchRow>> GatherAsync(Db db, SearchAsk ask, CancellationToken ct)
    {
        if (ask.Before == long.MinValue)
        {
            return [];
        }

        return await RowsAsync(
            db,
            $$"""
            WITH hits AS MATERIALIZED (SELECT number FROM search_row WHERE words @@ {1}::tsquery AND number < {0} AND ({2} = '' OR kind = {2}))
            SELECT {{Columns}} FROM search_row WHERE number IN (SELECT number FROM hits ORDER BY number DESC LIMIT {3}) ORDER BY number DESC
            """,
            [ask.Before, TsQuery(ask.Query, ask.Scope, ask.Marks, await EndingsAsync(db, ask.Query, ct)), ask.Kind ?? "", ask.Count],
            ct);
    }

    public Task<List<SearchRow>> FindCodeAsync(Db db, SearchAsk ask, CancellationToken ct) =>
        RowsAsync(
            db,
            $$"""
            WITH hits AS MATERIALIZED (
              (SELECT {{Columns}}, words FROM search_row WHERE code_key >= {0} AND code_key < {1} ORDER BY code_key LIMIT {{MostCodes}})
              UNION
              (SELECT {{Columns}}, words FROM search_row WHERE other_code_key >= {0} AND other_code_key < {1} ORDER BY other_code_key LIMIT {{MostCodes}}))
            SELECT {{Columns}} FROM hits WHERE number < {2} AND ({4} = '' OR words @@ {4}::tsquery) AND {{OfKind}} ORDER BY number DESC LIMIT {5}
            """,
            [ask.Query.CodeKey!, ask.Query.CodeKey + LastLetter, ask.Before, ask.Kind ?? "", TsQuery(new SearchQuery([], null), ask.Scope, Marks.Any), ask.Count],
            ct);

    public IQueryable<SearchRow> Matching(Db db, SearchQuery query, Scope scope, string kind) =>
        db.Set<SearchRow>().FromSqlRaw($$"""SELECT {{Columns}} FROM search_row WHERE words @@ {0}::tsquery AND kind = {1}""", TsQuery(query, scope, Marks.Any), kind).AsNoTracking();

    public IQueryable<SearchRow> Near(Db db, int[] bands, string kind, Guid council, int count) =>
        db.Set<SearchRow>().FromSqlRaw(
            $$"""
            SELECT * FROM (SELECT {{Columns}} FROM search_row WHERE bands && {0} OFFSET 0) near
            WHERE kind = {1} ORDER BY council_id = {2} DESC, number DESC LIMIT {3}
            """,
            bands,
            kind,
            council,
            count).AsNoTracking();

    public async Task WriteAsync(Db db, IReadOnlyList<SearchDocument> documents, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText =
            $"""
            INSERT INTO search_row ({Columns}, words)
            SELECT t.number, t.subject_id, t.kind, t.code, t.code_key, t.other_code_key, t.council_id, t.province_id, t.dated, t.text, t.bands::int[], t.version, t.words::tsvector
            FROM unnest(@number, @subject_id, @kind, @code, @code_key, @other_code_key, @council_id, @province_id, @dated, @text, @bands, @version, @words)
              AS t ({Columns}, words)
            ON CONFLICT (subject_id) DO UPDATE SET ({Columns}, words) = ROW (EXCLUDED.number, EXCLUDED.subject_id, EXCLUDED.kind, EXCLUDED.code, EXCLUDED.code_key,
              EXCLUDED.other_code_key, EXCLUDED.council_id, EXCLUDED.province_id, EXCLUDED.dated, EXCLUDED.text, EXCLUDED.bands, EXCLUDED.version, EXCLUDED.words)
            WHERE search_row.version <= EXCLUDED.version
            """;
        AddArrays(command, documents, [.. documents.Select(SearchKeys.RowOf)]);
        await command.ExecuteNonQueryAsync(ct);
        await AddWordsAsync(db, documents, ct);
    }

    public Task RemoveAsync(Db db, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        db.Set<SearchRow>().Where(r => subjects.Contains(r.SubjectId)).ExecuteDeleteAsync(ct);

    /// <summary>Words people may begin to type. Numbers stay out: one could be somebody's telephone and outlive its erasure.</summary>
    private static Task<int> AddWordsAsync(Db db, IReadOnlyList<SearchDocument> documents, CancellationToken ct)
    {
        string[] words =
        [
            .. documents.SelectMany(d => SearchKeys.WordsOf(d.Text))
                .SelectMany(w => (string[])[w.Folded, w.Marked])
                .Where(w => !w.Any(char.IsDigit))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

        return db.Database.ExecuteSqlAsync($"INSERT INTO search_word (word) SELECT w FROM unnest({words}) AS w ON CONFLICT DO NOTHING", ct);
    }

    /// <summary>The tsvector of a document, written out: nothing of it is parsed or folded by the engine.</summary>
    internal static string TsVector(SearchDocument document)
    {
        var positions = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var position = 0;
        foreach (var word in SearchKeys.WordsOf(document.Text))
        {
            position = Math.Min(position + 1, LastPosition);
            Put(positions, word.Folded, position);
            if (word.HasMarks)
            {
                Put(positions, word.Marked, position);
            }
        }

        var vector = new StringBuilder();
        foreach (var (word, at) in positions)
        {
            vector.Append(Quoted(word)).Append(':').Append(at).Append(' ');
        }

        return vector.AppendJoin(' ', SearchKeys.PlacesOf(document).Select(Quoted)).ToString();
    }

    private static void Put(Dictionary<string, StringBuilder> positions, string word, int position)
    {
        if (positions.TryGetValue(word, out var at))
        {
            at.Append(',').Append(CultureInfo.InvariantCulture, $"{position}");
        }
        else
        {
            positions[word] = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{position}");
        }
    }

    private static void AddArrays(DbCommand command, IReadOnlyList<SearchDocument> documents, SearchRow[] rows)
    {
        Add("number", rows.Select(r => r.Number).ToArray());
        Add("subject_id", rows.Select(r => r.SubjectId).ToArray());
        Add("kind", rows.Select(r => r.Kind).ToArray());
        Add("code", rows.Select(r => r.Code).ToArray());
        Add("code_key", rows.Select(r => r.CodeKey).ToArray());
        Add("other_code_key", rows.Select(r => r.OtherCodeKey).ToArray());
        Add("council_id", rows.Select(r => r.CouncilId).ToArray());
        Add("province_id", rows.Select(r => r.ProvinceId).ToArray());
        Add("dated", rows.Select(r => r.Dated).ToArray());
        Add("text", rows.Select(r => r.Text).ToArray());
        Add("bands", rows.Select(r => $"{{{string.Join(',', r.Bands)}}}").ToArray());
        Add("version", rows.Select(r => r.Version).ToArray());
        Add("words", documents.Select(TsVector).ToArray());

        void Add(string name, object values) => PostgresSearch.Add(command, name, values);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static Task<List<SearchRow>> RowsAsync(Db db, string sql, object[] values, CancellationToken ct) =>
        db.Set<SearchRow>().FromSqlRaw(sql, values).AsNoTracking().ToListAsync(ct);

    /// <summary>An index that walks the whole scope from its newest row, if there is one.</summary>
    private static (string Sql, Guid Province)? Way(Scope scope) => scope switch
    {
        { All: true } => ("", Guid.Empty),
        { Provinces: [var province], Councils: [], Agencies: [] } => ("AND province_id = {1}", province),
        _ => null,
    };

    /// <summary>A few councils or agencies: so few rows that an unfinished word is better judged row by row than looked up among all words it may become.</summary>
    private static bool IsNarrow(Scope scope) => scope is { All: false, Provinces.Count: 0 };

    /// <summary>The index gives the rows of the place; words are judged row by row, out of its sight: it would look each up in long lists.</summary>
    private static Task<List<SearchRow>> AmongFewAsync(Db db, SearchAsk ask, string asked, CancellationToken ct) =>
        RowsAsync(
            db,
            $$"""
            WITH hits AS MATERIALIZED (SELECT {{Columns}} FROM search_row WHERE words @@ {1}::tsquery AND number < {0} AND {{OfKind}} AND (words || ''::tsvector) @@ {2}::tsquery)
            SELECT * FROM hits ORDER BY number DESC LIMIT {4}
            """,
            [ask.Before, TsQuery(new SearchQuery([], null), ask.Scope, Marks.Any), asked, ask.Kind ?? "", ask.Count],
            ct);

    /// <summary>
    /// What an unfinished word may become. Each of these the index can look up where it is needed; the prefix itself it would have to gather whole, a million
    /// rows for a frequent one. Null when there are too many, or none is known.
    /// </summary>
    private static async Task<IReadOnlyList<string>?> EndingsAsync(Db db, SearchQuery query, CancellationToken ct)
    {
        if (query.Terms is not [.., { IsPrefix: true, Words: [var word] }])
        {
            return null;
        }

        // Folded and marked words of one prefix: the folded one is the shorter in bytes, so the range of either holds its own.
        var endings = await db.Database.SqlQuery<string>(
            $"""
            SELECT word AS "Value" FROM search_word
            WHERE (word >= {word.Folded} AND word < {word.Folded + LastLetter}) OR (word >= {word.Marked} AND word < {word.Marked + LastLetter}) LIMIT {MostEndings}
            """).ToListAsync(ct);

        return endings.Count is 0 or MostEndings ? null : endings;
    }

    private static string TsQuery(SearchQuery query, Scope scope, Marks marks, IReadOnlyList<string>? endings = null)
    {
        List<string> parts = [];
        if (!scope.All)
        {
            parts.Add($"({string.Join(" | ", SearchKeys.PlacesOf(scope).DefaultIfEmpty("@").Select(Quoted))})");
        }

        parts.AddRange(query.Terms.Select(t => Term(t, marks is Marks.Same, endings)));
        if (marks is Marks.Other)
        {
            parts.Add($"!({string.Join(" & ", query.Terms.Select(t => Term(t, true, endings)))})");
        }

        return string.Join(" & ", parts);
    }

    private static string Term(SearchTerm term, bool withMarks, IReadOnlyList<string>? endings)
    {
        if (term.IsPrefix && endings is not null)
        {
            var start = withMarks ? term.Words[0].Marked : term.Words[0].Folded;

            return $"({string.Join(" | ", endings.Where(e => e.StartsWith(start, StringComparison.Ordinal)).DefaultIfEmpty(start).Select(Quoted))})";
        }

        return $"({string.Join(" <-> ", term.Words.Select(w => Quoted(withMarks ? w.Marked : w.Folded)))}{(term.IsPrefix ? ":*" : "")})";
    }

    private static string Quoted(string word) => $"'{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}

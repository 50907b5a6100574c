using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
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
    private const int LongestWalk = 3000;
    private const int MostCodes = 2000;
    private const int LastPosition = 16_383;
    private const int MostEndings = 300;
    private const string LastLetter = "\uFFFF";

    public async Task<List<SearchRow>> FindAsync(Db db, SearchAsk ask, CancellationToken ct)
    {
        var asked = TsQuery(ask.Query, ask.Scope, ask.Kind, ask.Marks);
        if (IsNarrow(ask.Scope))
        {
            return await AmongFewAsync(db, ask, asked, ct);
        }

        if (Way(ask.Scope) is { } way)
        {
            var walked = await RowsAsync(
                db,
                $$"""
                SELECT * FROM (SELECT {{Columns}}, words FROM search_row WHERE number < {0} {{way.Sql}} ORDER BY number DESC LIMIT {{LongestWalk}}) newest
                WHERE words @@ {1}::tsquery ORDER BY number DESC LIMIT {{ask.Count}}
                """,
                [ask.Before, asked, way.Province],
                ct);
            if (walked.Count == ask.Count)
            {
                return walked;
            }
        }

        return await RowsAsync(
            db,
            $$"""
            WITH hits AS MATERIALIZED (SELECT {{Columns}} FROM search_row WHERE words @@ {1}::tsquery AND number < {0})
            SELECT * FROM hits ORDER BY number DESC LIMIT {{ask.Count}}
            """,
            [ask.Before, TsQuery(ask.Query, ask.Scope, ask.Kind, ask.Marks, await EndingsAsync(db, ask.Query, ct))],
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
            SELECT {{Columns}} FROM hits WHERE number < {2} AND words @@ {3}::tsquery ORDER BY number DESC LIMIT {{ask.Count}}
            """,
            [ask.Query.CodeKey!, ask.Query.CodeKey + LastLetter, ask.Before, TsQuery(new SearchQuery([], null), ask.Scope, ask.Kind, Marks.Any)],
            ct);

    public IQueryable<SearchRow> Matching(Db db, SearchQuery query, Scope scope, string kind) =>
        db.Set<SearchRow>().FromSqlRaw($$"""SELECT {{Columns}} FROM search_row WHERE words @@ {0}::tsquery""", TsQuery(query, scope, kind, Marks.Any)).AsNoTracking();

    public IQueryable<SearchRow> Near(Db db, int[] bands, string kind, Guid council, bool own, int count) =>
        db.Set<SearchRow>().FromSqlRaw(
            $$"""
            SELECT {{Columns}} FROM search_row WHERE bands && {0} AND kind = {1} AND (council_id = {2}) = {3} ORDER BY number DESC LIMIT {4}
            """,
            bands,
            kind,
            council,
            own,
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

        void Add(string name, object values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = values;
            command.Parameters.Add(parameter);
        }
    }

    private static Task<List<SearchRow>> RowsAsync(Db db, string sql, object[] values, CancellationToken ct) =>
        db.Set<SearchRow>().FromSqlRaw(sql, values).AsNoTracking().ToListAsync(ct);

    /// <summary>An index that walks the whole scope from its newest row, if there is one.</summary>
    private static (string Sql, Guid Province)? Way(Scope scope) => scope switch
    {
        { All: true } => ("", Guid.Empty),
        { Provinces: [var province], Councils: [], Agencies: [] } => ("AND province_id = {2}", province),
        _ => null,
    };

    /// <summary>A few councils or agencies: so few rows that an unfinished word is better judged row by row than looked up among all words it may become.</summary>
    private static bool IsNarrow(Scope scope) => scope is { All: false, Provinces.Count: 0 };

    /// <summary>The index leads by place and the longest word; the rest is judged row by row, out of the index's sight.</summary>
    private static Task<List<SearchRow>> AmongFewAsync(Db db, SearchAsk ask, string asked, CancellationToken ct)
    {
        var longest = ask.Query.Terms.Where(t => !t.IsPrefix).OrderByDescending(t => t.Words.Max(w => w.Folded.Length)).Take(1);

        return RowsAsync(
            db,
            $$"""
            WITH hits AS MATERIALIZED (SELECT {{Columns}} FROM search_row WHERE words @@ {1}::tsquery AND number < {0} AND (words || ''::tsvector) @@ {2}::tsquery)
            SELECT * FROM hits ORDER BY number DESC LIMIT {{ask.Count}}
            """,
            [ask.Before, TsQuery(ask.Query with { Terms = [.. longest] }, ask.Scope, ask.Kind, Marks.Any), asked],
            ct);
    }

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

    private static string TsQuery(SearchQuery query, Scope scope, string? kind, Marks marks, IReadOnlyList<string>? endings = null)
    {
        List<string> parts = [];
        if (!scope.All)
        {
            parts.Add($"({string.Join(" | ", SearchKeys.PlacesOf(scope).DefaultIfEmpty("@").Select(Quoted))})");
        }

        if (kind is not null)
        {
            parts.Add(Quoted(SearchKeys.KindOf(kind)));
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

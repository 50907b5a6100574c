using System.Globalization;
using System.Text;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>
/// The statements of one petition recorded over the API, in their order, for pgbench: what the engine itself can do of that work. Rows are as large as ours; they carry
/// a kind of their own, so that nothing is indexed or counted for them, and are taken out again.
/// </summary>
internal static class RecordStatements
{
    private const string Kind = "bench";

    /// <param name="council">Number of councils in the table that <see cref="PrepareAsync"/> makes.</param>
    public static string Script(int council) =>
        $$"""
        \set k random(0, {{(council - 1).ToString(CultureInfo.InvariantCulture)}})
        SELECT user_id FROM access_token WHERE hash = '\x00' AND revoked_at IS NULL AND expires_at > now() LIMIT 1;
        BEGIN;
        SELECT c.id AS council, c.code AS council_code, c.province_id AS province FROM bench_council b JOIN council c ON c.id = b.id WHERE b.k = :k \gset
        INSERT INTO code_series (series, last) VALUES ('{{Kind}}' || :council_code, 1) ON CONFLICT (series) DO UPDATE SET last = code_series.last + 1 RETURNING last \gset
        INSERT INTO journal_head (council_id, sequence, hash) VALUES (:council::uuid, 0, '\x00') ON CONFLICT (council_id) DO UPDATE SET sequence = journal_head.sequence RETURNING sequence AS at \gset
        INSERT INTO count_delta (id, agency_id, authority, council_id, day, due, field, kind, n, outcome, province_id, session, status)
          VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000000', '', :council::uuid, CURRENT_DATE, '9999-12-31', '', '{{Kind}}', 1, '', :province::uuid, '', 'Recorded');
        INSERT INTO journal_entry (id, at, can_be_undone, capacity, council_id, data, event_code, hash, operation_id, personal_digests, previous_hash, sequence, subject_code, subject_id, subject_kind, user_id, user_name)
          VALUES (gen_random_uuid(), now(), false, 'Clerk', :council::uuid, '{{new string('x', 1600)}}', '{{Kind}}', sha256('x'), gen_random_uuid(), '{}', sha256('y'), :at + 1, 'KNCT-' || :council_code, gen_random_uuid(), '{{Kind}}', gen_random_uuid(), 'ghi');
        UPDATE journal_head SET hash = sha256('x'), sequence = :at + 1 WHERE council_id = :council::uuid;
        INSERT INTO outbox_message (id, attempts, council_id, created_at, due_at, kind, payload, subject_id)
          VALUES (gen_random_uuid(), 0, :council::uuid, now(), now(), '{{Kind}}', '{{new string('x', 230)}}', gen_random_uuid());
        INSERT INTO petition (id, code, content, council_id, created_at, from_ledger, is_pressing, kind, origin_council_id, province_id, received_on, reopened, source, status, version, place)
          VALUES (gen_random_uuid(), '{{Kind}}-' || :council_code || '-' || :last, 'Đề nghị sửa chữa đường liên thôn đã xuống cấp, đi lại khó khăn vào mùa mưa.', :council::uuid, now(), false, false, 'Petition', :council::uuid, :province::uuid, CURRENT_DATE, 0, 'Direct', 'Recorded', 0, 'Thôn 1');
        COMMIT;
        """;

    public static Task PrepareAsync(string database, IReadOnlyList<Guid> councils)
    {
        var rows = new StringBuilder().AppendJoin(", ", councils.Select((id, k) => $"({k.ToString(CultureInfo.InvariantCulture)}, '{id}')"));

        return RunAsync(database, $"DROP TABLE IF EXISTS bench_council; CREATE TABLE bench_council (k int PRIMARY KEY, id uuid); INSERT INTO bench_council VALUES {rows}");
    }

    /// <summary>Takes the rows out again and puts the journal's heads back to their last entry.</summary>
    public static Task CleanAsync(string database) => RunAsync(
        database,
        $"""
        DELETE FROM petition WHERE code LIKE '{Kind}-%';
        DELETE FROM journal_entry WHERE event_code = '{Kind}';
        DELETE FROM count_delta WHERE kind = '{Kind}';
        DELETE FROM outbox_message WHERE kind = '{Kind}';
        DELETE FROM code_series WHERE series LIKE '{Kind}%';
        UPDATE journal_head h SET sequence = e.sequence, hash = e.hash
          FROM (SELECT DISTINCT ON (council_id) council_id, sequence, hash FROM journal_entry ORDER BY council_id, sequence DESC) e WHERE e.council_id = h.council_id;
        DELETE FROM journal_head h WHERE NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.council_id = h.council_id);
        DROP TABLE IF EXISTS bench_council;
        """);

    private static async Task RunAsync(string database, string statements)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }
}

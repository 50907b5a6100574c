using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Petitions;
using NghiTruong.Search;
using Npgsql;

namespace NghiTruong.Bench;

/// <summary>Search and likely duplicates over everything, beside a bare query of the same index.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The bench must be repeatable.")]
internal sealed class SearchBench(IServiceProvider services, Figures figures, int times)
{
    private static readonly string[] Asked =
        ["duong lien thon", "đường liên thôn", "sạt lở", "nuoc sinh hoat", "\"đề nghị cấp có thẩm quyền\"", "trạm y tế", "rac thai", "ngập úng", "dien yeu", "cau", "bồi thường đất", "truong mam non"];

    private readonly Random _random = new(3);

    public async Task RunAsync()
    {
        var (commune, province) = (new Times(), new Times());
        var (nation, raw) = (new Times(), new Times());
        await using var db = await services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        var communes = await db.Set<Council>().AsNoTracking().Where(c => c.Tier == Tier.Commune).ToListAsync();
        for (var i = -12; i < times; i++)
        {
            var council = communes[_random.Next(communes.Count)];
            var words = Asked[(i + 12) % Asked.Length];
            await MeasureAsync(db, words, new Scope(false, [council.Id], [], []), i < 0 ? null : commune);
            await MeasureAsync(db, words, new Scope(false, [], [council.ProvinceId], []), i < 0 ? null : province);
            await MeasureAsync(db, words, Scope.Everything, i < 0 ? null : nation);
            await RawAsync(db, words, i < 0 ? null : raw);
        }

        foreach (var (place, took) in new[] { ("a commune", commune), ("a province", province), ("the nation", nation) })
        {
            figures.Add($"search over {place}", "p95 < 150 ms", took.Spread(), raw.Spread(), took.At(0.95) < 150);
        }

        await DuplicatesAsync(db, communes);
    }

    private static async Task MeasureAsync(Db db, string words, Scope scope, Times? into)
    {
        var clock = Stopwatch.StartNew();
        await SearchIndex.FindAsync(db, words, scope, PetitionSearch.Kind, null, CancellationToken.None);
        into?.Add(clock.Elapsed);
    }

    /// <summary>The bare index: any twenty rows of the nation that hold the words, in no order.</summary>
    private static async Task RawAsync(Db db, string words, Times? into)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = "SELECT subject_id FROM search_row WHERE words @@ @words::tsquery LIMIT 21";
        command.Parameters.AddWithValue("words", string.Join(" & ", NghiTruong.Language.VietnameseText.Fold(words.Trim('"')).Split(' ').Select(w => $"'{w}'")));
        var clock = Stopwatch.StartNew();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                // Only read.
            }
        }

        into?.Add(clock.Elapsed);
    }

    private async Task DuplicatesAsync(Db db, List<Council> communes)
    {
        var duplicates = services.GetRequiredService<LikelyDuplicates>();
        var (took, raw) = (new Times(), new Times());
        for (var i = -10; i < times; i++)
        {
            var council = communes[_random.Next(communes.Count)];
            var like = await db.Set<Petition>().AsNoTracking().Where(p => p.CouncilId == council.Id).OrderBy(p => p.Id).Skip(i & 7).FirstAsync();
            var question = DuplicateQuestion.About(like) with { Except = null, Content = like.Content.Replace("đề nghị", "kiến nghị", StringComparison.Ordinal) };
            var clock = Stopwatch.StartNew();
            var found = await duplicates.FindAsync(question, Acting.System, CancellationToken.None);
            if (i < 0)
            {
                continue;
            }

            took.Add(clock.Elapsed);
            if (found.Own.Count == 0)
            {
                throw new InvalidOperationException($"{like.Code} written in other words is not found.");
            }

            clock.Restart();
            await SearchIndex.NearAsync(db, question.Content, PetitionSearch.Kind, council.Id, council.ProvinceId, 60, CancellationToken.None);
            raw.Add(clock.Elapsed);
        }

        figures.Add("likely duplicates of a new petition", "p95 < 100 ms", took.Spread(), string.Create(CultureInfo.InvariantCulture, $"candidates alone {raw.Spread()}"), took.At(0.95) < 100);
    }
}

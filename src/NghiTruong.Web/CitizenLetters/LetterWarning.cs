using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>
/// Looks at what is about to be saved as something else: words of a denunciation or complaint, by the council's own catalogue. It proposes; the person decides. The words are kept in
/// memory as long as <see cref="CouncilDirectory.Kept"/>, so that recording costs no query for them.
/// </summary>
public sealed class LetterWarning(IDbContextFactory<Db> contexts, CouncilDirectory directory, IMemoryCache cache, TimeProvider clock)
{
    public async Task<LetterWord?> FindAsync(string? text, Guid council, CancellationToken ct) => CitizenLetterRules.Find(text, await WordsAsync(council, ct));

    /// <summary>The words a council looks for.</summary>
    public async Task<IReadOnlyList<DefinitionEntry>> WordsAsync(Guid council, CancellationToken ct) =>
        (await cache.GetOrCreateAsync((nameof(LetterWarning), council), async kept =>
        {
            kept.AbsoluteExpirationRelativeToNow = CouncilDirectory.Kept;
            var province = (await directory.CouncilAsync(council, ct))?.ProvinceId;
            await using var db = await contexts.CreateDbContextAsync(ct);
            var words = await DefinitionBook.ReadAsync(db, CitizenLetterCatalogues.Words, new DefinitionPlace(council, province), clock.Today, ct);

            return (IReadOnlyList<DefinitionEntry>)[.. words.Standing("")];
        }))!;
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Law.Definitions;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>Looks at what is about to be saved as something else: words of a denunciation or complaint, by the council's own catalogue. It proposes; the person decides.</summary>
public sealed class LetterWarning(IDbContextFactory<Db> contexts, TimeProvider clock)
{
    public async Task<LetterWord?> FindAsync(string? text, Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var province = await db.Set<NghiTruong.Councils.Council>().Where(c => c.Id == council).Select(c => (Guid?)c.ProvinceId).FirstOrDefaultAsync(ct);
        var words = await DefinitionBook.ReadAsync(db, CitizenLetterCatalogues.Words, new DefinitionPlace(council, province), clock.Today, ct);

        return CitizenLetterRules.Find(text, words.Standing(""));
    }
}

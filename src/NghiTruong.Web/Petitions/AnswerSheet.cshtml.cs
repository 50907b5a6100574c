using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Word;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Documents;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Petitions;

/// <summary>One printable sheet of answers per hamlet: for the notice board, the loudspeaker, the next meeting.</summary>
[Requires<NotifyVoters>]
public sealed class AnswerSheetModel(CouncilDesks desks, AnswerSheets sheets, Acting acting) : PageModel
{
    public IReadOnlyList<(CouncilName Council, IReadOnlyList<HamletAnswers> Hamlets)> Councils { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        List<(CouncilName, IReadOnlyList<HamletAnswers>)> found = [];
        foreach (var council in await desks.OwnAsync<NotifyVoters>(ct))
        {
            found.Add((council, await sheets.HamletsAsync(council.Id, acting, ct)));
        }

        Councils = found;
    }
}

/// <summary>The sheet as Word.</summary>
internal static class AnswerSheetFile
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(PetitionLinks.Sheets + "/tai-ve", WriteAsync).Requires<NotifyVoters>().ExcludeFromDescription();

    /// <param name="hd">The council.</param>
    /// <param name="thon">The hamlet; all of them, each on a page of its own, when it is left out.</param>
    private static async Task<IResult> WriteAsync(Guid hd, string? thon, AnswerSheets sheets, Acting acting, TextTable texts, CancellationToken ct)
    {
        var written = await sheets.WriteAsync(hd, thon, acting, ct);

        return written.IsRefused ? Problems.Of(written, texts) : Results.File(written.Value.Content, WordWriter.ContentType, written.Value.FileName);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Indicators;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Indicators;

/// <summary>The board of one delegate or body: what they are to do, how far they are, how it was before, and the middle one of their kind; of a body also which of its members is still to do what.</summary>
[Requires<ReadIndicators>]
public sealed class SubjectModel(SubjectBoardReader reader, CouncilDirectory directory, Acting acting) : PageModel
{
    public SubjectBoard Board { get; private set; } = null!;

    public CouncilName? Council { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>The page of the delegate, where they have one.</summary>
    public string? RecordHref => Board.Card.Code is { } code ? RecordLinks.Of(Kind, code) : null;

    /// <param name="kind">One of <see cref="CoverageSubjects"/>: a council's board is the board of its place.</param>
    public async Task<IActionResult> OnGetAsync(string kind, Guid id, CancellationToken ct)
    {
        if (kind == CoverageSubjects.Council)
        {
            return Redirect($"{IndicatorLinks.Board}?{IndicatorLinks.Place(id.ToString("D"), false)}");
        }

        if (await reader.ReadAsync(kind, id, acting, ct) is not { } board)
        {
            return NotFound();
        }

        (Board, Kind, Council) = (board, kind, await directory.CouncilAsync(board.Card.CouncilId, ct));

        return Page();
    }
}

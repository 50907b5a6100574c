using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Letters;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Letters;

/// <summary>Letters: drafts, to sign, to number, issued.</summary>
[Requires<ReadLetters>]
public sealed class IndexModel(LetterList list, CouncilDirectory directory, Acting acting) : PageModel
{
    public static IReadOnlyList<(LetterFolder Folder, string Path)> Folders { get; } =
        [(LetterFolder.All, ""), (LetterFolder.Draft, "du-thao"), (LetterFolder.ToSign, "trinh-ky"), (LetterFolder.ToNumber, "cho-phat-hanh"), (LetterFolder.Issued, "da-phat-hanh")];

    [FromQuery(Name = "muc")]
    public string? Path { get; set; }

    [FromQuery(Name = "cursor")]
    public Guid? After { get; set; }

    public LetterFolder Folder => Folders.FirstOrDefault(f => f.Path == (Path ?? "")).Folder;

    public LetterPage Letters { get; private set; } = new([], null);

    public IReadOnlyDictionary<LetterFolder, int> Counts { get; private set; } = new Dictionary<LetterFolder, int>();

    /// <summary>Names of councils, where the person sees more than one.</summary>
    public IReadOnlyDictionary<Guid, string> Councils { get; private set; } = new Dictionary<Guid, string>();

    public bool MayDraft => acting.May<PrepareLetters>();

    public bool SeesDrafts => acting.May<ReadDraftLetters>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        Letters = await list.ReadAsync(Folder, null, null, After, acting, ct);
        Counts = await list.CountAsync(acting, ct);
        var all = await directory.CouncilsAsync(ct);
        Councils = Letters.Rows.Select(r => r.CouncilId).Distinct().ToDictionary(id => id, id => all.GetValueOrDefault(id)?.Name ?? "");
    }
}

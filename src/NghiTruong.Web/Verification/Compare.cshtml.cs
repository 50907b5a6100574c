using Microsoft.AspNetCore.Mvc;
using NghiTruong.Verification;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Verification;

/// <summary>Two versions of the draft side by side; long stretches that did not change are folded.</summary>
[Requires<ReadVerifications>]
public sealed class CompareModel(VerificationPageTools tools) : VerificationPageModel(tools)
{
    /// <summary>Paragraphs of context kept around a change.</summary>
    private const int Around = 1;

    [BindProperty(SupportsGet = true, Name = "cu")]
    public Guid? Older { get; set; }

    [BindProperty(SupportsGet = true, Name = "moi")]
    public Guid? Newer { get; set; }

    public IReadOnlyList<ComparedParagraph>? Paragraphs { get; private set; }

    /// <summary>What is shown; null stands for a stretch that is the same on both sides.</summary>
    public IReadOnlyList<ComparedParagraph?> Shown { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var versions = View.Versions;
        if (versions.Count < 2)
        {
            return;
        }

        Older ??= versions[^2].Id;
        Newer ??= versions[^1].Id;
        Paragraphs = await Tools.Reader.CompareAsync(View, Older.Value, Newer.Value, Acting, ct);
        Shown = Fold(Paragraphs ?? []);
    }

    protected override bool IsFor(VerificationView view) => view.MayReadDossier;

    private static List<ComparedParagraph?> Fold(IReadOnlyList<ComparedParagraph> all)
    {
        List<ComparedParagraph?> shown = [];
        for (var i = 0; i < all.Count; i++)
        {
            var isNear = Enumerable.Range(Math.Max(0, i - Around), Math.Min(all.Count - 1, i + Around) - Math.Max(0, i - Around) + 1).Any(near => all[near].Kind != ComparedKind.Same);
            if (isNear)
            {
                shown.Add(all[i]);
            }
            else if (shown.Count == 0 || shown[^1] is not null)
            {
                shown.Add(null);
            }
        }

        return shown;
    }
}

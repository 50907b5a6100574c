using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Supervision;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Supervision;

/// <summary>Kết luận: the recommendations are made, each followed by its day.</summary>
[Requires<ConcludeSupervisions>]
public sealed class ConcludeModel(SupervisionResults results, SupervisionDesk desk, FileDesk files, SupervisionActTools tools) : SupervisionActModel(tools)
{
    public override string Act => "ket-luan";

    [BindProperty]
    public ConcludeForm Input { get; set; } = new();

    public void OnGet() => Input = new ConcludeForm { On = Tools.Clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var file = await files.TakeInAsync(Input.File, Supervision.CouncilId, nameof(Input.File), ct);
        if (file is { IsRefused: true })
        {
            return Finish(file);
        }

        var done = await results.ConcludeAsync(Code, Words.Blank(Input.Number), Input.On, Acting, ct);
        if (done.IsRefused || file is null)
        {
            return Finish(done);
        }

        var paper = new SupervisionPaperInput { Kind = SupervisionPaperKind.Conclusion, Number = Words.Blank(Input.Number), On = Input.On, File = file.Value };

        return Finish(await desk.RecordPaperAsync(Code, paper, Acting, ct));
    }
}

public sealed record ConcludeForm
{
    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    public IFormFile? File { get; init; }
}

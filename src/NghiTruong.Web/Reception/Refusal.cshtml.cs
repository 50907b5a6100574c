using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Reception;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Reception;

/// <summary>The notice of refusal was sent.</summary>
[Requires<KeepReceptionBook>]
public sealed class RefusalModel(VisitDesk desk, ReceptionTools tools) : VisitActModel(tools)
{
    public override string Act => "thong-bao";

    [BindProperty]
    public RefusalForm Input { get; set; } = new();

    public void OnGet() => Input = new RefusalForm { On = Tools.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => ModelState.IsValid ? Finish(await desk.SendRefusalAsync(Code, Words.Blank(Input.Number), Input.On, Acting, ct)) : Page();
}

public sealed record RefusalForm
{
    [StringLength(60)]
    public string? Number { get; init; }

    [Required]
    public DateOnly? On { get; init; }
}

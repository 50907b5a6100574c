using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Resolutions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Resolutions;

/// <summary>Sets a clause right; the tasks still open under it say the same from then on.</summary>
[Requires<RecordResolutions>]
public sealed class EditClauseModel(ResolutionClauses clauses, ResolutionActTools tools) : ClauseActModel(tools)
{
    public override string Act => "suaDieuKhoan";

    [BindProperty]
    public EditClauseForm Input { get; set; } = new();

    /// <summary>Given out to be done once: its day may move.</summary>
    public bool HasDay => Clause.Cadence == ClauseCadence.Once;

    public void OnGet() => Input = new EditClauseForm { Place = Clause.Place, Content = Clause.Content, Product = Clause.Product, DueOn = Clause.DueOn, Version = Clause.Version };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !ModelState.IsValid
        ? Page()
        : Finish(await clauses.EditAsync(
            Code, new ClauseEdit { Place = Input.Place ?? "", Content = Input.Content ?? "", Product = Words.Blank(Input.Product), DueOn = Input.DueOn, Version = Input.Version }, Acting, ct));
}

public sealed record EditClauseForm
{
    [StringLength(200)]
    public string? Place { get; init; }

    [StringLength(4000)]
    public string? Content { get; init; }

    [StringLength(500)]
    public string? Product { get; init; }

    public DateOnly? DueOn { get; init; }

    public int? Version { get; init; }
}

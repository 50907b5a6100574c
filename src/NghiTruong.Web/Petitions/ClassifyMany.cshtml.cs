using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<SortPetitions>]
public sealed class ClassifyManyModel(PetitionDesk desk, PetitionActTools tools) : PetitionManyModel(tools)
{
    public override string Act => "phan-loai";

    [BindProperty]
    public ClassifyManyForm Input { get; set; } = new();

    public List<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, Tools.Clock.Today);

    public List<SelectListItem> Authorities => CatalogueWords.Choices(CatalogueKind.Authority, Tools.Clock.Today);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Words.Blank(Input.Field) is null && Words.Blank(Input.Authority) is null)
        {
            ModelState.AddModelError("Input.Field", "petitions.nothingChosen");
        }

        return !ModelState.IsValid
            ? Page()
            : Finish(await desk.ClassifyAllAsync(Codes, Words.Blank(Input.Field), Words.Blank(Input.Authority), Acting, ct));
    }
}

public sealed record ClassifyManyForm
{
    public string? Field { get; init; }

    public string? Authority { get; init; }
}

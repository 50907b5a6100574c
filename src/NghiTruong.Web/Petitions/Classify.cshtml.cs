using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Web.Law;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

[Requires<SortPetitions>]
public sealed class ClassifyModel(PetitionDesk desk, PetitionAdvice advice, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "phan-loai";

    [BindProperty]
    public ClassifyForm Input { get; set; } = new();

    public List<SelectListItem> Kinds => Tools.Texts.Choices<PetitionKind>("petition.kind.");

    public List<SelectListItem> Fields => CatalogueWords.Choices(CatalogueKind.Field, Petition.ReceivedOn);

    public List<SelectListItem> Authorities => CatalogueWords.Choices(CatalogueKind.Authority, Petition.ReceivedOn);

    public Advice Advice { get; private set; } = null!;

    protected override async Task PrepareAsync(CancellationToken ct) => Advice = await advice.ForAsync(Petition, ct);

    /// <summary>A proposal taken up fills its field in; saving is the person's act.</summary>
    public void OnGet(string? linhVuc, string? lanTruoc) => Input = new ClassifyForm
    {
        Kind = Petition.Kind,
        Field = linhVuc ?? Petition.Field,
        Authority = Petition.Authority,
        RaisedAgainOf = lanTruoc ?? Matter.RaisedAgainOfCode,
        Version = Petition.Version,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        Guid? earlier = null;
        if (Words.Blank(Input.RaisedAgainOf) is { } code)
        {
            earlier = (await Tools.Reader.ReadAsync(code, Acting, ct))?.Petition.Id;
            if (earlier is null || earlier == Petition.Id)
            {
                return Finish(new Refusal("petition.notFound", nameof(Input.RaisedAgainOf), code));
            }
        }

        var result = await desk.ClassifyAsync(
            Code, new Classification(Input.Kind, Words.Blank(Input.Field), Words.Blank(Input.Authority), earlier, Input.Version), Acting, ct);
        if (result.Refusals.Any(r => r.Code == "record.changedMeanwhile"))
        {
            // Shown once; saving again is then a decision.
            ModelState.SetModelValue("Input.Version", Petition.Version, Petition.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return Finish(result);
    }
}

public sealed record ClassifyForm
{
    public PetitionKind Kind { get; init; }

    public string? Field { get; init; }

    public string? Authority { get; init; }

    [StringLength(40)]
    public string? RaisedAgainOf { get; init; }

    public int Version { get; init; }
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>Mends what was taken in. The second of two clerks sees what the first stored beside what they typed, and decides.</summary>
[Requires<SortPetitions>]
public sealed class EditModel(PetitionDesk desk, PetitionActTools tools) : PetitionActModel(tools)
{
    public override string Act => "sua";

    [BindProperty]
    public EditForm Input { get; set; } = new();

    public List<SelectListItem> Sessions { get; private set; } = [];

    public List<SelectListItem> Kinds => Tools.Texts.Choices<PetitionKind>("petition.kind.");

    public List<SelectListItem> Sources => Tools.Texts.Choices<PetitionSource>("petition.source.");

    public bool MayReadVoters => Acting.CapacityFor<ReadVoters>(Petition.CouncilId, Petition.ProvinceId) is not null;

    /// <summary>What another has stored meanwhile and differs from what is typed.</summary>
    public IReadOnlyList<(string Field, string Value)> Stored { get; private set; } = [];

    protected override async Task PrepareAsync(CancellationToken ct) => Sessions = await Tools.Desks.SessionChoicesAsync(Petition.CouncilId, ct);

    public void OnGet() => Input = EditForm.Of(Matter);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await desk.EditAsync(Code, Input.Asked(MayReadVoters), Acting, ct);
        if (result.Refusals.Any(r => r.Code == "record.changedMeanwhile"))
        {
            Stored = [.. Differences(EditForm.Of(Matter), Input)];
            // The difference is shown once; saving again is then a decision.
            ModelState.SetModelValue("Input.Version", Petition.Version, Petition.Version.ToString(CultureInfo.InvariantCulture));
        }

        return Finish(result);
    }

    private IEnumerable<(string Field, string Value)> Differences(EditForm stored, EditForm typed)
    {
        (string Field, string? Stored, string? Typed)[] all =
        [
            ("petitions.field.content", stored.Content, typed.Content?.Trim().ReplaceLineEndings("\n")),
            ("petitions.field.place", stored.Place, typed.Place),
            ("petitions.kind", Tools.Texts.Of(stored.Kind), Tools.Texts.Of(typed.Kind)),
            ("petitions.field.receivedOn", Day(stored.ReceivedOn), Day(typed.ReceivedOn)),
            ("petitions.field.source", Tools.Texts.Of(stored.Source), Tools.Texts.Of(typed.Source)),
            ("petitions.field.sourceNote", stored.SourceNote, typed.SourceNote),
            ("petitions.field.voters", stored.Voters?.ToString(CultureInfo.InvariantCulture), typed.Voters?.ToString(CultureInfo.InvariantCulture)),
            ("petitions.person", stored.PersonName, MayReadVoters ? typed.PersonName : stored.PersonName),
            ("petitions.phone", stored.PersonPhone, MayReadVoters ? typed.PersonPhone : stored.PersonPhone),
        ];

        return all.Where(a => (a.Stored ?? "") != (a.Typed ?? "")).Select(a => (a.Field, a.Stored is null or "" ? Tools.Texts["petitions.story.empty"] : a.Stored));
    }

    private static string? Day(DateOnly? day) => day is { } known ? Ui.Date(known) : null;
}

public sealed record EditForm
{
    [Required(ErrorMessage = "petition.contentMissing"), StringLength(10_000)]
    public string? Content { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    public PetitionKind Kind { get; init; }

    [Required]
    public DateOnly? ReceivedOn { get; init; }

    public PetitionSource Source { get; init; }

    [StringLength(300)]
    public string? SourceNote { get; init; }

    public Guid? SessionId { get; init; }

    [Range(1, 1_000_000)]
    public int? Voters { get; init; }

    [StringLength(120)]
    public string? PersonName { get; init; }

    [StringLength(30)]
    public string? PersonPhone { get; init; }

    [StringLength(300)]
    public string? PersonAddress { get; init; }

    public int Version { get; init; }

    public static EditForm Of(PetitionView matter) => new()
    {
        Content = matter.Petition.Content,
        Place = matter.Petition.Place,
        Kind = matter.Petition.Kind,
        ReceivedOn = matter.Petition.ReceivedOn,
        Source = matter.Petition.Source,
        SourceNote = matter.Petition.SourceNote,
        SessionId = matter.Petition.SessionId,
        Voters = matter.Petition.Voters,
        PersonName = matter.Person?.Name,
        PersonPhone = matter.Person?.Phone,
        PersonAddress = matter.Person?.Address,
        Version = matter.Petition.Version,
    };

    public PetitionEdit Asked(bool withPerson) => new()
    {
        Content = Content!,
        Place = Words.Blank(Place),
        Kind = Kind,
        ReceivedOn = ReceivedOn!.Value,
        Source = Source,
        SourceNote = Words.Blank(SourceNote),
        SessionId = SessionId,
        Voters = Voters,
        Person = withPerson ? new PersonInput(Words.Blank(PersonName), Words.Blank(PersonPhone), Words.Blank(PersonAddress)) : null,
        Version = Version,
    };
}

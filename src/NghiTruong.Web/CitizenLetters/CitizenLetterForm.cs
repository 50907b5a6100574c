using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Documents.Files;
using NghiTruong.Law.Catalogues;
using NghiTruong.Web.Law;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.CitizenLetters;

/// <summary>A letter as its form holds it.</summary>
public sealed record CitizenLetterForm
{
    /// <summary>The form's own id: sent again, it is the same letter.</summary>
    public Guid Id { get; init; }

    public Guid? CouncilId { get; init; }

    [Required]
    public CitizenLetterKind? Kind { get; init; }

    public CitizenLetterSource Source { get; init; }

    [StringLength(300)]
    public string? SourceNote { get; init; }

    public Guid? DelegateId { get; init; }

    [StringLength(200)]
    public string? DelegateName { get; init; }

    [StringLength(60)]
    public string? RegisterNumber { get; init; }

    [Required]
    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? WrittenOn { get; init; }

    [Required(ErrorMessage = "citizenLetter.summaryMissing"), StringLength(10_000)]
    public string Summary { get; init; } = "";

    public string? Field { get; init; }

    public bool IsAnonymous { get; init; }

    [StringLength(200)]
    public string? SenderName { get; init; }

    [StringLength(300)]
    public string? SenderAddress { get; init; }

    [StringLength(30)]
    public string? SenderIdentity { get; init; }

    [StringLength(30)]
    public string? SenderPhone { get; init; }

    /// <summary>Those who sent it together, one a line: name; address.</summary>
    [StringLength(10_000)]
    public string? MoreSenders { get; init; }

    [Range(1, 100_000)]
    public int? People { get; init; }

    public List<IFormFile> Photos { get; init; } = [];

    public List<IFormFile> Files { get; init; } = [];

    public int? Version { get; init; }

    public static CitizenLetterForm Of(CitizenLetter l, string summary) => new()
    {
        Id = l.Id, Kind = l.Kind, Source = l.Source, SourceNote = l.SourceNote, DelegateId = l.DelegateId, DelegateName = l.DelegateName, RegisterNumber = l.RegisterNumber, ReceivedOn = l.ReceivedOn, WrittenOn = l.WrittenOn,
        Summary = summary, Field = l.Field, IsAnonymous = l.IsAnonymous, People = l.Senders, Version = l.Version,
    };

    public CitizenLetterInput Asked(Guid council, IReadOnlyList<StagedFile> files) => new()
    {
        Id = Id == Guid.Empty ? null : Id,
        CouncilId = council,
        Kind = Kind ?? CitizenLetterKind.Request,
        Source = Source,
        SourceNote = Words.Blank(SourceNote),
        DelegateId = DelegateId,
        DelegateName = Words.Blank(DelegateName),
        RegisterNumber = Words.Blank(RegisterNumber),
        ReceivedOn = ReceivedOn,
        WrittenOn = WrittenOn,
        Summary = Summary,
        Field = Words.Blank(Field),
        Senders = IsAnonymous ? [] : [.. SendersTyped()],
        People = People,
        Files = files,
        Version = Version,
    };

    /// <summary>The first one has its own fields; a name left empty is refused where the letter is not marked as unsigned.</summary>
    private IEnumerable<SenderName> SendersTyped()
    {
        yield return new SenderName(SenderName?.Trim() ?? "", Words.Blank(SenderAddress), Words.Blank(SenderIdentity), Words.Blank(SenderPhone));
        foreach (var line in (MoreSenders ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(';', 2, StringSplitOptions.TrimEntries);
            yield return new SenderName(parts[0], parts.Length > 1 ? Words.Blank(parts[1]) : null);
        }
    }
}

/// <summary>The fields of a letter with their choices.</summary>
public sealed class CitizenLetterFormPart
{
    public required CitizenLetterForm Input { get; init; }

    /// <summary>Who sent it is asked once, when the letter comes in.</summary>
    public required bool IsNew { get; init; }

    public required IReadOnlyList<SelectListItem> Kinds { get; init; }

    public required IReadOnlyList<SelectListItem> Sources { get; init; }

    public required IReadOnlyList<SelectListItem> Fields { get; init; }

    /// <summary>Delegates of the register; empty where the office has not entered them.</summary>
    public required IReadOnlyList<SelectListItem> Delegates { get; init; }

    public bool HasMore => Input is not { WrittenOn: null, Field: null, RegisterNumber: null, People: null or 1, MoreSenders: null, SourceNote: null };

    public static async Task<CitizenLetterFormPart> OfAsync(CitizenLetterTools tools, CitizenLetterForm input, Guid council, bool isNew, CancellationToken ct) => new()
    {
        Input = input,
        IsNew = isNew,
        Kinds = tools.Texts.Choices<CitizenLetterKind>("citizenLetter.kind."),
        Sources = tools.Texts.Choices<CitizenLetterSource>("citizenLetter.source."),
        Fields = CatalogueWords.Choices(CatalogueKind.Field, tools.Today),
        Delegates = [.. (await tools.Delegates.OnAsync(council, tools.Today, ct)).Select(d => new SelectListItem(d.Name, d.Id.ToString("D")))],
    };

    /// <summary>A delegate enters what was handed to themselves.</summary>
    public static bool IsCarrier(Acting acting, Guid council) => acting.CapacityFor<RegisterCitizenLetters>(council, Guid.Empty)?.Role is Role.Delegate or Role.CommitteeHead;
}

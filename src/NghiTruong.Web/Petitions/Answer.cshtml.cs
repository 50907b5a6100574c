using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using NghiTruong.Accounts;
using NghiTruong.Documents.Files;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Web.Files;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>One answering document for one petition or many, each with its extract and outcome; by the agency, or by the desk on its behalf.</summary>
[Requires<ReplyToPetitions>]
public sealed class AnswerModel(PetitionReplies replies, PetitionPapers papers, FileDesk files, PetitionActTools tools) : PetitionManyModel(tools)
{
    public override string Act => "tra-loi";

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public List<SelectListItem> Agencies { get; private set; } = [];

    public List<SelectListItem> Outcomes => Tools.Texts.Choices<Outcome>("petition.outcome.");

    /// <summary>The agency itself answers; the desk need not say on whose behalf.</summary>
    public bool IsOfficer => !Acting.May<SendPetitions>();

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Agencies = await Tools.Desks.AgencyChoicesAsync(Matters[0].CouncilId, ct);
        Input.MakeRoom(Matters.Count);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var scan = await ScanAsync(ct);
        if (scan is { IsRefused: true })
        {
            return Finish(scan);
        }

        var answered = AtItsRow(await replies.AnswerAsync(Input.Asked(Codes), Acting, ct));

        return answered.IsRefused || scan is null ? Finish(answered) : Finish(await papers.AttachAnswerAsync(Codes[0], scan.Value, Acting, ct));
    }

    /// <summary>The scan is looked at before anything is saved; papers of Party bodies are not kept (domain 7.5).</summary>
    private async Task<Result<StagedFile>?> ScanAsync(CancellationToken ct)
    {
        if (FileUses.PartyRefusal(Input.Number, Input.Scan is { Length: > 0 }, nameof(Input.Scan)) is { } refusal)
        {
            return refusal;
        }

        return await files.TakeInAsync(Input.Scan, Matters[0].CouncilId, nameof(Input.Scan), ct);
    }

    /// <summary>What is wrong with one petition of many stands at its own extract.</summary>
    private Result AtItsRow(Result<Guid> result)
    {
        var codes = Codes.ToList();

        return !result.IsRefused ? result : Result.Refuse([.. result.Refusals.Select(r =>
            r.Field == "Extract" && r.Values is [string code] ? r.At($"Extracts[{codes.IndexOf(code)}]") : r)]);
    }
}

public sealed record AnswerForm
{
    public Guid? AgencyId { get; init; }

    [StringLength(60)]
    public string? Number { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public IFormFile? Scan { get; init; }

    public List<string?> Extracts { get; init; } = [];

    public List<Outcome?> Outcomes { get; init; } = [];

    public void MakeRoom(int count)
    {
        while (Extracts.Count < count)
        {
            Extracts.Add(null);
        }

        while (Outcomes.Count < count)
        {
            Outcomes.Add(null);
        }
    }

    public AnswerInput Asked(IReadOnlyList<string> codes) => new()
    {
        AgencyId = AgencyId,
        Number = Words.Blank(Number),
        IssuedOn = IssuedOn,
        ReceivedOn = ReceivedOn,
        Items = [.. codes.Select((code, i) => new AnswerItem(code, Words.Blank(Extracts[i]), Outcomes[i]))],
    };
}

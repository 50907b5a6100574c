using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Web.Security;
using NghiTruong.Web.Shell;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Petitions;

/// <summary>One petition: what it is, where it stands, who holds it, by when and why; the next act; the story; the papers.</summary>
[Requires<ReadPetitions>]
public sealed class DetailsModel(PetitionDesk desk, CouncilDirectory directory, RuleBook rules, StoryTeller story, PetitionAdvice advice, Undo undo, PetitionActTools tools) : PetitionActModel(tools)
{
    private IReadOnlyDictionary<Guid, AgencyName> _agencies = new Dictionary<Guid, AgencyName>();

    public override string Act => "tach";

    public IReadOnlyList<PetitionAct> Acts { get; private set; } = [];

    public bool MayUnmerge => Matter.MergedIntoCode is not null && Acting.CapacityFor<SortPetitions>(Petition.CouncilId, Petition.ProvinceId) is not null;

    public string? CouncilName { get; private set; }

    public string? SessionName { get; private set; }

    public string Holder { get; private set; } = "";

    public string? HolderNote { get; private set; }

    public IReadOnlyList<(string Role, string Name)> Parties { get; private set; } = [];

    public IReadOnlyList<string> Why { get; private set; } = [];

    /// <summary>Proposals while it lies on the desk of somebody who sorts.</summary>
    public Advice? Advice { get; private set; }

    public StoryPart Story { get; private set; } = null!;

    public string? AgencyName(Guid? id) => id is { } known ? _agencies.GetValueOrDefault(known)?.Name : null;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Acts = PetitionActs.For(Matter, Acting);
        Story = new StoryPart([.. Matter.Story.Select(e => story.Line(e, Matter.Names))], Acting.UserId);
        var councils = await directory.CouncilsAsync(ct);
        _agencies = await directory.AgenciesAsync([.. Matter.Parties.Select(p => p.AgencyId), .. Matter.Answers.Select(a => a.AgencyId), Petition.LeadAgencyId], ct);
        CouncilName = councils.GetValueOrDefault(Petition.CouncilId)?.Name;
        SessionName = Petition.SessionId is { } session ? (await directory.SessionsOfAsync(Petition.CouncilId, ct)).FirstOrDefault(s => s.Id == session)?.Name : null;
        Parties = [.. Matter.Parties.Select(p => (Tools.Texts["petitions.party." + PartOf(p)],
            AgencyName(p.AgencyId) ?? (p.CouncilId is { } c ? councils.GetValueOrDefault(c)?.Name : null) ?? "")).Distinct()];
        (Holder, HolderNote) = Held(councils);
        Why = await WhyAsync(councils, ct);
        Advice = PetitionStatuses.OnTheDesk.Contains(Petition.Status) && Acting.CapacityFor<SortPetitions>(Petition.CouncilId, Petition.ProvinceId) is not null
            ? await advice.ForAsync(Petition, ct)
            : null;
    }

    /// <summary>UBND that has named a department stays the addressee; one alone leads.</summary>
    private string PartOf(PetitionParty party) =>
        party.ActsUntil is not null ? "earlier" : party.Role == PartyRole.Lead && party.AgencyId != Petition.LeadAgencyId ? "addressee" : Words.CodeOf(party.Role);

    public async Task<IActionResult> OnPostUnmergeAsync(CancellationToken ct) => Finish(await desk.UnmergeAsync(Code, Acting, ct));

    public async Task<IActionResult> OnPostUndoAsync(Guid operation, CancellationToken ct)
    {
        if (ModelState.Refuse(await undo.UndoAsync(operation, Acting, ct), Tools.Texts))
        {
            return Page();
        }

        TempData.Notice(Tools.Texts["petitions.undone"]);

        return LocalRedirect(Back);
    }

    /// <summary>Who holds it now, since when and by which letter.</summary>
    private (string Holder, string? Note) Held(IReadOnlyDictionary<Guid, CouncilName> councils)
    {
        var texts = Tools.Texts;
        if (!PetitionStatuses.WithAgency.Contains(Petition.Status))
        {
            return (CouncilName ?? "", Petition.Status switch
            {
                PetitionStatus.Answered or PetitionStatus.Evaluated when Petition.AnsweredOn is { } on => texts["petitions.holder.answered", Ui.Date(on)],
                PetitionStatus.Closed when Petition.ClosedOn is { } on => texts["petitions.holder.closed", Ui.Date(on)],
                PetitionStatus.Refused => texts["petitions.holder.returned"],
                _ => null,
            });
        }

        var letter = Matter.Letters.FirstOrDefault(l => l.IssuedOn is not null);
        var since = Petition.ForwardedOn is { } day ? texts["petitions.holder.since", Ui.Date(day)] : null;
        var holder = AgencyName(Matter.Items.LastOrDefault(i => i.Part == FollowUpPart.Lead && FollowUpStates.Owed.Contains(i.State))?.AgencyId ?? Petition.LeadAgencyId)
            ?? (Petition.HolderCouncilId is { } council ? councils.GetValueOrDefault(council)?.Name : null)
            ?? "";

        return (holder, letter?.Number is { } number ? $"{since}, {texts["petitions.holder.letter", number]}" : since);
    }

    /// <summary>"Vì sao ngày này?"</summary>
    private async Task<IReadOnlyList<string>> WhyAsync(IReadOnlyDictionary<Guid, CouncilName> councils, CancellationToken ct)
    {
        if (Matter.Items.LastOrDefault(i => i.Part == FollowUpPart.Lead) is not { DueOn: { } due } item)
        {
            return [];
        }

        var (texts, language) = (Tools.Texts, CultureInfo.CurrentUICulture);
        List<string> why = [];
        if (item.RuleCode is { } code && (await rules.ReadAsync(ct)).Due(code, councils.GetValueOrDefault(item.CouncilId)?.Tier.ToString(), item.CouncilId, item.From) is { } ruled)
        {
            why.AddRange(DeadlineExplanation.Sentences(ruled.Deadline, ruled.Rule, texts, language));
        }
        else
        {
            why.Add(texts["petitions.why.byHand", Ui.Date(item.PrintedDueOn ?? due)]);
        }

        if (item.ExtendedTo is { } extended)
        {
            why.Add(texts["petitions.why.extended", Ui.Date(extended)]);
        }

        if (item.PrintedDueOn is { } printed && printed != due)
        {
            why.Add(texts["petitions.why.printed", Ui.Date(printed)]);
        }

        return why;
    }
}

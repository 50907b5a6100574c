using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.CitizenLetters;

/// <summary>The official letter that passes a letter on or guides its sender went out, or was taken back: the letter follows.</summary>
public sealed class FollowOfficialLetters(CitizenLetterTerms terms, FollowUps followUps, FormTexts form) : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        var id = happened.Subject.Id;
        if (happened is not (LetterIssued or LetterWithdrawn or LetterDiscarded) || await OfAsync(work, id, ct) is not { } letter)
        {
            return;
        }

        var capacity = work.CapacityFor<HandleCitizenLetters>(letter) ?? work.CapacityFor<IssueLetters>(letter) ?? work.Acting.Capacities[0];
        var isTransfer = letter.TransferLetterId == id;
        if (happened is LetterIssued issued)
        {
            await (isTransfer ? TransferAsync(work, letter, issued, capacity, ct) : GuideAsync(work, letter, issued, capacity));
        }
        else if (isTransfer && letter.State is CitizenLetterState.ToTransfer or CitizenLetterState.Transferred)
        {
            letter.TakeTransferBack(await terms.TransferAsync(work, letter, letter.ScreenedOn ?? letter.ReceivedOn, ct));
            await followUps.SettleAsync(work, letter.Id, FollowUpState.Withdrawn, ct);
            work.Record(new CitizenLetterTransferTakenBack(CitizenLetterEvent.About(letter)), capacity);
        }
        else if (!isTransfer && letter.GuidanceLetterId == id)
        {
            letter.TakeGuidanceBack(letter.ReasonCode is null ? CitizenLetterState.Registered : CitizenLetterState.NotEligible);
            work.Record(new CitizenLetterMended(CitizenLetterEvent.About(letter)), capacity);
        }
    }

    private static async Task<CitizenLetter?> OfAsync(Work work, Guid letter, CancellationToken ct) =>
        work.Db.Set<CitizenLetter>().Local.FirstOrDefault(l => l.TransferLetterId == letter || l.GuidanceLetterId == letter)
        ?? await work.Db.Set<CitizenLetter>().FirstOrDefaultAsync(l => l.TransferLetterId == letter || l.GuidanceLetterId == letter, ct);

    private async Task TransferAsync(Work work, CitizenLetter letter, LetterIssued issued, Capacity capacity, CancellationToken ct)
    {
        if (letter.State != CitizenLetterState.ToTransfer)
        {
            return;
        }

        var rule = letter.SettleRule ?? CitizenLetterRules.SettleRules(letter.Kind)[0];
        var due = await terms.DueAsync(work, rule, letter.CouncilId, issued.On, ct);
        letter.Transfer(issued.Number, issued.On, due);
        if (letter.TransferAgencyId is { } agency)
        {
            FollowUps.Open(
                work,
                new NewFollowUp
                {
                    Record = letter,
                    SubjectKind = CitizenLetterEvent.SubjectKind,
                    SubjectCode = letter.Code,
                    // Lists of what is owed are read up the tiers: of a protected letter they say that it is there.
                    Title = letter.IsProtected ? form["form.citizenLetter.kind." + letter.Kind] : $"{form["form.citizenLetter.kind." + letter.Kind]}: {letter.Summary}",
                    From = issued.On,
                    AgencyId = agency,
                    RuleCode = rule,
                    LetterId = letter.TransferLetterId,
                },
                due);
        }

        work.Record(new CitizenLetterTransferred(CitizenLetterEvent.About(letter), issued.Number, letter.TransferredTo ?? issued.To, issued.On), capacity);
    }

    private static Task GuideAsync(Work work, CitizenLetter letter, LetterIssued issued, Capacity capacity)
    {
        if (CitizenLetterStates.Undecided.Contains(letter.State))
        {
            letter.Guide(letter.GuidedTo, issued.Number, issued.On);
            work.Record(new CitizenLetterGuided(CitizenLetterEvent.About(letter), letter.GuidedTo, issued.Number, issued.On), capacity);
        }

        return Task.CompletedTask;
    }
}

/// <summary>A rule or a day off that changed moves the day of what is still owed.</summary>
public sealed class RecountCitizenLetters : IEventHandler
{
    public Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        var owed = work.Db.Set<CitizenLetter>().Where(l => l.Duty != null && l.ExtendedTo == null);

        return happened switch
        {
            RuleChanged { Rule: var rule, OfCouncil: var council } when IsOurs(rule) => RecountAsync(work, owed.Where(l => council == null || l.CouncilId == council), ct),
            DaysOffChanged => RecountAsync(work, owed, ct),
            _ => Task.CompletedTask,
        };
    }

    private static bool IsOurs(string rule) => DeadlineRuleCatalogue.GroupOf(rule) == RuleGroup.Letters;

    private static async Task RecountAsync(Work work, IQueryable<CitizenLetter> letters, CancellationToken ct)
    {
        var found = await letters.ToListAsync(ct);
        if (found.Count == 0)
        {
            return;
        }

        var rules = await RuleBook.InHandAsync(work.Db, ct);
        var councils = found.Select(l => l.CouncilId).Distinct().ToList();
        var tiers = await work.Db.Set<Council>().Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Tier, ct);
        foreach (var letter in found)
        {
            if (CitizenLetterTerms.OwedBy(letter) is var (rule, from))
            {
                letter.Move(rules.Due(rule, tiers[letter.CouncilId].ToString(), letter.CouncilId, from)?.Deadline.Due);
            }
        }
    }
}

/// <summary>Open letters go to the successor when units merge, with who sent them; what has ended stays where it was made.</summary>
internal sealed class CitizenLetterMoves(FormTexts form) : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
    [
        .. (await db.Set<CitizenLetter>().AsNoTracking().Where(l => l.CouncilId == councilId && CitizenLetterStates.Open.Contains(l.State)).OrderBy(l => l.Code).ToListAsync(ct))
            .Select(l => new OpenMatter(CitizenLetterEvent.SubjectKind, l.Id, l.Code, l.IsProtected ? form["form.citizenLetter.kind." + l.Kind] : l.Summary, null, l.OwedBy)),
    ];

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        var letters = await db.Set<CitizenLetter>().Where(l => l.CouncilId == move.FromCouncilId && matters.Contains(l.Id)).ToListAsync(ct);
        foreach (var letter in letters)
        {
            (letter.CouncilId, letter.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            if (letter.TransferLetterId is { } sent && move.Agency(letter.TransferAgencyId) is { } agency && agency != letter.TransferAgencyId)
            {
                letter.DraftTransfer(sent, agency, letter.TransferredTo!);
            }
        }

        var ids = letters.ConvertAll(l => l.Id);
        foreach (var sender in await db.Set<LetterSender>().Where(s => ids.Contains(s.LetterId)).ToListAsync(ct))
        {
            sender.CouncilId = move.ToCouncilId;
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Papers of a letter: whoever may read its words; of a protected one its handlers, each reading told in the journal.</summary>
internal sealed class CitizenLetterFiles(LetterReading reading) : IFileOwner
{
    public const string OwnerKind = "citizenLetter";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) => db.Set<CitizenLetter>().ReadableBy(acting, db).AnyAsync(l => l.Id == ownerId, ct);

    public Task<bool> ReadingAsync(Guid ownerId, Acting acting, CancellationToken ct) => reading.FileAsync(ownerId, acting, ct);
}

/// <summary>What this room keeps about who sent a letter: the names, sealed or not, and the scans.</summary>
internal sealed class CitizenLetterErasure : IErasesPersonalData
{
    public async Task EraseAsync(Db db, string subjectKind, Guid subjectId, CancellationToken ct)
    {
        if (subjectKind == CitizenLetterEvent.SubjectKind)
        {
            await db.Set<LetterSender>().Where(s => s.LetterId == subjectId).ExecuteDeleteAsync(ct);
            await db.Set<FileUse>().Where(u => u.OwnerKind == CitizenLetterFiles.OwnerKind && u.OwnerId == subjectId).ExecuteDeleteAsync(ct);
        }
    }
}

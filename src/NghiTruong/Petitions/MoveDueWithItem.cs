using Microsoft.EntityFrameworkCore;
using NghiTruong.Counting;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Recounting;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Petitions.Documents;

namespace NghiTruong.Petitions;

/// <summary>When running due dates are computed anew, a petition's own copy follows the item of its lead, by one statement for all.</summary>
public sealed class MoveDueWithItem(CorrectedDueLetter correction) : IEventHandler
{
    /// <summary>A holiday of the whole nation moves more letters than anybody drafts at once; the result page still names them.</summary>
    private const int MostDrafts = 1000;

    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not DuesRecounted recounted)
        {
            return;
        }

        var id = recounted.RecountId;
        var moved = PetitionCounting.MovedBy(id);
        await CountCheck.AddAsync(work.Db, moved, -1, null, ct);
        await work.Db.Database.ExecuteSqlAsync(
            $"""
            UPDATE petition SET due_on = m.now_on, owed_by = m.now_on, version = petition.version + 1
            FROM due_move m
            WHERE m.recount_id = {id} AND m.subject_kind = 'petition' AND m.part = 'Lead' AND m.subject_id = petition.id AND petition.owed_by IS NOT NULL
            """,
            ct);
        await CountCheck.AddAsync(work.Db, moved, 1, null, ct);
        await DraftCorrectionsAsync(work, id, ct);
    }

    /// <summary>One correcting notice for each issued letter that printed a day which has moved; a clerk signs and sends it, or discards it.</summary>
    private async Task DraftCorrectionsAsync(Work work, Guid recount, CancellationToken ct)
    {
        var letters = await (
            from move in work.Db.Set<DueMove>()
            join item in work.Db.Set<FollowUpItem>() on move.ItemId equals item.Id
            join letter in work.Db.Set<OfficialLetter>() on item.LetterId equals letter.Id
            where move.RecountId == recount && move.PrintedOn != move.NowOn && letter.State == LetterState.Issued
                && !work.Db.Set<OfficialLetter>().Any(n => n.AboutLetterId == letter.Id && n.Kind == CorrectedDueLetter.KindCode && LetterStates.OnTheWay.Contains(n.State))
            select letter).Distinct().Take(MostDrafts).ToListAsync(ct);
        foreach (var letter in letters.OrderBy(l => l.Id))
        {
            work.DraftLetter(letter.Notice(CorrectedDueLetter.KindCode, correction.DefaultAbstract(letter)), work.CapacityFor<PrepareLetters>(letter) ?? work.Acting.Capacities[0]);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Petitions;

/// <summary>Tells petitions in a thread: raised, sent, answered, concluded, voters told. Never who raised it.</summary>
internal sealed class PetitionTeller(CouncilDirectory directory, TextTable texts) : IThreadTeller
{
    public string Kind => PetitionEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<Petition>().VisibleTo(acting, db).Where(p => p.Code == code).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var petitions = await db.Set<Petition>().AsNoTracking().VisibleTo(acting, db).Where(p => ids.Contains(p.Id)).OrderBy(p => p.ReceivedOn).ThenBy(p => p.Code).ToListAsync(ct);
        var leads = await directory.AgenciesAsync(petitions.Select(p => p.LeadAgencyId), ct);
        var parts = await PartsAsync(db, [.. petitions.Select(p => p.Id)], ct);

        return [.. petitions.Select(p => new ToldRecord(Kind, p.Id, p.Code, p.CouncilId, p.Content, texts[$"petition.status.{TextCode.Of(p.Status)}"])
        {
            IsOpen = !PetitionStatuses.Ended.Contains(p.Status),
            Holder = PetitionStatuses.WithAgency.Contains(p.Status) && p.LeadAgencyId is { } lead ? leads.GetValueOrDefault(lead)?.Name : null,
            OwedBy = p.OwedBy,
            Lines = [.. Lines(p, parts).OrderBy(l => l.On)],
        })];
    }

    /// <summary>Those merged into one of the thread, the one it was merged into, and the same matter raised before or again.</summary>
    public async Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct)
    {
        var mine = told.Where(t => t.Kind == Kind).ToDictionary(t => t.Id, t => t.Code);
        var ids = mine.Keys.ToList();
        var before = await db.Set<Petition>().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.MergedIntoId, p.RaisedAgainOfId }).ToListAsync(ct);
        var wanted = before.SelectMany(p => new[] { p.MergedIntoId, p.RaisedAgainOfId }).OfType<Guid>().ToList();
        var near = await db.Set<Petition>().AsNoTracking().VisibleTo(acting, db)
            .Where(p => !ids.Contains(p.Id)
                && (wanted.Contains(p.Id) || (p.MergedIntoId != null && ids.Contains(p.MergedIntoId.Value)) || (p.RaisedAgainOfId != null && ids.Contains(p.RaisedAgainOfId.Value))))
            .OrderBy(p => p.Code).Select(p => new { p.Id, p.Code, p.MergedIntoId, p.RaisedAgainOfId }).ToListAsync(ct);

        return [.. near.Select(p => new ThreadHint(Kind, p.Code, Reason(p.Id, p.MergedIntoId, p.RaisedAgainOfId)))];

        string Reason(Guid id, Guid? mergedInto, Guid? raisedAgainOf) => (mergedInto, raisedAgainOf) switch
        {
            ({ } kept, _) when mine.TryGetValue(kept, out var code) => texts["thread.hint.mergedInto", code],
            (_, { } earlier) when mine.TryGetValue(earlier, out var code) => texts["thread.hint.raisedAgain", code],
            _ when before.Find(b => b.MergedIntoId == id) is { } merged => texts["thread.hint.keeps", mine[merged.Id]],
            _ => texts["thread.hint.raisedBefore", mine[before.First(b => b.RaisedAgainOfId == id).Id]],
        };
    }

    private IEnumerable<ToldLine> Lines(Petition p, Parts parts)
    {
        yield return new ToldLine(p.ReceivedOn, "petition.recorded", p.Place is null ? texts["thread.petition.recorded"] : texts["thread.petition.recordedAt", p.Place]) { Said = p.Content };
        var letters = parts.Letters[p.Id].ToList();
        foreach (var letter in letters)
        {
            yield return new ToldLine(letter.On, "petition.forwarded", texts["thread.petition.forwarded", letter.To]) { Number = letter.Number };
        }

        if (p.ForwardedOn is { } sent && letters.Count == 0)
        {
            yield return new ToldLine(sent, "petition.forwarded", texts[p.HolderCouncilId is null ? "thread.petition.sent" : "thread.petition.passed"]);
        }

        foreach (var (document, answer, by) in parts.Answers[p.Id])
        {
            var what = answer.Outcome is { } outcome ? texts["thread.petition.answeredAs", by, OutcomeOf(outcome)] : texts["thread.petition.answered", by];
            yield return new ToldLine(document.IssuedOn ?? document.ReceivedOn, "petition.answered", what) { Number = document.Number, Said = answer.Extract };
        }

        foreach (var reopened in parts.Reopened[p.Id])
        {
            yield return new ToldLine(reopened.At.VietnamDate, "petition.reopened", texts["thread.petition.reopened"]) { Said = JournalData.Read(reopened).Facts.GetValueOrDefault("reason").ToString() };
        }

        foreach (var line in JudgementLines(p).Concat(parts.Notices[p.Id].Select(n => new ToldLine(n.On, "petition.votersNotified", texts["thread.petition.notified"]) { Said = n.Evidence })))
        {
            yield return line;
        }

        if (p.ClosedOn is { } closed)
        {
            yield return new ToldLine(closed, "petition.closed", texts["thread.petition.closed"]);
        }
    }

    private IEnumerable<ToldLine> JudgementLines(Petition p)
    {
        if (p.VerifiedOn is { } verified)
        {
            yield return new ToldLine(verified, "petition.verified", texts["thread.petition.verified"]) { Said = p.VerificationNote };
        }

        if (p is { ConcludedOn: { } concluded, ConcludedOutcome: { } outcome })
        {
            yield return new ToldLine(concluded, "petition.concluded", texts["thread.petition.concluded", OutcomeOf(outcome)]) { Said = p.ConclusionNote };
        }
    }

    private async Task<Parts> PartsAsync(Db db, List<Guid> ids, CancellationToken ct)
    {
        var letters = await (
            from forwarding in db.Set<PetitionForwarding>().AsNoTracking()
            join letter in db.Set<OfficialLetter>().AsNoTracking() on forwarding.LetterId equals letter.Id
            where ids.Contains(forwarding.PetitionId) && letter.IssuedOn != null && LetterStates.WasIssued.Contains(letter.State)
            orderby letter.IssuedOn
            select new { forwarding.PetitionId, Letter = letter }).ToListAsync(ct);
        var answers = await (
            from answer in db.Set<PetitionAnswer>().AsNoTracking()
            join document in db.Set<AnswerDocument>().AsNoTracking() on answer.DocumentId equals document.Id
            where ids.Contains(answer.PetitionId)
            orderby answer.RecordedAt
            select new { Answer = answer, Document = document }).ToListAsync(ct);
        var agencies = await directory.AgenciesAsync(answers.Select(a => a.Document.AgencyId), ct);
        string By(Guid? agency) => (agency is { } id ? agencies.GetValueOrDefault(id)?.Name : null) ?? texts["thread.someAgency"];

        return new Parts(
            letters.ToLookup(l => l.PetitionId, l => new SentLetter(l.Letter.IssuedOn!.Value, l.Letter.RecipientName, l.Letter.FullNumber)),
            answers.ToLookup(a => a.Answer.PetitionId, a => (a.Document, a.Answer, By(a.Document.AgencyId))),
            (await db.Set<VoterNotice>().AsNoTracking().Where(n => ids.Contains(n.PetitionId)).ToListAsync(ct)).ToLookup(n => n.PetitionId),
            (await db.Set<JournalEntry>().AsNoTracking().Where(e => ids.Contains(e.SubjectId) && e.EventCode == "petition.reopened").ToListAsync(ct)).ToLookup(e => e.SubjectId));
    }

    private string OutcomeOf(Outcome outcome) => texts[$"petition.outcome.{TextCode.Of(outcome)}"];

    private sealed record SentLetter(DateOnly On, string To, string? Number);

    private sealed record Parts(
        ILookup<Guid, SentLetter> Letters, ILookup<Guid, (AnswerDocument Document, PetitionAnswer Answer, string By)> Answers, ILookup<Guid, VoterNotice> Notices, ILookup<Guid, JournalEntry> Reopened);
}

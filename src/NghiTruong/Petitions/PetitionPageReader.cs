using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Letters;

namespace NghiTruong.Petitions;

/// <summary>An answer with the document it came in.</summary>
public sealed record PetitionAnswerView(string? Number, DateOnly? IssuedOn, DateOnly ReceivedOn, Guid? AgencyId, bool OnBehalf, string? Extract, Outcome? Outcome, Guid? FileId);

/// <summary>A letter it was sent with.</summary>
public sealed record PetitionLetterView(Guid Id, string? Number, DateOnly? IssuedOn, string RecipientName, LetterState State, Guid? SignedFileId, bool MayOpen);

/// <summary>Everything about one petition that its page shows.</summary>
public sealed record PetitionView(
    Petition Petition,
    PetitionPerson? Person,
    IReadOnlyList<FollowUpItem> Items,
    IReadOnlyList<PetitionAnswerView> Answers,
    IReadOnlyList<PetitionLetterView> Letters,
    IReadOnlyList<VoterNotice> Notices,
    IReadOnlyList<PetitionRow> MergedIn,
    string? MergedIntoCode,
    string? RaisedAgainOfCode,
    IReadOnlyList<JournalEntry> Story)
{
    /// <summary>Agencies and councils it is with now.</summary>
    public IReadOnlyList<PetitionParty> Parties { get; init; } = [];

    /// <summary>Photographed sheets, for who may read them; the scan of an answer goes with the answer.</summary>
    public IReadOnlyList<FileUse> Files { get; init; } = [];

    /// <summary>Full names of those who act in the story.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    /// <summary>Voters of this and of every petition merged into it.</summary>
    public long Voters => (Petition.Voters ?? 0L) + MergedIn.Sum(m => m.Voters ?? 0L);
}

/// <summary>Reads one petition whole, within what the person may see; null is "not found".</summary>
public sealed class PetitionPageReader(IDbContextFactory<Db> contexts)
{
    public async Task<PetitionView?> ReadAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Petition>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(p => p.Code == code, ct) is not { } petition)
        {
            return null;
        }

        var id = petition.Id;
        var mayReadVoters = acting.CapacityFor<ReadVoters>(petition.CouncilId, petition.ProvinceId) is not null;

        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);

        return new PetitionView(
            petition,
            mayReadVoters ? await db.Set<PetitionPerson>().AsNoTracking().FirstOrDefaultAsync(p => p.PetitionId == id, ct) : null,
            await db.Set<FollowUpItem>().AsNoTracking().Where(i => i.SubjectId == id).OrderBy(i => i.Id).ToListAsync(ct),
            await AnswersAsync(db, id, ct),
            await LettersAsync(db, id, acting, ct),
            await db.Set<VoterNotice>().AsNoTracking().Where(n => n.PetitionId == id).OrderBy(n => n.On).ToListAsync(ct),
            await db.Set<Petition>().AsNoTracking().Where(p => p.MergedIntoId == id).OrderBy(p => p.Id).Select(PetitionList.Row).ToListAsync(ct),
            await CodeAsync(db, petition.MergedIntoId, ct),
            await CodeAsync(db, petition.RaisedAgainOfId, ct),
            story)
        {
            Parties = await db.Set<PetitionParty>().AsNoTracking().Where(p => p.PetitionId == id && p.Until == null).OrderBy(p => p.Id).ToListAsync(ct),
            Names = await NamesAsync(db, story, ct),
            Files = await FilesAsync(db, petition, mayReadVoters, ct),
        };
    }

    /// <summary>Some petitions by code, for an act on many at once; those the person may not see are left out.</summary>
    public async Task<IReadOnlyList<PetitionRow>> RowsAsync(IReadOnlyList<string> codes, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<Petition>().AsNoTracking().VisibleTo(acting, db).Where(p => codes.Contains(p.Code)).Select(PetitionList.Row).ToListAsync(ct);

        return [.. codes.Distinct(StringComparer.Ordinal).Select(c => rows.Find(r => r.Code == c)).OfType<PetitionRow>()];
    }

    private static async Task<List<FileUse>> FilesAsync(Db db, Petition petition, bool withSheets, CancellationToken ct)
    {
        var documents = db.Set<PetitionAnswer>().Where(a => a.PetitionId == petition.Id).Select(a => a.DocumentId);

        return await db.Set<FileUse>().AsNoTracking()
            .Where(u => (withSheets && u.OwnerKind == PetitionSheets.OwnerKind && u.OwnerId == petition.Id) || (u.OwnerKind == AnswerFiles.OwnerKind && documents.Contains(u.OwnerId)))
            .OrderBy(u => u.Id)
            .ToListAsync(ct);
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(Db db, List<JournalEntry> story, CancellationToken ct)
    {
        var users = story.Select(e => e.UserId).Distinct().ToList();

        return await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);
    }

    private static async Task<List<PetitionAnswerView>> AnswersAsync(Db db, Guid id, CancellationToken ct) => await (
        from answer in db.Set<PetitionAnswer>().AsNoTracking()
        join document in db.Set<AnswerDocument>().AsNoTracking() on answer.DocumentId equals document.Id
        where answer.PetitionId == id
        orderby answer.RecordedAt descending
        select new PetitionAnswerView(
            document.Number, document.IssuedOn, document.ReceivedOn, document.AgencyId, document.OnBehalf, answer.Extract, answer.Outcome, document.FileId)).ToListAsync(ct);

    /// <summary>What was issued stands with the petition for all who see it; drafts stay at home.</summary>
    private static async Task<List<PetitionLetterView>> LettersAsync(Db db, Guid id, Acting acting, CancellationToken ct)
    {
        var letters = await (
            from forwarding in db.Set<PetitionForwarding>().AsNoTracking()
            join letter in db.Set<OfficialLetter>().AsNoTracking() on forwarding.LetterId equals letter.Id
            where forwarding.PetitionId == id
            orderby letter.CreatedAt descending
            select letter).ToListAsync(ct);
        var ids = letters.Select(l => l.Id).ToList();
        var open = await db.Set<OfficialLetter>().VisibleTo(acting).Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(ct);

        return
        [
            .. letters.Where(l => LetterStates.WasIssued.Contains(l.State) || open.Contains(l.Id))
                .Select(l => new PetitionLetterView(l.Id, l.FullNumber, l.IssuedOn, l.RecipientName, l.State, l.SignedFileId, open.Contains(l.Id))),
        ];
    }

    private static async Task<string?> CodeAsync(Db db, Guid? id, CancellationToken ct) =>
        id is null ? null : await db.Set<Petition>().Where(p => p.Id == id).Select(p => p.Code).FirstOrDefaultAsync(ct);
}

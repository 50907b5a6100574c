using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>A paper was attached: the photographed sheet, the scan of an answer, the evidence of a notice.</summary>
public sealed record PetitionPaperAdded(Subject Subject, string Paper, string File) : PetitionEvent(Subject)
{
    public override string Code => "petition.paperAdded";
}

/// <summary>Papers of a petition. A document of a Party body is refused: only its number, title and date may be kept.</summary>
public sealed class PetitionPapers(OperationRunner operations)
{
    /// <summary>The photographed sheet: it may name voters, so only the desk reads it.</summary>
    public Task<Result> AttachSheetAsync(string code, StagedFile file, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<RecordPetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            await work.AttachAsync(file, PetitionSheets.OwnerKind, petition.Id, token);
            work.Record(new PetitionPaperAdded(PetitionEvent.About(petition), PetitionSheets.OwnerKind, file.FileName), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The scan of the latest answering document of a petition; it shows at every petition that document settles.</summary>
    /// <returns>Refusals <c>petition.notAnswered</c>, <c>file.partyDocument</c>.</returns>
    public Task<Result> AttachAnswerAsync(string code, StagedFile file, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindForAgencyAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (await DocumentAsync(work, found.Value, token) is not { } document)
            {
                return new Refusal("petition.notAnswered", null, code);
            }

            if (FileUses.PartyRefusal(document.Number, hasFile: true, "File") is { } refusal)
            {
                return refusal;
            }

            document.FileId = (await work.AttachAsync(file, AnswerFiles.OwnerKind, document.Id, token)).Id;
            work.Record(new PetitionPaperAdded(PetitionEvent.About(petition), AnswerFiles.OwnerKind, file.FileName), capacity);

            return Result.Done;
        }, ct);

    /// <summary>The latest; of an officer the latest of their own agency, or of the lead they answer for: nobody lays another agency's scan aside.</summary>
    private static async Task<AnswerDocument?> DocumentAsync(Work work, PetitionInHand hand, CancellationToken ct)
    {
        var id = hand.Petition.Id;
        var documents =
            from answer in work.Db.Set<PetitionAnswer>()
            join document in work.Db.Set<AnswerDocument>() on answer.DocumentId equals document.Id
            where answer.PetitionId == id
            orderby answer.RecordedAt descending
            select document;
        if (hand.Capacity.AgencyId is { } agency)
        {
            var lead = hand.IsForTheLead ? hand.Petition.LeadAgencyId : agency;
            documents = documents.Where(d => d.AgencyId == agency || d.AgencyId == lead);
        }

        return await documents.FirstOrDefaultAsync(ct);
    }
}

/// <summary>Photographed sheets of petitions.</summary>
internal sealed class PetitionSheets : IFileOwner
{
    public const string OwnerKind = "petition";

    public string Kind => OwnerKind;

    public async Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        await db.Set<Petition>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == ownerId, ct) is { } petition
        && acting.CapacityFor<ReadVoters>(petition.CouncilId, petition.ProvinceId) is not null;
}

/// <summary>Scans of answers: whoever sees a petition that the document answers.</summary>
internal sealed class AnswerFiles : IFileOwner
{
    public const string OwnerKind = "answer";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<Petition>().VisibleTo(acting, db).AnyAsync(p => db.Set<PetitionAnswer>().Any(a => a.DocumentId == ownerId && a.PetitionId == p.Id), ct);
}

/// <summary>Evidence that voters were told.</summary>
internal sealed class NoticeFiles : IFileOwner
{
    public const string OwnerKind = "voterNotice";

    public string Kind => OwnerKind;

    public Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        db.Set<Petition>().VisibleTo(acting, db).AnyAsync(p => db.Set<VoterNotice>().Any(n => n.Id == ownerId && n.PetitionId == p.Id), ct);
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.Verification;

/// <summary>The report's letter went out, or was taken back: the dossier follows.</summary>
public sealed class FollowReportLetter : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not (LetterIssued or LetterWithdrawn or LetterDiscarded)
            || await work.Db.Set<VerificationCase>().FirstOrDefaultAsync(v => v.LetterId == happened.Subject.Id, ct) is not { } v)
        {
            return;
        }

        if (happened is LetterIssued issued)
        {
            v.Report(issued.Number, issued.On);
            work.Record(new VerificationReported(VerificationEvent.About(v), issued.Number, issued.On), work.CapacityFor<IssueLetters>(v) ?? work.Acting.Capacities[0]);
        }
        else
        {
            v.TakeReportBack();
        }
    }
}

/// <summary>A session that moves takes the days of its dossiers along.</summary>
public sealed class FollowSession(FollowUps followUps) : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not SessionMoved moved)
        {
            return;
        }

        foreach (var v in await work.Db.Set<VerificationCase>().Where(v => v.SessionId == moved.SessionId && v.ReportedOn == null).ToListAsync(ct))
        {
            v.OpensOn = moved.After;
            await followUps.CountDaysAsync(work, v, ct);
        }
    }
}

/// <summary>Files of the dossier: the council that verifies and the agency that submitted; nobody else, issued or not.</summary>
internal sealed class VerificationPaperFiles : IFileOwner
{
    public const string OwnerKind = "verificationPaper";

    public string Kind => OwnerKind;

    public async Task<bool> MayReadAsync(Db db, Guid ownerId, Acting acting, CancellationToken ct) =>
        await db.Set<VerificationPaper>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == ownerId, ct) is { } paper
        && await db.Set<VerificationCase>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == paper.VerificationId, ct) is { } of
        && acting.MayReadDossier(of);
}

/// <summary>Open dossiers go to the successor when units merge; those reported stay where they were made.</summary>
internal sealed class VerificationMoves : IMovesOnMerge
{
    public async Task<IReadOnlyList<OpenMatter>> OpenAsync(Db db, Guid councilId, CancellationToken ct) =>
        await db.Set<VerificationCase>().AsNoTracking()
            .Where(v => v.CouncilId == councilId && v.ReportedOn == null)
            .OrderBy(v => v.Code)
            .Select(v => new OpenMatter(VerificationEvent.SubjectKind, v.Id, v.Code, v.Title, null, v.ReportDueOn))
            .ToListAsync(ct);

    public async Task MoveAsync(Db db, IReadOnlyCollection<Guid> matters, MatterMove move, CancellationToken ct)
    {
        foreach (var v in await db.Set<VerificationCase>().Where(v => v.CouncilId == move.FromCouncilId && matters.Contains(v.Id)).ToListAsync(ct))
        {
            (v.CouncilId, v.ProvinceId) = (move.ToCouncilId, move.ToProvinceId);
            v.AgencyId = move.Agency(v.AgencyId) ?? v.AgencyId;
            v.BodyId = null;
        }
    }

    public Task MoveHeldAsync(Db db, MatterMove move, CancellationToken ct) => Task.CompletedTask;
}

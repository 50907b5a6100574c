using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Law;
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
            await VerificationSetupKept.KeepAsync(work.Db, v, work.Today, ct);
            v.Report(issued.Number, issued.On);
            work.Record(new VerificationReported(VerificationEvent.About(v), issued.Number, issued.On), work.CapacityFor<IssueLetters>(v) ?? work.Acting.Capacities[0]);
        }
        else
        {
            v.TakeReportBack();
        }
    }
}

/// <summary>A session that moves takes the days of its dossiers along, and so does a rule or a day off that changed; what was reported keeps the days it had.</summary>
public sealed class RecountVerifications : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        var open = work.Db.Set<VerificationCase>().Where(v => v.ReportedOn == null);
        switch (happened)
        {
            case SessionMoved moved:
                foreach (var v in await open.Where(v => v.SessionId == moved.SessionId).ToListAsync(ct))
                {
                    v.OpensOn = moved.After;
                }

                await RecountAsync(work, open.Where(v => v.SessionId == moved.SessionId), ct);
                break;
            case RuleChanged { Rule: var rule, OfCouncil: var council } when VerificationDays.Rules.Contains(rule):
                await RecountAsync(work, open.Where(v => council == null || v.CouncilId == council), ct);
                break;
            case DaysOffChanged:
                await RecountAsync(work, open, ct);
                break;
        }
    }

    private static async Task RecountAsync(Work work, IQueryable<VerificationCase> cases, CancellationToken ct)
    {
        var found = await cases.ToListAsync(ct);
        if (found.Count == 0)
        {
            return;
        }

        var rules = await RuleBook.InHandAsync(work.Db, ct);
        var councils = found.Select(v => v.CouncilId).Distinct().ToList();
        var tiers = await work.Db.Set<Council>().Where(c => councils.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Tier, ct);
        foreach (var v in found)
        {
            v.CountDays(rules, tiers[v.CouncilId]);
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

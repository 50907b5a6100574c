using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Verification;

/// <summary>Tells verifications in a thread: the dossier and the meeting to who may read the workbench, the issued report to whoever may read the dossier's issue.</summary>
internal sealed class VerificationTeller(CouncilDirectory directory, TextTable texts) : IThreadTeller
{
    public string Kind => VerificationEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await db.Set<VerificationCase>().VisibleTo(acting).Where(v => v.Code == code).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var cases = await db.Set<VerificationCase>().AsNoTracking().VisibleTo(acting).Where(v => ids.Contains(v.Id)).OrderBy(v => v.Code).ToListAsync(ct);
        var bodies = await directory.BodiesAsync(ct);

        return [.. cases.Select(v => new ToldRecord(Kind, v.Id, v.Code, v.CouncilId, v.Title, texts[$"verification.state.{v.State}"])
        {
            IsOpen = !v.IsIssued,
            Holder = v.BodyId is { } body ? bodies.GetValueOrDefault(body)?.Name : null,
            OwedBy = v.IsIssued ? null : v.ReportDueOn,
            Lines = [.. Lines(v, acting.MayReadWorkbench(v))],
        })];
    }

    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);

    private IEnumerable<ToldLine> Lines(VerificationCase v, bool mayReadWorkbench)
    {
        if (mayReadWorkbench)
        {
            yield return new ToldLine(v.CreatedAt.VietnamDate, "verification.opened", texts["thread.verification.opened"]);
        }

        if (mayReadWorkbench && v.MetOn is { } met)
        {
            yield return new ToldLine(met, "verification.met", texts["thread.verification.met"]);
        }

        if (v.ReportedOn is { } reported)
        {
            var what = v.Position is { } position ? texts["thread.verification.reportedAs", texts[$"form.verification.position.{position}"]] : texts["thread.verification.reported"];
            yield return new ToldLine(reported, "verification.reported", what) { Number = v.ReportNumber };
        }
    }
}

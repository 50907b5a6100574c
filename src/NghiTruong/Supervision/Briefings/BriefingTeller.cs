using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.Supervision.Briefings;

/// <summary>Tells briefings in a thread to the council that held them; their conclusions are follow-up items, told for every kind alike. Minutes stay in their room.</summary>
internal sealed class BriefingTeller(CouncilDirectory directory, TextTable texts) : IThreadTeller
{
    public string Kind => "briefing";

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct)
    {
        var own = acting.OwnCouncils<ReadFindings>();

        return await db.Set<Briefing>().Where(b => b.Code == code && own.Contains(b.CouncilId)).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct)
    {
        var (own, bodies) = (acting.OwnCouncils<ReadFindings>(), await directory.BodiesAsync(ct));
        var briefings = await db.Set<Briefing>().AsNoTracking().Where(b => ids.Contains(b.Id) && own.Contains(b.CouncilId)).OrderBy(b => b.DueOn).ToListAsync(ct);

        return [.. briefings.Select(b =>
        {
            var body = bodies.GetValueOrDefault(b.BodyId)?.Name ?? "";

            return new ToldRecord(Kind, b.Id, b.Code, b.CouncilId, texts["thread.briefing.title", b.Period, body], texts[b.HeldOn is null ? "thread.briefing.notHeld" : "thread.briefing.held"])
            {
                IsOpen = b.OwedBy is not null,
                Holder = body,
                OwedBy = b.OwedBy,
                Lines = b.HeldOn is { } on ? [new ToldLine(on, "briefing.held", texts["thread.briefing.heldBy", body])] : [],
            };
        })];
    }

    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);
}

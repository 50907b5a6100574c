using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Journal;
using NghiTruong.Letters;
using NghiTruong.Operations;

namespace NghiTruong.Supervision.Papers;

/// <summary>A paper's letter went out: the paper is recorded, and the supervision stands as reported or concluded by it. Taken back, the paper is marked so.</summary>
public sealed class FollowPaperLetter(SupervisionIssuing issuing) : IEventHandler
{
    public async Task HandleAsync(HouseEvent happened, Work work, CancellationToken ct)
    {
        if (happened is not (LetterIssued or LetterWithdrawn)
            || await LinkAsync(work, happened.Subject.Id, ct) is not { } link
            || await work.Db.Set<SupervisionCase>().FirstOrDefaultAsync(s => s.Id == link.SupervisionId, ct) is not { } s)
        {
            return;
        }

        var capacity = work.CapacityFor<IssueLetters>(s) ?? work.Acting.Capacities[0];
        if (happened is LetterIssued issued)
        {
            await RecordAsync(work, s, link, issued, capacity, ct);
        }
        else
        {
            await TakeBackAsync(work, s, link, ct);
        }
    }

    private static async Task<SupervisionLetter?> LinkAsync(Work work, Guid letter, CancellationToken ct) =>
        work.Db.Set<SupervisionLetter>().Local.FirstOrDefault(l => l.LetterId == letter) ?? await work.Db.Set<SupervisionLetter>().FirstOrDefaultAsync(l => l.LetterId == letter, ct);

    private async Task RecordAsync(Work work, SupervisionCase s, SupervisionLetter link, LetterIssued issued, Capacity capacity, CancellationToken ct)
    {
        work.Db.Add(new SupervisionPaper
        {
            Id = Guid.CreateVersion7(), SupervisionId = s.Id, Kind = link.Paper, Number = issued.Number, On = issued.On, LetterId = link.LetterId, RecordedAt = work.Now,
        });
        work.Record(new SupervisionPaperRecorded(SupervisionEvent.About(s), link.Paper, issued.Number, issued.On), capacity);
        switch (link.Paper)
        {
            // What does not fit any more, or still lacks a part, leaves the supervision as it stands, and the act open to a person.
            case SupervisionPaperKind.Report when s.State == SupervisionState.Held:
                await issuing.ReportAsync(work, s, issued.Number, issued.On, capacity, ct);
                break;
            case SupervisionPaperKind.Conclusion when s.State == SupervisionState.Reported:
                await SupervisionIssuing.ConcludeAsync(work, s, issued.Number, issued.On, capacity, ct);
                break;
            case < SupervisionPaperKind.Report:
                SupervisionDesk.Begin(s, issued.On);
                break;
        }
    }

    /// <summary>A report taken back before anything was concluded is owed again; a conclusion that agencies already act on stands, its paper marked.</summary>
    private async Task TakeBackAsync(Work work, SupervisionCase s, SupervisionLetter link, CancellationToken ct)
    {
        if (await work.Db.Set<SupervisionPaper>().FirstOrDefaultAsync(p => p.LetterId == link.LetterId, ct) is not { } paper)
        {
            return;
        }

        paper.WithdrawnOn = work.Today;
        if (link.Paper == SupervisionPaperKind.Report && s.State == SupervisionState.Reported)
        {
            await issuing.TakeReportBackAsync(work, s, ct);
        }
    }
}

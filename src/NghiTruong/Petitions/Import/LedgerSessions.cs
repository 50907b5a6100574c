using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;

namespace NghiTruong.Petitions.Import;

/// <summary>The sessions of a council, as a ledger names them by their number alone.</summary>
internal sealed class LedgerSessions(IReadOnlyList<CouncilSession> sessions)
{
    /// <summary>More than a term's sessions lie between: it is the number of another term.</summary>
    private const int TooFarInDays = 500;

    public static async Task<LedgerSessions> LoadAsync(Db db, Guid councilId, CancellationToken ct) =>
        new(await db.Set<CouncilSession>().AsNoTracking().Where(s => s.CouncilId == councilId).ToListAsync(ct));

    /// <summary>Sessions run anew each term: of those with the number, the one nearest to the day.</summary>
    public CouncilSession? Find(LedgerRow told, DateOnly received) => told.Session is { } number
        ? sessions.Where(s => s.Number == number && Apart(s, received) < TooFarInDays).MinBy(s => Apart(s, received))
        : null;

    public string? NameOf(Guid? id) => sessions.FirstOrDefault(s => s.Id == id)?.Name;

    private static int Apart(CouncilSession session, DateOnly day) => Math.Abs(session.OpensOn.DayNumber - day.DayNumber);
}

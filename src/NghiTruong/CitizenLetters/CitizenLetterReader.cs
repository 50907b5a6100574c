using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Journal;
using NghiTruong.Letters;

namespace NghiTruong.CitizenLetters;

/// <summary>A handler as the page names them.</summary>
public sealed record HandlerName(Guid UserId, string Name, DateOnly From);

/// <summary>One letter whole, as far as the person may read it.</summary>
/// <param name="MayRead">Its words, answer and papers too: of a protected letter its handlers alone.</param>
/// <param name="IsHandler">The person handles it.</param>
public sealed record CitizenLetterView(CitizenLetter Letter, bool MayRead, bool IsHandler)
{
    /// <summary>Who sent an open letter; never of a protected one.</summary>
    public IReadOnlyList<SenderName> Senders { get; init; } = [];

    public string? Summary => MayRead ? Letter.Summary : null;

    public string? Answer => MayRead ? Letter.Answer : null;

    public IReadOnlyList<HandlerName> Handlers { get; init; } = [];

    public IReadOnlyList<FileUse> Files { get; init; } = [];

    public IReadOnlyList<FollowUpItem> Items { get; init; } = [];

    public IReadOnlyList<JournalEntry> Story { get; init; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();

    public LetterState? OfficialState { get; init; }
}

/// <summary>Reads one letter within what the person may see; null is "not found". It never opens who sent a protected letter: <see cref="LetterReading"/> does, and tells.</summary>
public sealed class CitizenLetterReader(IDbContextFactory<Db> contexts, SenderVault vault)
{
    public async Task<CitizenLetterView?> FindAsync(string code, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<CitizenLetter>().AsNoTracking().VisibleTo(acting, db).FirstOrDefaultAsync(l => l.Code == code, ct) is not { } letter)
        {
            return null;
        }

        var may = await db.Set<CitizenLetter>().ReadableBy(acting, db).AnyAsync(l => l.Id == letter.Id, ct);
        var handlers = await (
            from handler in db.Set<LetterHandler>().AsNoTracking()
            join user in db.Set<User>().AsNoTracking() on handler.UserId equals user.Id
            where handler.LetterId == letter.Id && handler.Until == null
            orderby handler.From, handler.Id
            select new HandlerName(handler.UserId, user.FullName, handler.From)).ToListAsync(ct);
        var story = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.SubjectId == letter.Id).OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).ToListAsync(ct);
        var users = story.Select(e => e.UserId).Distinct().ToList();
        var official = letter.TransferLetterId ?? letter.GuidanceLetterId;

        return new CitizenLetterView(letter, may, handlers.Exists(h => h.UserId == acting.UserId) && may)
        {
            Senders = letter.IsProtected ? [] : [.. (await db.Set<LetterSender>().AsNoTracking().Where(s => s.LetterId == letter.Id).OrderBy(s => s.Id).ToListAsync(ct)).Select(vault.Open)],
            Handlers = handlers,
            Files = may ? await db.Set<FileUse>().AsNoTracking().Where(u => u.OwnerId == letter.Id).OrderBy(u => u.Id).ToListAsync(ct) : [],
            Items = await db.Set<FollowUpItem>().AsNoTracking().Where(i => i.SubjectId == letter.Id).OrderBy(i => i.Id).ToListAsync(ct),
            Story = story,
            Names = await db.Set<User>().AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct),
            OfficialState = official is { } sent ? await db.Set<OfficialLetter>().Where(o => o.Id == sent).Select(o => (LetterState?)o.State).FirstOrDefaultAsync(ct) : null,
        };
    }

    /// <summary>People of a council who may be named handlers.</summary>
    public async Task<IReadOnlyList<HandlerName>> PeopleAsync(Guid councilId, DateOnly today, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var people = await (
            from user in db.Set<User>().AsNoTracking()
            join grant in db.Set<Grant>().AsNoTracking() on user.Id equals grant.UserId
            where grant.CouncilId == councilId && grant.AgencyId == null && !user.IsDisabled && grant.From <= today && (grant.Until == null || grant.Until >= today)
                && (grant.Role == Role.Clerk || grant.Role == Role.StandingCommittee || grant.Role == Role.CommitteeHead || grant.Role == Role.Delegate)
            select new { user.Id, user.FullName }).Distinct().ToListAsync(ct);

        return [.. people.OrderBy(p => Language.SortKeys.Of(p.FullName), StringComparer.Ordinal).Select(p => new HandlerName(p.Id, p.FullName, today))];
    }
}

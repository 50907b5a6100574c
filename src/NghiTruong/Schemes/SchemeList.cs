using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Language;

namespace NghiTruong.Schemes;

/// <summary>What a list of documents is asked for; it stands in the address.</summary>
public sealed record SchemeFilter
{
    /// <summary>One council; null means all that the person may see.</summary>
    public Guid? CouncilId { get; init; }

    public SchemeKind? Kind { get; init; }

    /// <summary>Words of number, title, issuer or code, with or without marks.</summary>
    public string? Words { get; init; }

    public string? Cursor { get; init; }

    public int Size { get; init; } = 20;
}

/// <summary>One row of the list.</summary>
/// <param name="Base">Nodes within the council's authority.</param>
/// <param name="Concretised">Of them those a resolution carries.</param>
public sealed record SchemeRow(
    Guid Id, string Code, Guid CouncilId, SchemeKind Kind, string Number, string Title, DateOnly IssuedOn, string IssuedBy, int PeriodFrom, int PeriodTo, int Base, int Concretised, int Reached);

/// <summary>A page of rows and where the next one begins (null at the end).</summary>
public sealed record SchemePage(IReadOnlyList<SchemeRow> Rows, string? Next);

/// <summary>A node that no resolution of the council carries.</summary>
public sealed record FlaggedNode(Guid Id, string Code, Guid CouncilId, NodeKind Kind, string Title, string SchemeCode, string SchemeNumber, DateOnly IssuedOn);

/// <summary>A page of flagged nodes.</summary>
public sealed record FlaggedPage(IReadOnlyList<FlaggedNode> Rows, string? Next);

/// <summary>Lists of documents within what the person may see, the latest issued first; and of the nodes that no resolution carries yet.</summary>
public sealed class SchemeList(IDbContextFactory<Db> contexts)
{
    private const int MostRows = 200;

    public async Task<SchemePage> ReadAsync(SchemeFilter f, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var size = Math.Clamp(f.Size, 1, MostRows);
        var schemes = db.Set<Scheme>().AsNoTracking().VisibleTo(acting);
        schemes = f.CouncilId is { } council ? schemes.Where(s => s.CouncilId == council) : schemes;
        schemes = f.Kind is { } kind ? schemes.Where(s => s.Kind == kind) : schemes;
        foreach (var word in VietnameseText.Fold(f.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8))
        {
            schemes = schemes.Where(s => s.Folded.Contains(word));
        }

        if (ListCursor.Read(f.Cursor) is var (day, id))
        {
            schemes = schemes.Where(s => s.IssuedOn < day || (s.IssuedOn == day && s.Id < id));
        }

        var rows = await schemes.OrderByDescending(s => s.IssuedOn).ThenByDescending(s => s.Id).Take(size + 1)
            .Select(s => new SchemeRow(
                s.Id, s.Code, s.CouncilId, s.Kind, s.Number, s.Title, s.IssuedOn, s.IssuedBy, s.PeriodFrom, s.PeriodTo,
                db.Set<SchemeNode>().Count(n => n.SchemeId == s.Id && n.Outcome != NodeOutcome.OutsideAuthority),
                db.Set<SchemeNode>().Count(n => n.SchemeId == s.Id && n.Outcome == NodeOutcome.Concretised),
                db.Set<SchemeNode>().Count(n => n.SchemeId == s.Id && (n.Status == NodeStatus.Reached || n.Status == NodeStatus.Exceeded))))
            .ToListAsync(ct);

        return rows.Count <= size ? new SchemePage(rows, null) : new SchemePage(rows[..size], ListCursor.At(rows[size - 1].IssuedOn, rows[size - 1].Id));
    }

    /// <summary>Chưa được cụ thể hóa: at one council, with those below it, or wherever the person may see.</summary>
    public async Task<FlaggedPage> FlaggedAsync(CouncilName? at, bool subtree, string? cursor, int size, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var nodes = db.Set<SchemeNode>().AsNoTracking().VisibleTo(acting).Where(n => n.Outcome == NodeOutcome.NotConcretised);
        nodes = at is null ? nodes : subtree && at.Tier == Tier.Province ? nodes.Where(n => n.ProvinceId == at.ProvinceId) : nodes.Where(n => n.CouncilId == at.Id);
        if (ListCursor.Read(cursor) is var (day, id))
        {
            nodes = nodes.Where(n => n.IssuedOn < day || (n.IssuedOn == day && n.Id < id));
        }

        var rows = await nodes.OrderByDescending(n => n.IssuedOn).ThenByDescending(n => n.Id).Take(size + 1)
            .Select(n => new FlaggedNode(
                n.Id, n.Code, n.CouncilId, n.Kind, n.Title,
                db.Set<Scheme>().Where(s => s.Id == n.SchemeId).Select(s => s.Code).First(), db.Set<Scheme>().Where(s => s.Id == n.SchemeId).Select(s => s.Number).First(), n.IssuedOn))
            .ToListAsync(ct);

        return rows.Count <= size ? new FlaggedPage(rows, null) : new FlaggedPage(rows[..size], ListCursor.At(rows[size - 1].IssuedOn, rows[size - 1].Id));
    }

    /// <summary>How many stand flagged at a council; counting stops at a hundred.</summary>
    public async Task<int> FlaggedCountAsync(Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);

        return await db.Set<SchemeNode>().Where(n => n.CouncilId == council && n.Outcome == NodeOutcome.NotConcretised).Take(100).CountAsync(ct);
    }
}

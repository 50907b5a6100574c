using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Law.Definitions;

/// <summary>An entry as it is to hold for a council (a province's for all below it; without a council the nation's), from a day on.</summary>
public sealed record DefinitionInput
{
    public Guid? CouncilId { get; init; }

    public required string Catalogue { get; init; }

    public string List { get; init; } = "";

    /// <summary>Null for a new one.</summary>
    public string? Code { get; init; }

    /// <summary>Today where nobody says.</summary>
    public DateOnly? ValidFrom { get; init; }

    [StringLength(500)]
    public string? Vietnamese { get; init; }

    [StringLength(500)]
    public string? English { get; init; }

    [StringLength(500)]
    public string? Basis { get; init; }

    [StringLength(80)]
    public string? Kind { get; init; }

    public bool IsRequired { get; init; }

    public int? Number { get; init; }

    /// <summary>One a line.</summary>
    [StringLength(4000)]
    public string? Choices { get; init; }

    public int? Order { get; init; }

    public bool IsRetired { get; init; }
}

/// <summary>Changes catalogues of definitions: entries said anew, added, no longer asked for, or back to what stands above.</summary>
public sealed class DefinitionDesk(OperationRunner operations, IDbContextFactory<Db> contexts, IEnumerable<DefinitionCatalogue> catalogues)
{
    public IReadOnlyList<DefinitionCatalogue> Catalogues { get; } = [.. catalogues.OrderBy(c => c.Order)];

    /// <returns>The code of the entry; refusals <c>law.notAllowed</c> and those of <see cref="DefinitionRules"/>, <c>definition.nameTwice</c>, <c>definition.kindFixed</c>.</returns>
    public Task<Result<string>> SetAsync(DefinitionInput asked, Acting acting, CancellationToken ct) => operations.RunAsync<string>(acting, async (work, token) =>
    {
        var council = await CouncilAsync(work.Db, asked.CouncilId, token);
        if ((asked.CouncilId is not null && council is null) || CapacityOf(acting, council) is not { } capacity)
        {
            return new Refusal("law.notAllowed");
        }

        await work.HoldAsync(council?.Id ?? Guid.Empty, token);
        var (place, from) = (PlaceOf(council), asked.ValidFrom ?? work.Today);
        var planned = await PlanAsync(work.Db, asked, place, council?.Code, from, token);
        if (planned.IsRefused)
        {
            return Result<string>.Refuse(planned.Refusals);
        }

        var (entry, catalogue) = (planned.Value, catalogues.First(c => c.Code == asked.Catalogue));
        var rows = await work.Db.Set<Definition>().Where(d => d.Catalogue == catalogue.Code && d.List == asked.List && d.Code == entry.Code && d.CouncilId == asked.CouncilId).ToListAsync(token);
        if (rows.FirstOrDefault(d => d.ValidFrom == from) is { } row)
        {
            row.Say(entry);
        }
        else
        {
            row = New(asked.CouncilId, council?.Tier == Tier.Province ? council.ProvinceId : null, catalogue.Code, asked.List, entry, from);
            work.Db.Add(row);
        }

        work.Record(new DefinitionChanged(About(row), catalogue.Code, entry.Vietnamese, asked.CouncilId, entry.IsRetired, from), capacity);

        return entry.Code;
    }, ct);

    /// <summary>Takes one's own word on an entry, or on a whole list, away: what stands above holds again. What nobody above has is gone, and values under it keep their names.</summary>
    /// <returns>Refusals <c>law.notAllowed</c>, <c>definition.nothingOwn</c>.</returns>
    public Task<Result> ReturnAsync(Guid? councilId, string catalogue, string list, string? code, Acting acting, CancellationToken ct) => operations.RunAsync(acting, async (work, token) =>
    {
        var council = await CouncilAsync(work.Db, councilId, token);
        if ((councilId is not null && council is null) || CapacityOf(acting, council) is not { } capacity)
        {
            return new Refusal("law.notAllowed");
        }

        var own = await work.Db.Set<Definition>().Where(d => d.Catalogue == catalogue && d.List == list && d.CouncilId == councilId && (code == null || d.Code == code)).ToListAsync(token);
        if (own.Count == 0)
        {
            return new Refusal("definition.nothingOwn");
        }

        work.Db.RemoveRange(own);
        foreach (var row in own)
        {
            work.Record(new DefinitionReturned(About(row), catalogue, row.Vietnamese, councilId), capacity);
        }

        return Result.Done;
    }, ct);

    /// <summary>The entry as it would be stored, nothing changed yet: what a preview shows.</summary>
    public async Task<Result<DefinitionEntry>> PreviewAsync(DefinitionInput asked, Acting acting, DateOnly today, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var council = await CouncilAsync(db, asked.CouncilId, ct);

        return (asked.CouncilId is not null && council is null) || CapacityOf(acting, council) is null
            ? new Refusal("law.notAllowed")
            : await PlanAsync(db, asked, PlaceOf(council), council?.Code, asked.ValidFrom ?? today, ct);
    }

    /// <summary>What holds in a place on a day, and the rows behind it, those to come too.</summary>
    public async Task<(IReadOnlyList<Defined> Defined, IReadOnlyList<Definition> Rows)> ReadAsync(DefinitionCatalogue catalogue, DefinitionPlace place, DateOnly on, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await DefinitionBook.RowsAsync(db, catalogue, place, ct);

        return (DefinitionBook.Holding(catalogue, rows, place, on), rows);
    }

    private async Task<Result<DefinitionEntry>> PlanAsync(Db db, DefinitionInput asked, DefinitionPlace place, string? councilCode, DateOnly from, CancellationToken ct)
    {
        if (catalogues.FirstOrDefault(c => c.Code == asked.Catalogue) is not { } catalogue || catalogue.List(asked.List) is not { } list)
        {
            return new Refusal("definition.unknown", nameof(asked.Catalogue));
        }

        var kinds = catalogue.KindsOf is { } groups ? [.. (await DefinitionBook.ReadAsync(db, groups, place, from, ct)).Standing("").Select(e => e.Code)] : catalogue.Kinds;
        var held = (await DefinitionBook.ReadAsync(db, catalogue, place, from, ct)).Where(d => d.List == asked.List).ToList();
        var known = held.FirstOrDefault(d => d.Code == asked.Code)?.Entry;
        if (DefinitionRules.WrongIn(catalogue, list, asked, known, kinds) is { Count: > 0 } wrong)
        {
            return Result<DefinitionEntry>.Refuse(wrong);
        }

        var name = asked.Vietnamese!.Trim();
        if (held.Any(d => d.Code != asked.Code && !d.Entry.IsRetired && d.Entry.Kind == asked.Kind && string.Equals(d.Entry.Vietnamese, name, StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal("definition.nameTwice", nameof(asked.Vietnamese), name);
        }

        return DefinitionRules.Entry(asked, known, NewCode(name, councilCode, held), held.Count == 0 ? 10 : held.Max(d => d.Entry.Order) + 10);
    }

    /// <summary><c>so-ho-ngheo-96001</c>: of the name and the council, so that what two levels add never meets.</summary>
    private static string NewCode(string name, string? councilCode, List<Defined> held)
    {
        var slug = VietnameseText.Fold(name).Replace(' ', '-');
        var code = $"{slug[..Math.Min(slug.Length, 50)].Trim('-')}{(councilCode is null ? "" : "-" + councilCode)}";

        return held.TrueForAll(d => d.Code != code) ? code : Enumerable.Range(2, held.Count + 1).Select(n => $"{code}-{n}").First(c => held.TrueForAll(d => d.Code != c));
    }

    private static async Task<Council?> CouncilAsync(Db db, Guid? id, CancellationToken ct) => id is { } council ? await db.Set<Council>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == council, ct) : null;

    private static DefinitionPlace PlaceOf(Council? council) => new(council?.Id, council?.ProvinceId);

    private static Capacity? CapacityOf(Acting acting, Council? council) =>
        council is null ? acting.CapacityFor<SetGeneralRules>(Guid.Empty, Guid.Empty) : acting.CapacityFor<SetOwnRules>(council.Id, council.ProvinceId);

    private static Definition New(Guid? council, Guid? province, string catalogue, string list, DefinitionEntry entry, DateOnly from)
    {
        var row = new Definition
        {
            Id = Guid.CreateVersion7(), CouncilId = council, ProvinceId = province, Catalogue = catalogue, List = list, Code = entry.Code, ValidFrom = from,
            Vietnamese = "", English = "", IsRequired = false, Order = 0, IsRetired = false,
        };
        row.Say(entry);

        return row;
    }

    private static Subject About(Definition row) => new("definition", row.Id, row.Code, row.CouncilId ?? Guid.Empty);
}

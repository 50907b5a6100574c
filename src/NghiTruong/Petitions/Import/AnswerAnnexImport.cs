using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions.Import;

/// <summary>An answer annex brought together with the open petitions, to be confirmed by a person; nothing is kept.</summary>
public sealed record AnnexReading(IReadOnlyList<AnnexProposal> Proposals, IReadOnlyList<OpenPetition> Open);

/// <summary>A letter that an annex may answer.</summary>
public sealed record AnsweredLetter(Guid Id, string Name);

/// <summary>
/// Reads UBND's answer annex (Excel or Word) against the petitions of a council that wait for an answer. What a person confirms goes through <see cref="PetitionReplies.AnswerAsync"/>
/// as one document.
/// </summary>
public sealed class AnswerAnnexImport(IDbContextFactory<Db> contexts)
{
    /// <returns>Refusals <c>council.notFound</c>, <c>file.*</c>, <c>table.*</c>, <c>import.secret</c>.</returns>
    public async Task<Result<AnnexReading>> ReadAsync(Guid councilId, Guid? letterId, Stream content, string fileName, Acting acting, CancellationToken ct)
    {
        if (!MayAnswerFor(acting, councilId))
        {
            return new Refusal("council.notFound", "CouncilId");
        }

        var file = TableReader.Read(content, fileName, cancellationToken: ct);
        if (file.IsRefused)
        {
            return Result<AnnexReading>.Refuse([.. file.Refusals.Select(r => r.At("File"))]);
        }

        var found = LedgerColumns.Finder.FindAll(file.Value);
        if (found.IsRefused)
        {
            return Result<AnnexReading>.Refuse([.. found.Refusals.Select(r => r.At("File"))]);
        }

        if (found.Value.Any(t => t.Rows.Any(r => r.Source.Cells.Any(c => SecrecyMark.Find(c.Text) is not null))))
        {
            return new Refusal("import.secret", "File");
        }

        var open = await OpenAsync(councilId, letterId, ct);

        return new AnnexReading(AnswerAnnex.Match(AnswerAnnex.Rows(found.Value), open), open);
    }

    /// <summary>The latest letters with which petitions went out.</summary>
    public async Task<IReadOnlyList<AnsweredLetter>> LettersAsync(Guid councilId, Acting acting, CancellationToken ct)
    {
        const int latest = 20;
        if (!MayAnswerFor(acting, councilId))
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var letters = await db.Set<OfficialLetter>().AsNoTracking()
            .Where(l => l.CouncilId == councilId && db.Set<PetitionForwarding>().Any(f => f.LetterId == l.Id))
            .OrderByDescending(l => l.CreatedAt)
            .Take(latest)
            .ToListAsync(ct);

        return [.. letters.Select(l => new AnsweredLetter(l.Id, $"{l.FullNumber ?? l.Abstract} · {l.RecipientName}{(l.IssuedOn is { } on ? $" · {OfficialDate.Short(on)}" : "")}"))];
    }

    /// <summary>The petitions of a council that wait for an answer.</summary>
    public async Task<IReadOnlyList<OpenPetition>> OpenAsync(Guid councilId, Acting acting, CancellationToken ct) =>
        MayAnswerFor(acting, councilId) ? await OpenAsync(councilId, (Guid?)null, ct) : [];

    private static bool MayAnswerFor(Acting acting, Guid councilId) => acting.ScopeOf<SendPetitions>() is var scope && (scope.All || scope.Councils.Contains(councilId));

    private async Task<List<OpenPetition>> OpenAsync(Guid councilId, Guid? letterId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var answerable = PetitionStatuses.Answerable;
        var petitions = await db.Set<Petition>().AsNoTracking()
            .Where(p => p.CouncilId == councilId && answerable.Contains(p.Status))
            .OrderBy(p => p.Code)
            .Select(p => new { p.Id, p.Code, p.Content, p.LedgerCode })
            .ToListAsync(ct);
        var ordinals = letterId is { } letter
            ? await db.Set<PetitionForwarding>().Where(f => f.LetterId == letter).ToDictionaryAsync(f => f.PetitionId, f => f.Ordinal, ct)
            : [];

        return [.. petitions.Select(p => new OpenPetition(p.Code, p.Content, p.LedgerCode, ordinals.TryGetValue(p.Id, out var ordinal) ? ordinal : null))];
    }
}

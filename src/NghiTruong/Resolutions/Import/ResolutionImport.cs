using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Tables;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions.Import;

/// <summary>A row that was not taken, at its place.</summary>
/// <param name="Table">Ordinal of the table in the file.</param>
/// <param name="Row">As the person sees it.</param>
public sealed record RejectedResolution(int Table, int Row, string? Column, string Code, string? Value);

/// <summary>What an import did, or would do.</summary>
/// <param name="Tables">The tables of the file, from which the rejected rows are written back.</param>
public sealed record ResolutionImportResult(int Accepted, int Changed, int Unchanged, IReadOnlyList<RejectedResolution> Rejected, IReadOnlyList<FoundTable> Tables);

/// <summary>
/// Takes a register of resolutions in (Excel, Word, CSV), in one transaction. A row is known again by number, year and kind: the same file twice adds nothing; a later file changes what
/// nobody has worked on since. Clauses named in the register are noted, not given out.
/// </summary>
public sealed class ResolutionImport(OperationRunner operations, RuleBook rules)
{
    private const string DryRun = "resolution.import.dryRun";

    /// <param name="dryRun">Tells what would happen and stores nothing.</param>
    /// <returns>Refusals <c>council.notFound</c>, <c>file.*</c>, <c>table.*</c>.</returns>
    public async Task<Result<ResolutionImportResult>> RunAsync(Guid councilId, Stream content, string fileName, bool dryRun, Acting acting, CancellationToken ct)
    {
        var file = TableReader.Read(content, fileName, cancellationToken: ct);
        var found = file.IsRefused ? null : ResolutionColumns.Finder.FindAll(file.Value);
        if (found is null or { IsRefused: true })
        {
            return Result<ResolutionImportResult>.Refuse([.. (found?.Refusals ?? file.Refusals).Select(r => r.At("File"))]);
        }

        ResolutionImportResult? told = null;
        var read = await rules.ReadAsync(ct);
        var done = await operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == councilId, token) is not { } council
                || acting.CapacityFor<ImportResolutions>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            await work.HoldAsync(council.Id, token);
            told = await new Intake(work, council, capacity, fileName, read).TakeAsync(found.Value, token);

            // A dry run is the real run, rolled back.
            return dryRun ? new Refusal(DryRun) : Result.Done;
        }, ct);

        return done.Refusals is [] or [{ Code: DryRun }] ? told! : Result<ResolutionImportResult>.Refuse(done.Refusals);
    }

    /// <summary>One file on its way into one council.</summary>
    private sealed class Intake(Work work, Council council, Capacity capacity, string fileName, Rules rules)
    {
        private readonly List<RejectedResolution> _rejected = [];
        private readonly Dictionary<(int Year, bool IsNormative, string Key), Resolution> _known = [];
        private readonly HashSet<Guid> _told = [];
        private bool _hasEnded;
        private int _accepted;
        private int _changed;
        private int _unchanged;

        public async Task<ResolutionImportResult> TakeAsync(IReadOnlyList<FoundTable> tables, CancellationToken ct)
        {
            // A council that has ended owes nothing any more.
            _hasEnded = !await work.Db.Set<CouncilTerm>().AnyAsync(t => t.CouncilId == council.Id && t.Until == null, ct);
            var bodies = await work.Db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == council.Id).ToListAsync(ct);
            var agencies = await work.Db.Set<Agency>().AsNoTracking().Where(a => a.CouncilId == council.Id).ToListAsync(ct);
            foreach (var r in await work.Db.Set<Resolution>().Where(r => r.OriginCouncilId == council.Id).ToListAsync(ct))
            {
                _known[(r.Year, r.IsNormative, r.NumberKey)] = r;
            }

            var touched = await TouchedAsync(ct);
            foreach (var row in new ResolutionRows(council.Id, bodies, agencies, work.Today).Read(tables))
            {
                if (row.Told is { } told)
                {
                    await TakeAsync(row, told, touched, ct);
                }
                else
                {
                    _rejected.AddRange(row.Problems.Select(p => new RejectedResolution(row.Table.Table.Ordinal, row.Source.Number, p.Column, p.Code, p.Value)));
                }
            }

            return new ResolutionImportResult(_accepted, _changed, _unchanged, _rejected, tables);
        }

        private async Task TakeAsync(ReadResolutionRow row, ToldResolution told, HashSet<Guid> touched, CancellationToken ct)
        {
            _ = ResolutionNumber.TryParse(told.Input.Number, out var number);
            var key = (told.Input.PassedOn.Year, ResolutionRules.IsNormative(told.Input.Kind!, number), number.Key);
            if (!_known.TryGetValue(key, out var standing))
            {
                _known[key] = await AddAsync(row, told, ct);
                _told.Add(_known[key].Id);
                _accepted++;
            }
            else if (!_told.Add(standing.Id))
            {
                Reject(row, "resolution.import.twiceInFile", standing.Code);
            }
            else if (Tells(standing, told))
            {
                _unchanged++;
            }
            else if (touched.Contains(standing.Id) || standing.CouncilId != council.Id)
            {
                Reject(row, "resolution.import.movedOn", standing.Code);
            }
            else
            {
                Write(standing, told);
                work.Record(new ResolutionImported(ResolutionEvent.About(standing), fileName, row.Source.Number), capacity);
                _changed++;
            }
        }

        private async Task<Resolution> AddAsync(ReadResolutionRow row, ToldResolution told, CancellationToken ct)
        {
            var r = await ResolutionEntry.NewAsync(work, council, told.Input, fromLedger: true, ct);
            Write(r, told);
            work.Record(new ResolutionImported(ResolutionEvent.About(r), fileName, row.Source.Number), capacity);
            foreach (var (place, content) in told.Clauses)
            {
                var series = ResolutionCode.Series(ResolutionCode.Clause, council, work.Today.Year);
                work.Db.Add(new ResolutionClause
                {
                    Id = Guid.CreateVersion7(), CouncilId = council.Id, ProvinceId = council.ProvinceId, OriginCouncilId = council.Id, ResolutionId = r.Id,
                    Code = ResolutionCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, ct)), Place = place, Content = content,
                });
            }

            return r;
        }

        private void Write(Resolution r, ToldResolution told)
        {
            ResolutionEntry.Write(r, told.Input);
            if (told.Ended is var (number, on, how))
            {
                r.EndBy(number, on, how);
            }

            r.Reopen();
            r.LookBy(_hasEnded ? null : ResolutionRules.LookDue(r, rules, council.Tier));
            if (ResolutionStates.Ended.Contains(r.StateOn(work.Today)))
            {
                r.Close(work.Today);
            }
        }

        private static bool Tells(Resolution r, ToldResolution told)
        {
            var i = told.Input;
            var replaces = ResolutionNumber.TryParse(i.Replaces, out var former) ? former.Written : i.Replaces;

            return (r.Title, r.Kind, r.PassedOn, r.InForceFrom, r.InForceUntil, r.BodyId, r.LeadAgencyId, r.Field, r.Note, r.Replaces, r.EndedBy, r.EndedOn, r.EndedAs)
                == (NghiTruong.Language.VietnameseText.Nfc(i.Title.Trim()), i.Kind!, i.PassedOn, i.InForceFrom ?? i.PassedOn, i.InForceUntil, i.BodyId, i.LeadAgencyId, i.Field, Nfc(i.Note), Nfc(replaces), told.Ended?.Number, told.Ended?.On, told.Ended?.How);
        }

        private static string? Nfc(string? text) => text is null ? null : NghiTruong.Language.VietnameseText.Nfc(text);

        private void Reject(ReadResolutionRow row, string code, string value) => _rejected.Add(new RejectedResolution(row.Table.Table.Ordinal, row.Source.Number, null, code, value));

        /// <summary>Resolutions somebody has worked on since they were imported, or typed by hand: they are handed back, never overwritten.</summary>
        private async Task<HashSet<Guid>> TouchedAsync(CancellationToken ct) =>
            [.. await work.Db.Set<JournalEntry>()
                .Where(e => e.CouncilId == council.Id && e.SubjectKind == ResolutionEvent.SubjectKind && e.EventCode != "resolution.imported")
                .Select(e => e.SubjectId).Distinct().ToListAsync(ct)];
    }
}

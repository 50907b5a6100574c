using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Registers;
using NghiTruong.Documents.Tables;
using NghiTruong.Journal;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Resolutions.Import;

/// <summary>
/// Takes a register of resolutions in (Excel, Word, CSV), in one transaction. A row is known again by number, year and kind: the same file twice adds nothing; a later file changes what
/// nobody has worked on since. Clauses named in the register are noted, not given out.
/// </summary>
public sealed class ResolutionImport(OperationRunner operations, RuleBook rules)
{
    /// <param name="dryRun">Tells what would happen and stores nothing.</param>
    /// <returns>Refusals <c>council.notFound</c>, <c>file.*</c>, <c>table.*</c>.</returns>
    public async Task<Result<RegisterTold>> RunAsync(RegisterFile file, bool dryRun, Acting acting, CancellationToken ct)
    {
        var read = await rules.ReadAsync(ct);

        return await operations.TakeInAsync("resolutions", file, ResolutionColumns.Finder, dryRun, acting, async (work, tables, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == file.CouncilId, token) is not { } council
                || acting.CapacityFor<ImportResolutions>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            await work.HoldAsync(council.Id, token);

            return await new Intake(work, council, capacity, file.FileName, read).TakeAsync(tables, token);
        }, ct);
    }

    /// <summary>One file on its way into one council.</summary>
    private sealed class Intake(Work work, Council council, Capacity capacity, string fileName, Rules rules)
    {
        private readonly List<NotTaken> _rejected = [];
        private readonly Dictionary<(int Year, bool IsNormative, string Key), Resolution> _known = [];
        private readonly HashSet<Guid> _told = [];
        private bool _hasEnded;
        private int _accepted;
        private int _changed;
        private int _unchanged;

        public async Task<RegisterTold> TakeAsync(IReadOnlyList<FoundTable> tables, CancellationToken ct)
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
            var rows = Replacements.In([.. new ResolutionRows(council.Id, bodies, agencies, work.Today).Read(tables)]);
            foreach (var row in rows)
            {
                if (row.Told is { } told)
                {
                    await TakeAsync(row, told, touched, ct);
                }
                else
                {
                    _rejected.AddRange(row.Problems.Select(p => new NotTaken(row.Table.Table.Ordinal, row.Source.Number, p.Column, p.Code, p.Value)));
                }
            }

            foreach (var row in rows.Where(r => r.Told is not null))
            {
                ReplaceInRegister(row.Told!);
            }

            return new RegisterTold(_accepted, _changed, _unchanged, _rejected, tables);
        }

        private async Task TakeAsync(ReadResolutionRow row, ToldResolution told, HashSet<Guid> touched, CancellationToken ct)
        {
            var key = KeyOf(told);
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

        /// <summary>What a row says it replaces, where that stands in the register and not in the file, ends as if the new one had been typed.</summary>
        private void ReplaceInRegister(ToldResolution told)
        {
            if (!_known.TryGetValue(KeyOf(told), out var r) || !ResolutionNumber.TryParse(r.Replaces, out var former))
            {
                return;
            }

            if (_known.Values.Where(x => x.NumberKey == former.Key && x.Id != r.Id && x.PassedOn <= r.PassedOn).MaxBy(x => x.PassedOn) is { } replaced && !_told.Contains(replaced.Id) && replaced.CouncilId == council.Id)
            {
                ResolutionEntry.Replace(work, r, replaced, capacity);
            }
        }

        private static (int Year, bool IsNormative, string Key) KeyOf(ToldResolution told)
        {
            _ = ResolutionNumber.TryParse(told.Input.Number, out var number);

            return (told.Input.PassedOn.Year, ResolutionRules.IsNormative(told.Input.Kind!, number), number.Key);
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

        private void Reject(ReadResolutionRow row, string code, string value) => _rejected.Add(new NotTaken(row.Table.Table.Ordinal, row.Source.Number, null, code, value));

        /// <summary>Resolutions somebody has worked on since they were imported, or typed by hand: they are handed back, never overwritten.</summary>
        private async Task<HashSet<Guid>> TouchedAsync(CancellationToken ct) =>
            [.. await work.Db.Set<JournalEntry>()
                .Where(e => e.CouncilId == council.Id && e.SubjectKind == ResolutionEvent.SubjectKind && e.EventCode != "resolution.imported")
                .Select(e => e.SubjectId).Distinct().ToListAsync(ct)];
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Registers;
using NghiTruong.Documents.Tables;
using NghiTruong.Journal;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Supervision.Import;

/// <summary>
/// Takes a register of supervisions in (Excel or Word), in one transaction. What it says happened stands as told, marked "theo sổ", and sends nothing out. A row is known again
/// by subject, kind, theme, year and its ordinal among equal rows: the same file twice adds nothing; a later file with reports filled in changes what nobody has worked on since.
/// </summary>
public sealed class RegisterImport(OperationRunner operations)
{
    /// <param name="dryRun">Tells what would happen and stores nothing.</param>
    /// <returns>Refusals <c>council.notFound</c>, <c>file.*</c>, <c>table.*</c>.</returns>
    public Task<Result<RegisterTold>> RunAsync(RegisterFile file, bool dryRun, Acting acting, CancellationToken ct) =>
        operations.TakeInAsync("supervisions", file, RegisterColumns.Finder, dryRun, acting, async (work, tables, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == file.CouncilId, token) is not { } council
                || acting.CapacityFor<ImportSupervisions>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", "CouncilId");
            }

            await work.HoldAsync(council.Id, token);

            return await new Intake(work, council, capacity, file.FileName).TakeAsync(tables, token);
        }, ct);

    /// <summary>One file on its way into one council.</summary>
    private sealed class Intake(Work work, Council council, Capacity capacity, string fileName)
    {
        private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);
        /// <summary>A council that has ended owes nothing any more.</summary>
        private bool _hasEnded;
        private int _accepted;
        private int _changed;
        private int _unchanged;

        public async Task<RegisterTold> TakeAsync(IReadOnlyList<FoundTable> tables, CancellationToken ct)
        {
            _hasEnded = !await work.Db.Set<CouncilTerm>().AnyAsync(t => t.CouncilId == council.Id && t.Until == null, ct);
            var bodies = await work.Db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == council.Id).ToListAsync(ct);
            var agencies = await work.Db.Set<Agency>().AsNoTracking().Where(a => a.CouncilId == council.Id).ToListAsync(ct);
            var rows = new RegisterReader(bodies, work.Today).Read(tables).ToList();
            var known = await work.Db.Set<SupervisionCase>().Where(s => s.CouncilId == council.Id && s.ImportKey != null).ToDictionaryAsync(s => s.ImportKey!, StringComparer.Ordinal, ct);
            var touched = await TouchedAsync(ct);
            List<NotTaken> rejected = [];
            foreach (var row in rows)
            {
                if (row.Told is not { } told)
                {
                    rejected.AddRange(row.Problems.Select(p => new NotTaken(row.Table.Table.Ordinal, row.Source.Number, p.Column, p.Code, p.Value)));
                    continue;
                }

                var key = KeyOf(told);
                if (!known.TryGetValue(key, out var standing))
                {
                    await AddAsync(told, key, row.Source.Number, agencies, ct);
                }
                else if (Tells(standing, told))
                {
                    _unchanged++;
                }
                else if (touched.Contains(standing.Id))
                {
                    rejected.Add(new NotTaken(row.Table.Table.Ordinal, row.Source.Number, null, "supervision.import.movedOn", standing.Code));
                }
                else
                {
                    Stand(standing, told);
                    work.Record(new SupervisionImported(SupervisionEvent.About(standing), fileName, row.Source.Number), capacity);
                    _changed++;
                }
            }

            return new RegisterTold(_accepted, _changed, _unchanged, rejected, tables);
        }

        private async Task AddAsync(RegisterRow told, string key, int row, List<Agency> agencies, CancellationToken ct)
        {
            var day = told.HeldOn ?? told.PlannedTo!.Value;
            var number = await CodeSeries.NextAsync(work.Db, SupervisionCode.Series(council.Code, day.Year), 1, ct);
            var s = new SupervisionCase
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                OriginCouncilId = council.Id,
                Code = SupervisionCode.Of(council.Code, day.Year, number),
                Year = day.Year,
                Subject = told.Subject,
                BodyId = told.BodyId,
                Kind = told.Kind,
                Group = SupervisionKinds.GroupOf(told.Kind),
                Theme = told.Theme,
                Object = told.Object,
                Results = told.Results,
                PlannedFrom = day,
                PlannedTo = told.PlannedTo ?? day,
                FromLedger = true,
                ImportKey = key,
                CreatedAt = work.Now,
            };
            Stand(s, told);
            work.Db.Add(s);
            work.Record(new SupervisionImported(SupervisionEvent.About(s), fileName, row), capacity);
            foreach (var content in told.Recommendations)
            {
                await AddRecommendationAsync(s, told, content, agencies, ct);
            }

            _accepted++;
        }

        private async Task AddRecommendationAsync(SupervisionCase s, RegisterRow told, string content, List<Agency> agencies, CancellationToken ct)
        {
            var made = told.ReportedOn ?? told.HeldOn ?? work.Today;
            var number = await CodeSeries.NextAsync(work.Db, SupervisionCode.RecommendationSeries(council.Code, made.Year), 1, ct);
            var r = new Recommendation
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                OriginCouncilId = council.Id,
                Code = SupervisionCode.OfRecommendation(council.Code, made.Year, number),
                SupervisionId = s.Id,
                Subject = s.Subject,
                BodyId = s.BodyId,
                Kind = s.Kind,
                Content = content,
                LeadAgencyId = told.Agency is { } agency ? agencies.Find(a => a.Folded == VietnameseText.Fold(agency))?.Id : null,
                Cooperating = told.Agency,
                CreatedAt = work.Now,
            };
            r.StandAsTold(
                told.Outcome switch
                {
                    RecommendationOutcome.Done => RecommendationState.Confirmed,
                    RecommendationOutcome.NotDone => RecommendationState.NotDone,
                    _ => RecommendationState.Following,
                },
                told.Outcome,
                made,
                told.DueOn);
            work.Db.Add(r);
            work.Record(new RecommendationMade(RecommendationEvent.About(r), told.ReportNumber, made, told.DueOn), capacity);
        }

        /// <summary>A register keeps no conclusions: with a report and recommendations followed, it is concluded; with a report alone, reported.</summary>
        private void Stand(SupervisionCase s, RegisterRow told)
        {
            var state = told switch
            {
                { HeldOn: null } => SupervisionState.Programmed,
                { HasReport: false } => SupervisionState.Held,
                { Recommendations.Count: > 0, Outcome: RecommendationOutcome.Done or RecommendationOutcome.NotDone } => SupervisionState.Closed,
                { Recommendations.Count: > 0 } => SupervisionState.Concluded,
                _ => SupervisionState.Reported,
            };
            s.StandAsTold(state, told.HeldOn, told.ReportNumber, told.ReportedOn, _hasEnded ? null : state == SupervisionState.Programmed ? s.PlannedTo : told.HeldOn);
        }

        private static bool Tells(SupervisionCase s, RegisterRow told) =>
            (s.HeldOn, s.ReportNumber, s.ReportedOn) == (told.HeldOn, told.ReportNumber, told.ReportedOn);

        /// <summary>Supervisions somebody has worked on since they were imported: they are handed back, never overwritten.</summary>
        private async Task<HashSet<Guid>> TouchedAsync(CancellationToken ct) =>
            [.. await work.Db.Set<JournalEntry>()
                .Where(e => e.CouncilId == council.Id && e.SubjectKind == SupervisionEvent.SubjectKind && e.EventCode != "supervision.imported")
                .Select(e => e.SubjectId).Distinct().ToListAsync(ct)];

        private string KeyOf(RegisterRow told)
        {
            var row = string.Join('\u001f', told.Subject, told.BodyId, told.Kind, VietnameseText.Fold(told.Theme), VietnameseText.Fold(told.Object ?? ""), (told.HeldOn ?? told.PlannedTo)!.Value.Year);
            var ordinal = _ordinals[row] = _ordinals.GetValueOrDefault(row) + 1;

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{council.Id:N}\u001f{row}\u001f{ordinal}"))).AsSpan(0, 20));
        }
    }
}

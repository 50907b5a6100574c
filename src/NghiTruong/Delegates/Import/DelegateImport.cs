using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Documents.Registers;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates.Import;

/// <summary>
/// Takes a list of delegates in (Excel, Word, CSV), in one transaction. One name in two spellings (case, blanks, composed or not, hoà or hòa) is one delegate: the same list twice adds
/// nothing, and a second row of it is handed back. A name that differs from a known one by its marks alone is asked about: the row says that it is another person, or it is mended.
/// </summary>
public sealed class DelegateImport(OperationRunner operations, CoverageBook coverage, Protector protector)
{
    /// <param name="dryRun">Tells what would happen and stores nothing.</param>
    /// <returns>Refusals <c>council.notFound</c>, <c>delegate.outsideTerms</c>, <c>file.*</c>, <c>table.*</c>.</returns>
    public Task<Result<RegisterTold>> RunAsync(RegisterFile file, bool dryRun, Acting acting, CancellationToken ct) =>
        operations.TakeInAsync("delegates", file, DelegateColumns.Finder, dryRun, acting, (work, tables, token) => TakeAsync(work, tables, file, token), ct);

    private async Task<Result<RegisterTold>> TakeAsync(Work work, IReadOnlyList<FoundTable> tables, RegisterFile file, CancellationToken ct)
    {
        if (await work.Db.Set<Council>().Include(c => c.Terms).FirstOrDefaultAsync(c => c.Id == file.CouncilId, ct) is not { } council
            || work.Acting.CapacityFor<ManageDelegates>(council.Id, council.ProvinceId) is not { } capacity)
        {
            return new Refusal("council.notFound", "CouncilId");
        }

        if (council.Terms.Find(t => t.From <= work.Today && (t.Until is null || t.Until >= work.Today)) is not { } term)
        {
            return new Refusal("delegate.outsideTerms", "CouncilId");
        }

        await work.HoldAsync(council.Id, ct);

        return await new Intake(work, council, capacity, file.FileName, coverage, protector).TakeAsync(tables, term.From, ct);
    }

    /// <summary>One file on its way into one council.</summary>
    private sealed class Intake(Work work, Council council, Capacity capacity, string fileName, CoverageBook coverage, Protector protector)
    {
        private readonly List<NotTaken> _rejected = [];
        private readonly HashSet<string> _told = [];
        private readonly List<DelegatePost> _posts = [];
        private List<Delegate> _known = [];
        private List<Body> _bodies = [];
        private int _accepted;
        private int _changed;
        private int _unchanged;

        public async Task<RegisterTold> TakeAsync(IReadOnlyList<FoundTable> tables, DateOnly from, CancellationToken ct)
        {
            _bodies = await work.Db.Set<Body>().AsNoTracking().Where(b => b.CouncilId == council.Id && b.Until == null).ToListAsync(ct);
            _known = await work.Db.Set<Delegate>().Where(d => d.CouncilId == council.Id && (d.Until == null || d.Until >= from)).ToListAsync(ct);
            _posts.AddRange(await work.Db.Set<DelegatePost>().Where(p => p.CouncilId == council.Id).ToListAsync(ct));
            foreach (var row in new DelegateRows(council.Id, _bodies, from).Read(tables))
            {
                if (row.Told is { } told)
                {
                    await TakeAsync(row, told, ct);
                }
                else
                {
                    _rejected.AddRange(row.Problems.Select(p => new NotTaken(row.Table.Table.Ordinal, row.Source.Number, p.Column, p.Code, p.Value)));
                }
            }

            return new RegisterTold(_accepted, _changed, _unchanged, _rejected, tables);
        }

        private async Task TakeAsync(ReadDelegateRow row, ToldDelegate told, CancellationToken ct)
        {
            var folded = VietnameseText.Fold(told.Input.FullName);
            var same = _known.Find(d => VietnameseText.FoldKeepingMarks(d.FullName) == told.Key);
            if (!told.Input.IsAnother && _told.Contains(told.Key))
            {
                Reject(row, "delegate.import.twiceInFile", told.Input.FullName);
            }
            else if (!told.Input.IsAnother && same is null && _known.Find(d => d.Folded == folded) is { } alike)
            {
                Reject(row, "delegate.import.alike", $"{alike.FullName}, {alike.Code}");
            }
            else if (same is null || (told.Input.IsAnother && _told.Contains(told.Key)))
            {
                await AddAsync(row, told, ct);
            }
            else
            {
                _told.Add(told.Key);
                Say(same, told.Input, row.Source.Number);
            }
        }

        private async Task AddAsync(ReadDelegateRow row, ToldDelegate told, CancellationToken ct)
        {
            var added = await new DelegateEntering(work, council, coverage).EnterAsync(told.Input with { IsAnother = true }, ct);
            if (added.IsRefused)
            {
                _rejected.AddRange(added.Refusals.Select(r => new NotTaken(row.Table.Table.Ordinal, row.Source.Number, null, r.Code, null)));

                return;
            }

            var d = added.Value;
            _known.Add(d);
            _told.Add(told.Key);
            _accepted++;
            work.Record(new DelegateImported(DelegateEvent.About(d), fileName, row.Source.Number), capacity);
            foreach (var (post, body) in told.Posts)
            {
                TakePost(row, d, post, body);
            }

            // What is sensitive is written by who may read it; an administrator's import leaves it out.
            if (told.HasParticulars && work.CapacityFor<ReadParticulars>(d) is not null)
            {
                work.Db.Add(new DelegateParticulars { Id = d.Id, Sealed = protector.Seal(DelegateParticularsDesk.Purpose, JsonSerializer.Serialize(told.Particulars)), ChangedAt = work.Now });
            }
        }

        private void TakePost(ReadDelegateRow row, Delegate d, PostKind post, Guid? body)
        {
            var asked = new PostInput { Post = post, BodyId = body, From = d.From };
            if (DelegateRules.WrongIn(asked, d, _posts, _bodies.Find(b => b.Id == body), work.Today) is [var wrong, ..])
            {
                Reject(row, wrong.Code, null);

                return;
            }

            var taken = new DelegatePost { Id = Guid.CreateVersion7(), DelegateId = d.Id, CouncilId = council.Id, Post = post, BodyId = body, From = d.From };
            _posts.Add(taken);
            work.Db.Add(taken);
        }

        /// <summary>A list that comes again fills in what it tells; what it leaves out stays, and mandates are never moved by it.</summary>
        private void Say(Delegate d, DelegateInput told, int row)
        {
            var before = (d.IsWoman, d.Occupation, d.Education, d.Constituency, d.GroupId);
            (d.IsWoman, d.Occupation, d.Education, d.Constituency, d.GroupId) =
                (told.IsWoman ?? d.IsWoman, DelegateDesk.Blank(told.Occupation) ?? d.Occupation, DelegateDesk.Blank(told.Education) ?? d.Education, DelegateDesk.Blank(told.Constituency) ?? d.Constituency, told.GroupId ?? d.GroupId);
            if (before == (d.IsWoman, d.Occupation, d.Education, d.Constituency, d.GroupId))
            {
                _unchanged++;

                return;
            }

            _changed++;
            work.Record(new DelegateImported(DelegateEvent.About(d), fileName, row), capacity);
        }

        private void Reject(ReadDelegateRow row, string code, string? value) => _rejected.Add(new NotTaken(row.Table.Table.Ordinal, row.Source.Number, null, code, value));
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Documents.Tables;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Verification.Checks;

namespace NghiTruong.Verification.Register;

/// <summary>A legal document as it is typed.</summary>
public sealed record LegalDocumentInput
{
    [StringLength(80)]
    public string? Number { get; init; }

    [StringLength(60)]
    public string? Kind { get; init; }

    [StringLength(600)]
    public string? Title { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? InForceFrom { get; init; }

    public DateOnly? ExpiredOn { get; init; }

    [StringLength(200)]
    public string? ReplacedBy { get; init; }

    [StringLength(600)]
    public string? Source { get; init; }

    public bool Checked { get; init; }
}

/// <summary>What an import of the register did.</summary>
public sealed record RegisterReport(int Added, int Changed, int Unchanged, IReadOnlyList<RegisterRowRefused> Rejected);

/// <summary>A row of the file that could not be taken, and why.</summary>
public sealed record RegisterRowRefused(int Row, Refusal Why);

/// <summary>Keeps the register: the administrator of the nation, one document at a time or a whole Excel file.</summary>
public sealed class LegalRegisterDesk(OperationRunner operations, LegalRegister register)
{
    /// <summary>Adds a document, or changes the one of that number.</summary>
    /// <returns>Refusals <c>legalRegister.notAllowed</c>, <c>legalRegister.numberMissing</c>, <c>.numberWrong</c>, <c>.kindMissing</c>, <c>.titleMissing</c>, <c>.sourceMissing</c>, <c>.expiresBeforeForce</c>.</returns>
    public async Task<Result> SaveAsync(LegalDocumentInput asked, Acting acting, CancellationToken ct)
    {
        var saved = await operations.RunAsync(acting, async (work, token) =>
        {
            if (MayKeep(work) is not { } capacity)
            {
                return new Refusal("legalRegister.notAllowed");
            }

            if (WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            var row = RowOf(asked);
            var document = await PutAsync(work, row, token);
            work.Record(new LegalDocumentSaved(About(document), row.Number, row.ExpiredOn, row.ReplacedBy), capacity);

            return Result.Done;
        }, ct);
        register.Forget();

        return saved;
    }

    /// <returns>Refusals <c>legalRegister.notAllowed</c>, <c>legalRegister.notFound</c>.</returns>
    public async Task<Result> RemoveAsync(Guid id, Acting acting, CancellationToken ct)
    {
        var removed = await operations.RunAsync(acting, async (work, token) =>
        {
            if (MayKeep(work) is not { } capacity)
            {
                return new Refusal("legalRegister.notAllowed");
            }

            if (await work.Db.Set<LegalDocument>().FirstOrDefaultAsync(d => d.Id == id, token) is not { } document)
            {
                return new Refusal("legalRegister.notFound");
            }

            work.Db.Remove(document);
            work.Record(new LegalDocumentRemoved(About(document), document.Number), capacity);

            return Result.Done;
        }, ct);
        register.Forget();

        return removed;
    }

    /// <summary>Takes an Excel (or Word, CSV) table in: new numbers are added, known ones changed, wrong rows told and left out.</summary>
    /// <returns>What it did; refusals <c>legalRegister.notAllowed</c>, those of <see cref="TableReader"/>, <c>legalRegister.columnsMissing</c>.</returns>
    public async Task<Result<RegisterReport>> ImportAsync(Stream content, string fileName, Acting acting, CancellationToken ct)
    {
        var rows = LegalRegisterFile.Read(content, fileName);
        if (rows.IsRefused)
        {
            return Result<RegisterReport>.Refuse(rows.Refusals);
        }

        var done = await operations.RunAsync<RegisterReport>(acting, async (work, token) =>
        {
            if (MayKeep(work) is not { } capacity)
            {
                return new Refusal("legalRegister.notAllowed");
            }

            var report = await TakeAsync(work, rows.Value, token);
            work.Record(new LegalRegisterImported(new Subject("legalRegister", work.OperationId, null, Guid.Empty), fileName, report.Added, report.Changed), capacity);

            return report;
        }, ct);
        register.Forget();

        return done;
    }

    private static async Task<RegisterReport> TakeAsync(Work work, IReadOnlyList<(int Row, LegalDocumentInput Input)> rows, CancellationToken ct)
    {
        var known = await work.Db.Set<LegalDocument>().ToDictionaryAsync(d => d.NumberKey, ct);
        List<RegisterRowRefused> rejected = [];
        int added = 0, changed = 0, unchanged = 0;
        foreach (var (at, input) in rows)
        {
            if (WrongIn(input) is [var wrong, ..])
            {
                rejected.Add(new RegisterRowRefused(at, wrong));
            }
            else if (known.TryGetValue(LegalNumber.KeyOf(input.Number!), out var document))
            {
                _ = document.Take(RowOf(input)) ? changed++ : unchanged++;
            }
            else
            {
                document = LegalDocument.From(RowOf(input));
                known[document.NumberKey] = document;
                work.Db.Add(document);
                added++;
            }
        }

        return new RegisterReport(added, changed, unchanged, rejected);
    }

    private static async Task<LegalDocument> PutAsync(Work work, LegalDocumentRow row, CancellationToken ct)
    {
        var key = LegalNumber.KeyOf(row.Number);
        if (await work.Db.Set<LegalDocument>().FirstOrDefaultAsync(d => d.NumberKey == key, ct) is { } known)
        {
            known.Take(row);

            return known;
        }

        var document = LegalDocument.From(row);
        work.Db.Add(document);

        return document;
    }

    private static List<Refusal> WrongIn(LegalDocumentInput asked)
    {
        List<Refusal> wrong = [];
        Need(asked.Number, nameof(asked.Number), "legalRegister.numberMissing");
        Need(asked.Kind, nameof(asked.Kind), "legalRegister.kindMissing");
        Need(asked.Title, nameof(asked.Title), "legalRegister.titleMissing");
        Need(asked.Source, nameof(asked.Source), "legalRegister.sourceMissing");
        if (!string.IsNullOrWhiteSpace(asked.Number) && LegalNumber.Pattern().Match(asked.Number.Trim()).Length != asked.Number.Trim().Length)
        {
            wrong.Add(new Refusal("legalRegister.numberWrong", nameof(asked.Number), asked.Number.Trim()));
        }

        if (asked.ExpiredOn < (asked.InForceFrom ?? asked.IssuedOn))
        {
            wrong.Add(new Refusal("legalRegister.expiresBeforeForce", nameof(asked.ExpiredOn)));
        }

        return wrong;

        void Need(string? text, string field, string code)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                wrong.Add(new Refusal(code, field));
            }
        }
    }

    private static LegalDocumentRow RowOf(LegalDocumentInput asked) => new(
        asked.Number!.Trim(), asked.Kind!.Trim(), asked.Title!.Trim(), asked.IssuedOn, asked.InForceFrom, asked.ExpiredOn,
        string.IsNullOrWhiteSpace(asked.ReplacedBy) ? null : asked.ReplacedBy.Trim(), asked.Source!.Trim(), asked.Checked);

    private static Capacity? MayKeep(Work work) => work.Acting.CapacityFor<KeepLegalRegister>(Guid.Empty, Guid.Empty);

    private static Subject About(LegalDocument document) => new("legalDocument", document.Id, document.Number, Guid.Empty);
}

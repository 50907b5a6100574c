using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Tables;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Documents.Registers;

/// <summary>A register as it comes: the council it is of, the file, and which column is which where a person said so.</summary>
public sealed record RegisterFile(Guid CouncilId, Stream Content, string FileName)
{
    /// <summary>Title of a column, as the file writes it, to the key of the column it is; an empty key leaves it out.</summary>
    public IReadOnlyDictionary<string, string?> Columns { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);
}

/// <summary>A row that was not taken, at its place.</summary>
/// <param name="Table">Ordinal of the table in the file.</param>
/// <param name="Row">As the person sees it.</param>
/// <param name="Column">Title of the column; null for the whole row.</param>
public sealed record NotTaken(int Table, int Row, string? Column, string Code, string? Value);

/// <summary>What an import did, or would do.</summary>
/// <param name="Tables">The tables of the file, from which the rejected rows are written back.</param>
public sealed record RegisterTold(int Accepted, int Changed, int Unchanged, IReadOnlyList<NotTaken> Rejected, IReadOnlyList<FoundTable> Tables)
{
    /// <summary>Columns nobody knows by their titles, and those a person has matched: what can be matched by hand.</summary>
    public IReadOnlyList<FoundColumn> ToMatch =>
        [.. Tables.SelectMany(t => t.Columns).Where(c => c.Title.Length > 0 && c.Match is ColumnMatch.Unknown or ColumnMatch.ByHand).DistinctBy(c => c.Title)];

    /// <summary>The first words under a column, so that a person knows which it is.</summary>
    public string? SampleOf(FoundColumn column) =>
        (from table in Tables
         from known in table.Columns
         where known.Title == column.Title
         from row in table.Rows
         let text = row.Source[known.Index].Text.Trim()
         where text.Length > 0
         select text).FirstOrDefault();
}

/// <summary>Takes a register in: the one way of every room that keeps one, so that each brings only its columns and what it does with a row.</summary>
public static class RegisterIntake
{
    private const string DryRun = "register.dryRun";

    /// <param name="register">What it is a register of, for columns matched by hand: they are remembered for the council's next file.</param>
    /// <param name="dryRun">Tells what would happen and stores nothing: the real run, rolled back.</param>
    /// <param name="take">One transaction; may refuse.</param>
    /// <returns>Refusals of <paramref name="take"/>, <c>file.*</c>, <c>table.*</c>.</returns>
    public static async Task<Result<RegisterTold>> TakeInAsync(
        this OperationRunner operations, string register, RegisterFile file, HeaderFinder finder, bool dryRun, Acting acting,
        Func<Work, IReadOnlyList<FoundTable>, CancellationToken, Task<Result<RegisterTold>>> take, CancellationToken ct)
    {
        var read = TableReader.Read(file.Content, file.FileName, cancellationToken: ct);
        if (read.IsRefused)
        {
            return Result<RegisterTold>.Refuse([.. read.Refusals.Select(r => r.At("File"))]);
        }

        RegisterTold? told = null;
        var done = await operations.RunAsync(acting, async (work, token) =>
        {
            var found = finder.FindAll(read.Value, new HandMapping { Titles = await TitlesAsync(work.Db, register, file, token) });
            if (found.IsRefused)
            {
                return Result.Refuse([.. found.Refusals.Select(r => r.At("File"))]);
            }

            var taken = await take(work, found.Value, token);
            if (taken.IsRefused)
            {
                return taken;
            }

            told = taken.Value;
            await ColumnMemory.KeepAsync(work.Db, register, file.CouncilId, file.Columns, finder.Columns, token);

            return dryRun ? new Refusal(DryRun) : Result.Done;
        }, ct);

        return done.Refusals is [] or [{ Code: DryRun }] ? told! : Result<RegisterTold>.Refuse(done.Refusals);
    }

    /// <summary>What is chosen now over what was chosen for an earlier file.</summary>
    private static async Task<Dictionary<string, string?>> TitlesAsync(Db db, string register, RegisterFile file, CancellationToken ct)
    {
        var titles = await ColumnMemory.ReadAsync(db, register, file.CouncilId, ct);
        foreach (var (title, key) in file.Columns)
        {
            titles[VietnameseText.Fold(title)] = string.IsNullOrEmpty(key) ? null : key;
        }

        return titles;
    }
}

using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Documents.Files;
using NghiTruong.Documents.Uploads;
using NghiTruong.Journal;
using NghiTruong.Law.Catalogues;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.CitizenLetters;

/// <summary>A letter as it is taken in.</summary>
public sealed record CitizenLetterInput
{
    /// <summary>Comes from the form, so that a letter sent again on a poor line is the same letter.</summary>
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required CitizenLetterKind Kind { get; init; }

    public CitizenLetterSource Source { get; init; } = CitizenLetterSource.Direct;

    [StringLength(300)]
    public string? SourceNote { get; init; }

    public Guid? DelegateId { get; init; }

    [StringLength(200)]
    public string? DelegateName { get; init; }

    [StringLength(60)]
    public string? RegisterNumber { get; init; }

    /// <summary>Null is today.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? WrittenOn { get; init; }

    [StringLength(10_000)]
    public required string Summary { get; init; }

    public string? Field { get; init; }

    /// <summary>Empty for a letter without a name.</summary>
    public IReadOnlyList<SenderName> Senders { get; init; } = [];

    /// <summary>How many sent it, where not all are written down.</summary>
    [Range(1, 100_000)]
    public int? People { get; init; }

    /// <summary>The letter photographed or scanned; of a kind that is protected taken in encrypted.</summary>
    public IReadOnlyList<StagedFile> Files { get; init; } = [];

    public int? Version { get; init; }
}

/// <summary>Vào sổ: letters come in, are mended, and are protected once they turn out to be what must be.</summary>
public sealed class CitizenLetterIntake(OperationRunner operations, SenderVault vault, CitizenLetterTerms terms, DelegatePicker delegates, FileStore files)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>citizenLetter.summaryMissing</c>, <c>.receivedInFuture</c>, <c>.writtenAfterReceived</c>, <c>.fieldUnknown</c>, <c>.senderMissing</c>,
    /// <c>.delegateMissing</c>, <c>.bodyMissing</c>, <c>.namesSender</c>, <c>.fileNotProtected</c>, <c>text.secret</c>.</returns>
    public Task<Result<string>> RegisterAsync(CitizenLetterInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<RegisterCitizenLetters>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            var kept = await RegisterAsync(work, asked, council, capacity, token);

            return kept.IsRefused ? Result<string>.Refuse(kept.Refusals) : kept.Value.Code;
        }, ct);

    /// <summary>The same inside another operation that has found the council and the right to write to it: a reception takes a letter.</summary>
    public async Task<Result<CitizenLetter>> RegisterAsync(Work work, CitizenLetterInput asked, Council council, Capacity capacity, CancellationToken ct)
    {
        await work.HoldAsync(council.Id, ct);
        if (asked.Id is { } form && await work.Db.Set<CitizenLetter>().FirstOrDefaultAsync(l => l.Id == form && l.CouncilId == council.Id, ct) is { } sent)
        {
            return sent;
        }

        asked = await NamedAsync(asked, ct);
        var isProtected = CitizenLetterRules.IsProtected(asked.Kind);
        var wrong = WrongIn(asked, isProtected, work.Today);
        if (asked.DelegateId is { } carrier && await DelegatePicker.UnknownAsync(work.Db, council.Id, asked.ReceivedOn ?? work.Today, [carrier], ct) is { Count: > 0 })
        {
            wrong.Add(new Refusal("citizenLetter.delegateUnknown", nameof(asked.DelegateId)));
        }

        if (wrong.Count > 0)
        {
            return Result<CitizenLetter>.Refuse(wrong);
        }

        var letter = await NewAsync(work, asked, council, isProtected, ct);
        work.Db.AddRange(asked.Senders.Select(s => vault.Keep(letter, s)));
        if (isProtected)
        {
            work.Db.Add(new LetterHandler { Id = Guid.CreateVersion7(), LetterId = letter.Id, UserId = work.Acting.UserId, From = work.Today });
        }

        await AttachAsync(work, letter, asked.Files, ct);
        work.Record(new CitizenLetterRegistered(CitizenLetterEvent.About(letter), letter.Kind, letter.Source, letter.ReceivedOn), capacity);

        return letter;
    }

    /// <summary>Mends what was entered while nothing has been decided. A kind that is protected seals what stood in the clear, takes it out of the journal and search and encrypts the scans.</summary>
    /// <returns>Refusals <c>citizenLetter.notFound</c>, <c>.notAllowed</c>, <c>.notHandler</c>, <c>.alreadyDecided</c>, <c>record.changedMeanwhile</c> and those of <see cref="RegisterAsync(CitizenLetterInput, Acting, CancellationToken)"/>.</returns>
    public Task<Result> MendAsync(string code, CitizenLetterInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.LetterAsync<HandleCitizenLetters>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (letter, capacity) = found.Value;
            if (!CitizenLetterStates.Undecided.Contains(letter.State) || Work.ChangedMeanwhile(letter, asked.Version) is not null)
            {
                return CitizenLetterStates.Undecided.Contains(letter.State) ? new Refusal("record.changedMeanwhile") : new Refusal("citizenLetter.alreadyDecided", null, code);
            }

            var senders = await work.Db.Set<LetterSender>().AsNoTracking().Where(s => s.LetterId == letter.Id).OrderBy(s => s.Id).ToListAsync(token);
            var (wasProtected, isProtected) = (letter.IsProtected, letter.IsProtected || CitizenLetterRules.IsProtected(asked.Kind));
            // Who sent it is not asked again: it stands where it was written, sealed or not.
            var whole = await NamedAsync(asked, token) with { Senders = senders.ConvertAll(vault.Open), Files = [] };
            if (WrongIn(whole, isProtected, work.Today) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            var before = letter.Summary;
            Fill(letter, whole, work.Today);
            letter.IsProtected = isProtected;
            letter.Start(await terms.DueAsync(work, CitizenLetterRules.FirstRule(letter.Kind), letter.CouncilId, letter.ReceivedOn, token));
            if (isProtected && !wasProtected)
            {
                await ProtectAsync(work, letter, before, senders, token);
                work.Record(new CitizenLetterProtected(CitizenLetterEvent.About(letter), letter.Kind), capacity);
            }
            else
            {
                work.Record(new CitizenLetterMended(CitizenLetterEvent.About(letter)), capacity);
            }

            return Result.Done;
        }, ct);

    /// <summary>More papers of the letter.</summary>
    /// <returns>Refusals <c>citizenLetter.notFound</c>, <c>.notAllowed</c>, <c>.notHandler</c>, <c>.fileNotProtected</c>.</returns>
    public Task<Result> AddFilesAsync(string code, IReadOnlyList<StagedFile> added, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.LetterAsync<RegisterCitizenLetters>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (letter, capacity) = found.Value;
            if (letter.IsProtected && added.Any(f => f.SealedKey is null))
            {
                return new Refusal("citizenLetter.fileNotProtected", "Files");
            }

            await AttachAsync(work, letter, added, token);
            work.Record(new CitizenLetterMended(CitizenLetterEvent.About(letter)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>A delegate chosen from the register is named as it names them.</summary>
    private async Task<CitizenLetterInput> NamedAsync(CitizenLetterInput asked, CancellationToken ct) =>
        asked.DelegateId is { } id && (await delegates.NamesAsync([id], ct)).GetValueOrDefault(id) is { } known ? asked with { DelegateName = known.Name } : asked;

    private static List<Refusal> WrongIn(CitizenLetterInput asked, bool isProtected, DateOnly today)
    {
        var received = asked.ReceivedOn ?? today;
        List<Refusal?> wrong =
        [
            string.IsNullOrWhiteSpace(asked.Summary) ? new Refusal("citizenLetter.summaryMissing", nameof(asked.Summary)) : null,
            received > today ? new Refusal("citizenLetter.receivedInFuture", nameof(asked.ReceivedOn)) : null,
            asked.WrittenOn > received ? new Refusal("citizenLetter.writtenAfterReceived", nameof(asked.WrittenOn)) : null,
            asked.Field is { } field && Catalogue.Of(CatalogueKind.Field, field) is null ? new Refusal("citizenLetter.fieldUnknown", nameof(asked.Field)) : null,
            asked.Senders.Any(s => string.IsNullOrWhiteSpace(s.Name)) ? new Refusal("citizenLetter.senderMissing", "SenderName") : null,
            asked.Source == CitizenLetterSource.Delegate && string.IsNullOrWhiteSpace(asked.DelegateName) ? new Refusal("citizenLetter.delegateMissing", nameof(asked.DelegateName)) : null,
            asked.Source == CitizenLetterSource.OtherBody && string.IsNullOrWhiteSpace(asked.SourceNote) ? new Refusal("citizenLetter.bodyMissing", nameof(asked.SourceNote)) : null,
            isProtected ? SenderVault.NamedIn(asked.Summary, asked.Senders, nameof(asked.Summary)) : null,
            isProtected ? SenderVault.NamedIn(asked.SourceNote, asked.Senders, nameof(asked.SourceNote)) : null,
            isProtected && asked.Files.Any(f => f.SealedKey is null) ? new Refusal("citizenLetter.fileNotProtected", nameof(asked.Files)) : null,
            Secrets.InText(asked.Summary, nameof(asked.Summary)),
        ];

        return [.. wrong.OfType<Refusal>(), .. InputShape.WrongIn(asked)];
    }

    private async Task<CitizenLetter> NewAsync(Work work, CitizenLetterInput asked, Council council, bool isProtected, CancellationToken ct)
    {
        var received = asked.ReceivedOn ?? work.Today;
        var number = await CodeSeries.NextAsync(work.Db, CitizenLetterCode.Series(council.Code, received.Year), 1, ct);
        var isFree = asked.Id is { } form && !await work.Db.Set<CitizenLetter>().AnyAsync(l => l.Id == form, ct);
        var letter = new CitizenLetter
        {
            Id = isFree ? asked.Id!.Value : Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = CitizenLetterCode.Of(council.Code, received.Year, number),
            Kind = asked.Kind,
            IsProtected = isProtected,
            Source = asked.Source,
            RegisteredBy = work.Acting.UserId,
            ReceivedOn = received,
            Summary = asked.Summary.Trim(),
            CreatedAt = work.Now,
        };
        Fill(letter, asked, work.Today);
        letter.Start(await terms.DueAsync(work, CitizenLetterRules.FirstRule(letter.Kind), council.Id, received, ct));
        work.Db.Add(letter);

        return letter;
    }

    private static void Fill(CitizenLetter letter, CitizenLetterInput asked, DateOnly today)
    {
        (letter.Kind, letter.Source, letter.SourceNote) = (asked.Kind, asked.Source, CitizenLetterFinder.Clean(asked.SourceNote));
        var isByDelegate = asked.Source == CitizenLetterSource.Delegate;
        (letter.DelegateId, letter.DelegateName) = isByDelegate ? (asked.DelegateId, CitizenLetterFinder.Clean(asked.DelegateName)) : (null, null);
        (letter.RegisterNumber, letter.ReceivedOn, letter.WrittenOn) = (CitizenLetterFinder.Clean(asked.RegisterNumber), asked.ReceivedOn ?? today, asked.WrittenOn);
        (letter.Summary, letter.Field, letter.IsAnonymous) = (asked.Summary.Trim(), asked.Field, asked.Senders.Count == 0);
        letter.Senders = Math.Max(asked.People ?? 1, Math.Max(1, asked.Senders.Count));
    }

    private static async Task AttachAsync(Work work, CitizenLetter letter, IReadOnlyList<StagedFile> staged, CancellationToken ct)
    {
        var before = await work.Db.Set<FileUse>().CountAsync(u => u.OwnerId == letter.Id, ct);
        for (var i = 0; i < staged.Count; i++)
        {
            // A file's own name often is the sender's, and the journal would keep it.
            await work.AttachAsync(staged[i] with { FileName = $"don-{before + i + 1}{staged[i].Kind.Extension()}" }, CitizenLetterFiles.OwnerKind, letter.Id, ct);
        }
    }

    /// <summary>Passes by the change tracker where the journal would write down what is to be hidden.</summary>
    private async Task ProtectAsync(Work work, CitizenLetter letter, string before, List<LetterSender> senders, CancellationToken ct)
    {
        await work.Db.ForgetWhollyAsync(ct);
        foreach (var sender in senders)
        {
            vault.Close(letter, sender);
            await work.Db.Set<LetterSender>().Where(s => s.Id == sender.Id).ExecuteUpdateAsync(
                set => set.SetProperty(s => s.Sealed, sender.Sealed).SetProperty(s => s.Likeness, sender.Likeness)
                    .SetProperty(s => s.Name, (string?)null).SetProperty(s => s.Address, (string?)null).SetProperty(s => s.IdentityNumber, (string?)null).SetProperty(s => s.Phone, (string?)null),
                ct);
        }

        if (letter.Summary != before)
        {
            var summary = letter.Summary;
            await work.Db.Set<CitizenLetter>().Where(l => l.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.Summary, summary), ct);
            work.Db.Entry(letter).Property(l => l.Summary).OriginalValue = summary;
        }

        work.Db.Add(new LetterHandler { Id = Guid.CreateVersion7(), LetterId = letter.Id, UserId = work.Acting.UserId, From = work.Today });
        // The journal keeps its digests and still verifies; what they told of persons goes.
        await work.Db.Set<JournalPersonalValue>().Where(v => v.SubjectId == letter.Id).ExecuteDeleteAsync(ct);
        var uses = await work.Db.Set<FileUse>().Where(u => u.OwnerId == letter.Id).OrderBy(u => u.Id).ToListAsync(ct);
        List<StagedFile> again = [];
        foreach (var use in uses)
        {
            var file = await work.Db.Set<StoredFile>().FirstAsync(f => f.Id == use.FileId, ct);
            if (file.SealedKey is null && await files.OpenAsync(file, ct) is { } content)
            {
                await using (content)
                {
                    using var bytes = new MemoryStream();
                    await content.CopyToAsync(bytes, ct);
                    again.Add(await files.PutAsync(letter.CouncilId, bytes.ToArray(), new Upload(file.Kind, use.FileName, file.Length, []), isProtected: true, ct));
                }

                work.Db.Remove(use);
            }
        }

        await AttachAsync(work, letter, again, ct);
    }
}

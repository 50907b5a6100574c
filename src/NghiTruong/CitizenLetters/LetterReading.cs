using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.CitizenLetters;

/// <summary>Who may know who sent a letter. Of a protected one its named handlers alone, and the journal tells each reading.</summary>
public sealed class LetterReading(OperationRunner operations, SenderVault vault)
{
    /// <returns>The senders; refusals <c>citizenLetter.notFound</c>, <c>.notAllowed</c>, <c>.notHandler</c>.</returns>
    public Task<Result<IReadOnlyList<SenderName>>> SendersAsync(string code, SenderReading how, Acting acting, CancellationToken ct) =>
        operations.RunAsync<IReadOnlyList<SenderName>>(acting, async (work, token) =>
        {
            var found = await work.LetterAsync<ReadCitizenLetters>(code, token);
            if (found.IsRefused)
            {
                return Result<IReadOnlyList<SenderName>>.Refuse(found.Refusals);
            }

            var (letter, capacity) = found.Value;
            if (letter.IsProtected)
            {
                // An agency that got the letter reads the sender on the handler's paper, not here.
                if (capacity.AgencyId is not null)
                {
                    return new Refusal("citizenLetter.notHandler", null, code);
                }

                work.Record(new CitizenLetterSenderRead(CitizenLetterEvent.About(letter), how), capacity);
            }

            return Result.Of<IReadOnlyList<SenderName>>((await work.SendersAsync(letter.Id, token)).ConvertAll(vault.Open));
        }, ct);

    /// <summary>Tells the journal that a scan of a protected letter is read; false is "not found".</summary>
    internal async Task<bool> FileAsync(Guid letterId, Acting acting, CancellationToken ct) => !(await operations.RunAsync(acting, async (work, token) =>
    {
        if (await work.Db.Set<CitizenLetter>().ReadableBy(acting, work.Db).FirstOrDefaultAsync(l => l.Id == letterId, token) is not { } letter)
        {
            return new Refusal("citizenLetter.notFound");
        }

        if (letter.IsProtected && work.CapacityFor<ReadCitizenLetters>(letter) is { } capacity)
        {
            work.Record(new CitizenLetterSenderRead(CitizenLetterEvent.About(letter), SenderReading.File), capacity);
        }

        return Result.Done;
    }, ct)).IsRefused;
}

/// <summary>Names who handles a protected letter, and takes them off.</summary>
public sealed class LetterHandlers(OperationRunner operations)
{
    /// <summary>Adds a handler: somebody who works at the council. The Standing Committee names anybody; a clerk only on letters they handle.</summary>
    /// <returns>Refusals <c>citizenLetter.notFound</c>, <c>.notAllowed</c>, <c>.notHandler</c>, <c>.notProtected</c>, <c>.handlerUnknown</c>.</returns>
    public Task<Result> NameAsync(string code, Guid user, Acting acting, CancellationToken ct) => ActAsync(code, acting, async (work, letter, capacity, token) =>
    {
        if (await PersonAsync(work, letter, user, token) is not { } name)
        {
            return new Refusal("citizenLetter.handlerUnknown", "UserId");
        }

        if (!await work.Db.Set<LetterHandler>().AnyAsync(h => h.LetterId == letter.Id && h.UserId == user && h.Until == null, token))
        {
            work.Db.Add(new LetterHandler { Id = Guid.CreateVersion7(), LetterId = letter.Id, UserId = user, From = work.Today });
            work.Record(new LetterHandlerNamed(CitizenLetterEvent.About(letter), name), capacity);
        }

        return Result.Done;
    }, ct);

    /// <summary>Takes a handler off: from now on they read nothing of the letter. The last one stays.</summary>
    /// <returns>Refusals as of <see cref="NameAsync"/>, <c>citizenLetter.lastHandler</c>.</returns>
    public Task<Result> TakeOffAsync(string code, Guid user, Acting acting, CancellationToken ct) => ActAsync(code, acting, async (work, letter, capacity, token) =>
    {
        var present = await work.Db.Set<LetterHandler>().Where(h => h.LetterId == letter.Id && h.Until == null).ToListAsync(token);
        if (present.Find(h => h.UserId == user) is not { } handler)
        {
            return new Refusal("citizenLetter.handlerUnknown", "UserId");
        }

        if (present.Count == 1)
        {
            return new Refusal("citizenLetter.lastHandler", "UserId");
        }

        handler.Until = work.Today;
        work.Record(new LetterHandlerTakenOff(CitizenLetterEvent.About(letter), await work.Db.Set<User>().Where(u => u.Id == user).Select(u => u.FullName).FirstOrDefaultAsync(token) ?? ""), capacity);

        return Result.Done;
    }, ct);

    private static async Task<string?> PersonAsync(Work work, CitizenLetter letter, Guid user, CancellationToken ct) => await (
        from person in work.Db.Set<User>()
        join grant in work.Db.Set<Grant>() on person.Id equals grant.UserId
        where person.Id == user && !person.IsDisabled && grant.CouncilId == letter.CouncilId && grant.AgencyId == null && grant.From <= work.Today && (grant.Until == null || grant.Until >= work.Today)
            && (grant.Role == Role.Clerk || grant.Role == Role.StandingCommittee || grant.Role == Role.CommitteeHead || grant.Role == Role.Delegate)
        select person.FullName).FirstOrDefaultAsync(ct);

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, CitizenLetter, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.LetterAsync<NameLetterHandlers>(code, token, byHandlers: false);
            if (found.IsRefused)
            {
                return found;
            }

            var (letter, capacity) = found.Value;
            if (!letter.IsProtected)
            {
                return new Refusal("citizenLetter.notProtected", null, code);
            }

            if (capacity.Role == Role.Clerk && !await work.IsHandlerAsync(letter.Id, token))
            {
                return new Refusal("citizenLetter.notHandler", null, code);
            }

            await work.HoldAsync(letter.CouncilId, token);

            return await act(work, letter, capacity, token);
        }, ct);
}

/// <summary>The one paper that names who sent a protected letter: made by a handler, told in the journal, kept nowhere.</summary>
public sealed class SenderPaper(LetterReading reading, IDbContextFactory<Db> contexts, LetterForms forms, FormTexts form, TimeProvider clock) : IDocumentKind
{
    public string Kind => "citizenLetters.senders";

    public IReadOnlyList<string> Fields { get; } = ["MaDon", "LoaiDon", "NgayNhan", "NguoiGui"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <returns>The paper; refusals as of <see cref="LetterReading.SendersAsync"/>.</returns>
    public async Task<Result<WordDocument>> WriteAsync(string code, Acting acting, CancellationToken ct)
    {
        var senders = await reading.SendersAsync(code, SenderReading.Paper, acting, ct);
        if (senders.IsRefused)
        {
            return Result<WordDocument>.Refuse(senders.Refusals);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var letter = await db.Set<CitizenLetter>().AsNoTracking().FirstAsync(l => l.Code == code, ct);
        var sender = await SenderForm.ReadAsync(db, form, letter.CouncilId, null, clock.Today, ct);
        var people = string.Join('\n', senders.Value.Select(s => string.Join("; ", new[] { s.Name, s.Address, s.IdentityNumber, s.Phone }.Where(p => !string.IsNullOrWhiteSpace(p)))));
        var kind = form["form.citizenLetter.kind." + letter.Kind];
        var content = new LetterContent
        {
            Body =
            [
                new ParagraphBlock(form["form.citizenLetter.senders.opening", kind, letter.Code, form.Day(letter.ReceivedOn)]),
                .. FormTexts.Paragraphs(people.Length == 0 ? form["form.citizenLetter.senders.none"] : people),
                new ParagraphBlock(form["form.citizenLetter.senders.close"]),
            ],
            Values = new Dictionary<string, string?> { ["MaDon"] = letter.Code, ["LoaiDon"] = kind, ["NgayNhan"] = form.Day(letter.ReceivedOn), ["NguoiGui"] = people },
        };
        var document = new OfficialDocument
        {
            Letterhead = sender.Head(null, form["form.notation"], WrittenDate.Open(clock.Today.Year)),
            Title = new DocumentTitle(form["form.citizenLetter.senders.title"], form["form.citizenLetter.senders.about", letter.Code]),
            Body = content.Body,
            Signatures = [sender.Signature],
            Recipients = [form["form.archive"]],
        };
        Dictionary<string, string?> values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender.OrganInText, sender.Organ, sender.UpperOrgan, sender.Place);
        var written = await forms.FillAsync(db, letter.CouncilId, this, document, content, values, ct);

        return written.IsRefused ? Result<WordDocument>.Refuse(written.Refusals) : new WordDocument($"nguoi-gui-{letter.Code}.docx", written.Value);
    }
}

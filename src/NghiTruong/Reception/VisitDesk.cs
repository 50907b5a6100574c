using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.CitizenLetters;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Threads;

namespace NghiTruong.Reception;

/// <summary>A citizen as they are received.</summary>
public sealed record VisitInput
{
    public Guid? Id { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary>Code of the reception; null for one who came between.</summary>
    public string? Reception { get; init; }

    public DateOnly? On { get; init; }

    public required SenderName Person { get; init; }

    [StringLength(10_000)]
    public required string Summary { get; init; }

    public required CitizenLetterKind Kind { get; init; }

    public string? Field { get; init; }

    [Range(1, 100_000)]
    public int People { get; init; } = 1;

    [StringLength(300)]
    public string? SettledBy { get; init; }

    /// <summary>Papers handed over, one a line.</summary>
    [StringLength(4000)]
    public string? Papers { get; init; }

    /// <summary>A letter was handed over: it goes into the register of letters at once. Always so of a denunciation.</summary>
    public bool TakesLetter { get; init; }

    public IReadOnlyList<StagedFile> Files { get; init; } = [];
}

/// <summary>Sổ tiếp công dân: each citizen received, and what became of it.</summary>
public sealed class VisitDesk(OperationRunner operations, ReceptionDesk receptions, CitizenLetterIntake letters, RuleBook rules, IEnumerable<IThreadTeller> tellers)
{
    private const string PetitionKind = "petition";

    /// <returns>The code; refusals <c>council.notFound</c>, <c>reception.notFound</c>, <c>visit.nameMissing</c>, <c>.summaryMissing</c>, <c>.inFuture</c>, and those of the letter that is taken.</returns>
    public Task<Result<string>> ReceiveAsync(VisitInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<KeepReceptionBook>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } form && await work.Db.Set<CitizenVisit>().FirstOrDefaultAsync(v => v.Id == form && v.CouncilId == council.Id, token) is { } sent)
            {
                return sent.Code;
            }

            CitizenReception? reception = null;
            if (asked.Reception is { } held && (reception = await work.Db.Set<CitizenReception>().FirstOrDefaultAsync(r => r.Code == held && r.CouncilId == council.Id, token)) is null)
            {
                return new Refusal("reception.notFound", nameof(asked.Reception), held);
            }

            var on = asked.On ?? (reception?.PlannedOn <= work.Today ? reception.PlannedOn : work.Today);
            if (WrongIn(asked, on, work.Today) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            if (reception is { State: ReceptionState.Scheduled })
            {
                await receptions.HoldAsync(work, reception, on, capacity, token);
            }

            var visit = await AddAsync(work, asked, council, reception, on, token);
            work.Record(new CitizenReceived(VisitEvent.About(visit), visit.Kind, on), capacity);
            if (!visit.IsProtected && !asked.TakesLetter)
            {
                return visit.Code;
            }

            return await TakeLetterAsync(work, visit, Letter(asked, council, on, reception), council, capacity, token) is { } refused ? Result<string>.Refuse(refused) : visit.Code;
        }, ct);

    /// <summary>The letter handed over goes into the register; its way is the book's columns 10 to 12 from now on.</summary>
    /// <returns>Refusals <c>visit.notFound</c>, <c>visit.alreadySettled</c> and those of the letter.</returns>
    public Task<Result> TakeLetterAsync(string code, IReadOnlyList<StagedFile> files, Acting acting, CancellationToken ct) => ActAsync(code, VisitOutcome.Pending, acting, async (work, visit, capacity, token) =>
    {
        var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == visit.CouncilId, token);
        var letter = new CitizenLetterInput
        {
            CouncilId = council.Id, Kind = visit.Kind, Source = CitizenLetterSource.Reception, ReceivedOn = visit.On, Summary = visit.Summary ?? "", People = visit.People, Files = files,
            Senders = [new SenderName(visit.PersonName ?? "", visit.Address, visit.IdentityNumber, visit.Phone)],
        };

        return await TakeLetterAsync(work, visit, letter, council, capacity, token) is { } refused ? Result.Refuse(refused) : Result.Done;
    }, ct);

    /// <summary>It was recorded as a voters' petition, which has a code already.</summary>
    /// <returns>Refusals <c>visit.notFound</c>, <c>visit.alreadySettled</c>, <c>visit.petitionUnknown</c>.</returns>
    public Task<Result> LinkPetitionAsync(string code, string? petition, Acting acting, CancellationToken ct) => ActAsync(code, VisitOutcome.Pending, acting, async (work, visit, capacity, token) =>
    {
        var asked = petition?.Trim() ?? "";
        if (tellers.FirstOrDefault(t => t.Kind == PetitionKind) is not { } teller || await teller.FindAsync(work.Db, asked, acting, token) is null)
        {
            return new Refusal("visit.petitionUnknown", "Petition", asked);
        }

        visit.TakePetition(asked);
        work.Record(new VisitSettled(VisitEvent.About(visit), visit.Outcome, asked), capacity);

        return Result.Done;
    }, ct);

    /// <returns>Refusals <c>visit.notFound</c>, <c>visit.alreadySettled</c>, <c>visit.bodyMissing</c>.</returns>
    public Task<Result> GuideAsync(string code, string? to, string? number, Acting acting, CancellationToken ct) => ActAsync(code, VisitOutcome.Pending, acting, (work, visit, capacity, _) =>
    {
        if (string.IsNullOrWhiteSpace(to))
        {
            return Task.FromResult<Result>(new Refusal("visit.bodyMissing", "To"));
        }

        visit.Guide(to.Trim(), Clean(number));
        work.Record(new VisitSettled(VisitEvent.About(visit), visit.Outcome, visit.GuidanceNumber), capacity);

        return Task.FromResult(Result.Done);
    }, ct);

    /// <returns>Refusals <c>visit.notFound</c>, <c>visit.alreadySettled</c>, <c>visit.wordsMissing</c>.</returns>
    public Task<Result> ExplainAsync(string code, string? words, Acting acting, CancellationToken ct) => ActAsync(code, VisitOutcome.Pending, acting, (work, visit, capacity, _) =>
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return Task.FromResult<Result>(new Refusal("visit.wordsMissing", "Words"));
        }

        visit.Explain(words.Trim());
        work.Record(new VisitSettled(VisitEvent.About(visit), visit.Outcome, null), capacity);

        return Task.FromResult(Result.Done);
    }, ct);

    /// <summary>Từ chối tiếp: the notice (Mẫu 01/TCD) is owed by the rule <c>RECEPTION_REFUSAL</c>.</summary>
    /// <returns>Refusals <c>visit.notFound</c>, <c>visit.alreadySettled</c>, <c>visit.reasonMissing</c>.</returns>
    public Task<Result> RefuseAsync(string code, string? because, Acting acting, CancellationToken ct) => ActAsync(code, VisitOutcome.Pending, acting, async (work, visit, capacity, token) =>
    {
        if (string.IsNullOrWhiteSpace(because))
        {
            return new Refusal("visit.reasonMissing", "Reason");
        }

        var tier = await work.Db.Set<Council>().Where(c => c.Id == visit.CouncilId).Select(c => c.Tier).FirstAsync(token);
        visit.Refuse(because.Trim(), (await rules.ReadAsync(token)).Due(DeadlineRuleCatalogue.ReceptionRefusal, tier.ToString(), visit.CouncilId, visit.On)?.Deadline.Due);
        work.Record(new VisitSettled(VisitEvent.About(visit), visit.Outcome, null), capacity);

        return Result.Done;
    }, ct);

    /// <returns>Refusals <c>visit.notFound</c>, <c>visit.notRefused</c>, <c>visit.inFuture</c>.</returns>
    public Task<Result> SendRefusalAsync(string code, string? number, DateOnly? day, Acting acting, CancellationToken ct) => ActAsync(code, VisitOutcome.Refused, acting, (work, visit, capacity, _) =>
    {
        var on = day ?? work.Today;
        if (on > work.Today || on < visit.On || visit.RefusalSentOn is not null)
        {
            return Task.FromResult<Result>(new Refusal(visit.RefusalSentOn is null ? "visit.inFuture" : "visit.alreadySettled", "On", code));
        }

        visit.SendRefusal(Clean(number), on);
        work.Record(new RefusalSent(VisitEvent.About(visit), visit.RefusalNumber, on), capacity);

        return Task.FromResult(Result.Done);
    }, ct);

    private static List<Refusal> WrongIn(VisitInput asked, DateOnly on, DateOnly today)
    {
        List<Refusal?> wrong =
        [
            string.IsNullOrWhiteSpace(asked.Person.Name) ? new Refusal("visit.nameMissing", "Name") : null,
            string.IsNullOrWhiteSpace(asked.Summary) ? new Refusal("visit.summaryMissing", nameof(asked.Summary)) : null,
            on > today ? new Refusal("visit.inFuture", nameof(asked.On)) : null,
            Secrets.InText(asked.Summary, nameof(asked.Summary)),
        ];

        return [.. wrong.OfType<Refusal>(), .. InputShape.WrongIn(asked)];
    }

    private static async Task<CitizenVisit> AddAsync(Work work, VisitInput asked, Council council, CitizenReception? reception, DateOnly on, CancellationToken ct)
    {
        var number = await CodeSeries.NextAsync(work.Db, ReceptionCode.Series(ReceptionCode.Visit, council.Code, on.Year), 1, ct);
        var isFree = asked.Id is { } form && !await work.Db.Set<CitizenVisit>().AnyAsync(v => v.Id == form, ct);
        var isProtected = CitizenLetterRules.IsProtected(asked.Kind);
        var visit = new CitizenVisit
        {
            Id = isFree ? asked.Id!.Value : Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = ReceptionCode.Of(ReceptionCode.Visit, council.Code, on.Year, number),
            Number = number,
            ReceptionId = reception?.Id,
            On = on,
            IsProtected = isProtected,
            Kind = asked.Kind,
            People = asked.People,
            CreatedAt = work.Now,
        };
        if (!isProtected)
        {
            (visit.PersonName, visit.Address, visit.IdentityNumber, visit.Phone) = (asked.Person.Name.Trim(), asked.Person.Address, asked.Person.IdentityNumber, asked.Person.Phone);
            (visit.Summary, visit.Papers, visit.SettledBy) = (asked.Summary.Trim(), Clean(asked.Papers), Clean(asked.SettledBy));
        }

        work.Db.Add(visit);

        return visit;
    }

    private static CitizenLetterInput Letter(VisitInput asked, Council council, DateOnly on, CitizenReception? reception) => new()
    {
        CouncilId = council.Id, Kind = asked.Kind, Source = CitizenLetterSource.Reception, ReceivedOn = on, Summary = asked.Summary, Field = asked.Field, People = asked.People, Senders = [asked.Person], Files = asked.Files,
        SourceNote = reception?.Code,
    };

    private async Task<IReadOnlyList<Refusal>?> TakeLetterAsync(Work work, CitizenVisit visit, CitizenLetterInput input, Council council, Capacity capacity, CancellationToken ct)
    {
        var letter = await letters.RegisterAsync(work, input, council, capacity, ct);
        if (letter.IsRefused)
        {
            return letter.Refusals;
        }

        visit.TakeLetter(letter.Value.Id, letter.Value.Code);
        work.Record(new VisitSettled(VisitEvent.About(visit), visit.Outcome, letter.Value.Code), capacity);

        return null;
    }

    private Task<Result> ActAsync(string code, VisitOutcome state, Acting acting, Func<Work, CitizenVisit, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await work.Db.Set<CitizenVisit>().VisibleTo(acting).FirstOrDefaultAsync(v => v.Code == code, token) is not { } visit || work.CapacityFor<KeepReceptionBook>(visit) is not { } capacity)
            {
                return new Refusal("visit.notFound", null, code);
            }

            return visit.Outcome == state ? await act(work, visit, capacity, token) : new Refusal(state == VisitOutcome.Refused ? "visit.notRefused" : "visit.alreadySettled", null, code);
        }, ct);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

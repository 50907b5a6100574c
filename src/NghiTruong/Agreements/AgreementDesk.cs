using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Coverage;
using NghiTruong.Documents.Files;
using NghiTruong.Law;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Agreements;

/// <summary>Entering agreements, setting them right, their steps, what ends them.</summary>
public sealed class AgreementDesk(OperationRunner operations, RuleBook rules, AgreementDuties duties, CoverageBook coverage)
{
    /// <returns>The code; refusals of <see cref="AgreementRules.WrongIn(AgreementInput, DateOnly)"/>, <c>council.notFound</c>, <c>agreement.duplicate</c>, <c>agreement.bodyUnknown</c>, <c>agency.notFound</c>.</returns>
    public Task<Result<string>> RecordAsync(AgreementInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<KeepAgreements>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } sent && await work.Db.Set<CoordinationAgreement>().FirstOrDefaultAsync(a => a.Id == sent, token) is { } standing)
            {
                return standing.CouncilId == council.Id ? standing.Code : new Refusal("agreement.notFound", nameof(asked.Id));
            }

            var id = asked.Id ?? Guid.CreateVersion7();
            var parties = await CheckAsync(work, asked, id, council.Id, [], token);
            if (parties.IsRefused)
            {
                return Result<string>.Refuse(parties.Refusals);
            }

            var agreement = await AgreementEntry.NewAsync(work, council, asked, parties.Value, token);
            agreement.Warn(AgreementRules.WarnDay(agreement, await rules.ReadAsync(token), council.Tier.ToString()));
            work.Record(new AgreementRecorded(AgreementEvent.About(agreement), agreement.Number, agreement.SignedOn), capacity);
            await coverage.SignedAsync(work, agreement, token);
            await AttachAsync(work, agreement, asked.File, token);

            return agreement.Code;
        }, ct);

    /// <returns>As <see cref="RecordAsync"/>, and <c>record.changedMeanwhile</c>, <c>agreement.partyOwes</c>, <c>agreement.closed</c>.</returns>
    public Task<Result> EditAsync(string code, AgreementInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, agreement, capacity, token) =>
        {
            if (Work.ChangedMeanwhile(agreement, asked.Version) is { } stale)
            {
                return stale;
            }

            var standing = await work.Db.Set<AgreementParty>().Where(p => p.AgreementId == agreement.Id).ToListAsync(token);
            var parties = await CheckAsync(work, asked, agreement.Id, agreement.CouncilId, standing, token);
            if (parties.IsRefused)
            {
                return Result.Refuse(parties.Refusals);
            }

            var gone = standing.Except(parties.Value).ToList();
            var goneIds = gone.ConvertAll(p => p.Id);
            if (await work.Db.Set<AgreementDuty>().AnyAsync(d => d.AgreementId == agreement.Id && d.EndedOn == null && goneIds.Contains(d.PartyId), token))
            {
                return new Refusal("agreement.partyOwes", nameof(asked.Parties));
            }

            work.Db.RemoveRange(gone);
            work.Db.AddRange(parties.Value.Except(standing));
            AgreementEntry.Write(agreement, asked, parties.Value);
            var tier = await work.Db.Set<Council>().Where(c => c.Id == agreement.CouncilId).Select(c => c.Tier).FirstAsync(token);
            agreement.Warn(AgreementRules.WarnDay(agreement, await rules.ReadAsync(token), tier.ToString()));
            work.Record(new AgreementEdited(AgreementEvent.About(agreement)), capacity);
            await AttachAsync(work, agreement, asked.File, token);

            return Result.Done;
        }, ct);

    /// <summary>The steps of the procedure as a whole, in their order.</summary>
    /// <returns>Refusals <c>agreement.partyUnknown</c>, <c>agreement.closed</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result> SetStepsAsync(string code, IReadOnlyList<AgreementStepInput> asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, agreement, capacity, token) =>
        {
            var wrong = asked.SelectMany(s => InputShape.WrongIn(s)).Concat(asked.Select(s => Secrets.InText(s.Content, nameof(s.Content))).OfType<Refusal>()).ToList();
            if (wrong.Count > 0)
            {
                return Result.Refuse(wrong);
            }

            var parties = await work.Db.Set<AgreementParty>().Where(p => p.AgreementId == agreement.Id).Select(p => p.Id).ToListAsync(token);
            if (asked.Any(s => s.PartyId is { } party && !parties.Contains(party)))
            {
                return new Refusal("agreement.partyUnknown", nameof(AgreementStepInput.PartyId));
            }

            work.Db.RemoveRange(await work.Db.Set<AgreementStep>().Where(s => s.AgreementId == agreement.Id).ToListAsync(token));
            var steps = asked.Where(s => !string.IsNullOrWhiteSpace(s.Content)).ToList();
            work.Db.AddRange(steps.Select((s, i) => new AgreementStep { Id = Guid.CreateVersion7(), AgreementId = agreement.Id, Place = i + 1, Content = s.Content.Trim(), PartyId = s.PartyId, Term = s.Term?.Trim() }));
            work.Record(new AgreementStepsSet(AgreementEvent.About(agreement), steps.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Ended before or at its time, with the reason; what is still owed under it is let go.</summary>
    /// <returns>Refusals <c>agreement.reasonMissing</c>, <c>agreement.endsInFuture</c>, <c>agreement.endsBeforeSigned</c>, <c>agreement.closed</c>.</returns>
    public Task<Result> EndAsync(string code, string? reason, DateOnly? on, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, agreement, capacity, token) =>
        {
            var day = on ?? work.Today;
            if (string.IsNullOrWhiteSpace(reason))
            {
                return new Refusal("agreement.reasonMissing", "Reason");
            }

            if (day > work.Today || day < agreement.SignedOn)
            {
                return new Refusal(day > work.Today ? "agreement.endsInFuture" : "agreement.endsBeforeSigned", "On");
            }

            if (Secrets.InText(reason, "Reason") is { } secret)
            {
                return secret;
            }

            agreement.End(day, reason.Trim());
            work.Record(new AgreementEnded(AgreementEvent.About(agreement), day, reason.Trim()), capacity);
            await duties.EndAllAsync(work, agreement, day, reason.Trim(), letGo: true, capacity, token);

            return Result.Done;
        }, ct);

    /// <summary>Renewed: a new agreement of the same parties, steps and duties takes its place from its first day on.</summary>
    /// <returns>The new one's code; refusals of <see cref="AgreementRules.WrongIn(RenewAgreementInput, CoordinationAgreement, DateOnly)"/>, <c>agreement.duplicate</c>, <c>agreement.closed</c>.</returns>
    public Task<Result<string>> RenewAsync(string code, RenewAgreementInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            var found = await work.AgreementAsync(code, token);
            if (found.IsRefused)
            {
                return Result<string>.Refuse(found.Refusals);
            }

            var (agreement, capacity) = found.Value;
            await work.HoldAsync(agreement.CouncilId, token);
            if (asked.Id is { } sent && await work.Db.Set<CoordinationAgreement>().FirstOrDefaultAsync(a => a.Id == sent && a.RenewsId == agreement.Id, token) is { } already)
            {
                return already.Code;
            }

            if (agreement.IsClosed)
            {
                return new Refusal("agreement.closed", null, code);
            }

            if (AgreementRules.WrongIn(asked, agreement, work.Today) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var copy = new AgreementCopy(work, agreement, asked.Id ?? Guid.CreateVersion7());
            var input = copy.Input(asked);
            if (await DuplicateAsync(work, input, agreement.CouncilId, null, token) is { } duplicate)
            {
                return duplicate;
            }

            var council = await work.Db.Set<Council>().FirstAsync(c => c.Id == agreement.CouncilId, token);
            var successor = await copy.MakeAsync(council, input, token);
            successor.Warn(AgreementRules.WarnDay(successor, await rules.ReadAsync(token), council.Tier.ToString()));
            agreement.RenewBy(successor.Id, successor.ValidFrom);
            work.Record(new AgreementRenewed(AgreementEvent.About(agreement), successor.Number, successor.ValidFrom), capacity);
            work.Record(new AgreementRecorded(AgreementEvent.About(successor), successor.Number, successor.SignedOn), capacity);
            await coverage.SignedAsync(work, successor, token);
            await AttachAsync(work, successor, asked.File, token);
            var former = await duties.EndAllAsync(work, agreement, successor.ValidFrom, null, letGo: false, capacity, token);
            await duties.ContinueAsync(work, council, former, successor, copy.PartyOf, capacity, token);

            return successor.Code;
        }, ct);

    private static async Task<Result<List<AgreementParty>>> CheckAsync(Work work, AgreementInput asked, Guid id, Guid council, IReadOnlyList<AgreementParty> standing, CancellationToken ct)
    {
        if (AgreementRules.WrongIn(asked, work.Today) is { Count: > 0 } wrong)
        {
            return Result<List<AgreementParty>>.Refuse(wrong);
        }

        return await DuplicateAsync(work, asked, council, id, ct) is { } duplicate ? duplicate : await AgreementEntry.PartiesAsync(work, id, council, asked.Parties, standing, ct);
    }

    /// <summary>Each year numbers anew (Decree 30/2020/NĐ-CP Art 15): the same number signed on the same day is the same document.</summary>
    private static async Task<Refusal?> DuplicateAsync(Work work, AgreementInput asked, Guid council, Guid? self, CancellationToken ct)
    {
        var number = asked.Number.Trim();

        return await work.Db.Set<CoordinationAgreement>().Where(a => a.CouncilId == council && a.SignedOn == asked.SignedOn && a.Number == number && a.Id != self).Select(a => a.Code).FirstOrDefaultAsync(ct) is { } standing
            ? new Refusal("agreement.duplicate", nameof(asked.Number), number, standing)
            : null;
    }

    private static async Task AttachAsync(Work work, CoordinationAgreement agreement, StagedFile? file, CancellationToken ct)
    {
        if (file is not null)
        {
            await work.AttachAsync(file, AgreementFiles.OwnerKind, agreement.Id, ct);
        }
    }

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, CoordinationAgreement, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.AgreementAsync(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            await work.HoldAsync(found.Value.Agreement.CouncilId, token);

            return found.Value.Agreement.IsClosed ? new Refusal("agreement.closed", null, code) : await act(work, found.Value.Agreement, found.Value.Capacity, token);
        }, ct);
}

/// <summary>The successor of an agreement: the same parties and steps under a new number.</summary>
internal sealed class AgreementCopy(Work work, CoordinationAgreement former, Guid id)
{
    private readonly Dictionary<Guid, Guid> _parties = [];

    /// <summary>The successor's party for one of the former's.</summary>
    public Guid PartyOf(Guid formerParty) => _parties[formerParty];

    public AgreementInput Input(RenewAgreementInput asked) => new()
    {
        Id = id, CouncilId = former.CouncilId, Kind = former.Kind, Number = asked.Number, Title = former.Title, SignedOn = asked.SignedOn, ValidFrom = asked.ValidFrom, ValidUntil = asked.ValidUntil,
        Scope = former.Scope, Note = former.Note,
    };

    public async Task<CoordinationAgreement> MakeAsync(Council council, AgreementInput input, CancellationToken ct)
    {
        var parties = (await work.Db.Set<AgreementParty>().AsNoTracking().Where(p => p.AgreementId == former.Id).OrderBy(p => p.Place).ToListAsync(ct)).ConvertAll(p => (Former: p.Id, Party: new AgreementParty
        {
            Id = Guid.CreateVersion7(), AgreementId = id, Place = p.Place, Kind = p.Kind, Name = p.Name, BodyId = p.BodyId, AgencyId = p.AgencyId, PartnerCouncilId = p.PartnerCouncilId,
        }));
        parties.ForEach(p => _parties[p.Former] = p.Party.Id);
        var steps = await work.Db.Set<AgreementStep>().AsNoTracking().Where(s => s.AgreementId == former.Id).OrderBy(s => s.Place).ToListAsync(ct);
        work.Db.AddRange(steps.Select(s => new AgreementStep
        {
            Id = Guid.CreateVersion7(), AgreementId = id, Place = s.Place, Content = s.Content, PartyId = s.PartyId is { } party && _parties.TryGetValue(party, out var copy) ? copy : null, Term = s.Term,
        }));

        return await AgreementEntry.NewAsync(work, council, input, [.. parties.Select(p => p.Party)], ct, former.Id);
    }
}

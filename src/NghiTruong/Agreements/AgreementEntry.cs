using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Agreements;

/// <summary>Writes what a form or a program asked into an agreement and its parties.</summary>
internal static class AgreementEntry
{
    public static async Task<CoordinationAgreement> NewAsync(Work work, Council council, AgreementInput asked, IReadOnlyList<AgreementParty> parties, CancellationToken ct, Guid? renews = null)
    {
        var series = AgreementCode.Series(AgreementCode.Agreement, council, asked.SignedOn.Year);
        var agreement = new CoordinationAgreement
        {
            Id = parties[0].AgreementId,
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = AgreementCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, ct)),
            Kind = asked.Kind,
            Title = asked.Title.Trim(),
            Number = asked.Number.Trim(),
            SignedOn = asked.SignedOn,
            RenewsId = renews,
            CreatedAt = work.Now,
        };
        Write(agreement, asked, parties);
        work.Db.Add(agreement);
        work.Db.AddRange(parties);

        return agreement;
    }

    public static void Write(CoordinationAgreement agreement, AgreementInput asked, IEnumerable<AgreementParty> parties)
    {
        (agreement.Kind, agreement.Title, agreement.Number, agreement.SignedOn) = (asked.Kind, asked.Title.Trim(), asked.Number.Trim(), asked.SignedOn);
        (agreement.Scope, agreement.Note) = (asked.Scope?.Trim(), asked.Note?.Trim());
        agreement.Hold(asked.ValidFrom ?? asked.SignedOn, asked.ValidUntil);
        agreement.Fold(parties.Select(p => p.Name));
    }

    /// <summary>The parties asked for, with their present names; those that stand keep their rows, since steps and duties refer to them.</summary>
    /// <returns>Refusals <c>agreement.bodyUnknown</c>, <c>agency.notFound</c>, <c>council.notFound</c>.</returns>
    public static async Task<Result<List<AgreementParty>>> PartiesAsync(Work work, Guid agreement, Guid council, IReadOnlyList<AgreementPartyInput> asked, IReadOnlyList<AgreementParty> standing, CancellationToken ct)
    {
        List<AgreementParty> parties = [];
        foreach (var (party, place) in asked.Select((p, i) => (p, i + 1)))
        {
            var found = await PartyAsync(work, agreement, council, party, place, ct);
            if (found.IsRefused)
            {
                return Result<List<AgreementParty>>.Refuse(found.Refusals);
            }

            if (standing.FirstOrDefault(found.Value.Is) is { } same)
            {
                same.Place = place;
                parties.Add(same);
            }
            else
            {
                parties.Add(found.Value);
            }
        }

        return parties;
    }

    private static async Task<Result<AgreementParty>> PartyAsync(Work work, Guid agreement, Guid council, AgreementPartyInput asked, int place, CancellationToken ct)
    {
        if (asked.BodyId is { } body)
        {
            return await work.Db.Set<Body>().Where(b => b.Id == body && b.CouncilId == council).Select(b => b.Name).FirstOrDefaultAsync(ct) is { } name
                ? New(PartyKind.Body, name)
                : new Refusal("agreement.bodyUnknown", nameof(AgreementInput.Parties));
        }

        if (asked.AgencyId is { } agency)
        {
            return await work.Db.Set<Agency>().Where(a => a.Id == agency && a.CouncilId == council).Select(a => a.Name).FirstOrDefaultAsync(ct) is { } name
                ? New(PartyKind.Agency, name)
                : new Refusal("agency.notFound", nameof(AgreementInput.Parties));
        }

        if (asked.CouncilId is { } other)
        {
            return await work.Db.Set<Council>().Where(c => c.Id == other && c.Id != council).Select(c => c.Name).FirstOrDefaultAsync(ct) is { } name
                ? New(PartyKind.Council, name)
                : new Refusal("council.notFound", nameof(AgreementInput.Parties));
        }

        return string.IsNullOrWhiteSpace(asked.Name) ? new Refusal("agreement.partyMissing", nameof(AgreementInput.Parties)) : New(PartyKind.Other, asked.Name.Trim());

        AgreementParty New(PartyKind kind, string name) => new()
        {
            Id = Guid.CreateVersion7(), AgreementId = agreement, Place = place, Kind = kind, Name = name, BodyId = asked.BodyId, AgencyId = asked.AgencyId, PartnerCouncilId = asked.CouncilId,
        };
    }
}

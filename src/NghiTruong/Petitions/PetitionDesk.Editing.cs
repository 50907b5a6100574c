using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>Who raised it, as typed.</summary>
public sealed record PersonInput([property: StringLength(120)] string? Name, [property: StringLength(30)] string? Phone, [property: StringLength(300)] string? Address)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Phone) && string.IsNullOrWhiteSpace(Address);
}

/// <summary>A petition as it should read after an edit; what stands in its papers (status, letters, answers) is not edited here.</summary>
public sealed record PetitionEdit
{
    [StringLength(10_000)]
    public required string Content { get; init; }

    public required PetitionKind Kind { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    public required PetitionSource Source { get; init; }

    [StringLength(300)]
    public string? SourceNote { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public Guid? SessionId { get; init; }

    [Range(1, PetitionRules.MostVoters)]
    public int? Voters { get; init; }

    /// <summary>Null leaves the person as stored: who may not read voters does not touch them.</summary>
    public PersonInput? Person { get; init; }

    /// <summary>The version the form was filled from.</summary>
    public int? Version { get; init; }
}

public sealed partial class PetitionDesk
{
    /// <returns>Refusals of taking in, and <c>petition.ended</c>, <c>record.changedMeanwhile</c> (the second of two clerks).</returns>
    public Task<Result> EditAsync(string code, PetitionEdit asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAsync<SortPetitions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (petition, capacity) = found.Value;
            if (Work.ChangedMeanwhile(petition, asked.Version) is { } changed)
            {
                return changed;
            }

            if (petition.Status is PetitionStatus.Merged or PetitionStatus.Closed)
            {
                return new Refusal("petition.ended", null, code);
            }

            if (await WrongAsync(work, asked, petition, token) is { Count: > 0 } wrong)
            {
                return Result.Refuse(wrong);
            }

            Write(asked, petition);
            await WritePersonAsync(work, petition, asked.Person, token);
            work.Record(new PetitionEdited(PetitionEvent.About(petition)), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Gives several petitions the same field, authority or both; what is null stays as it is.</summary>
    public Task<Result> ClassifyAllAsync(IReadOnlyList<string> codes, string? field, string? authority, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAllAsync<SortPetitions>(codes, token);
            if (found.IsRefused)
            {
                return found;
            }

            if (found.Value.Count == 0)
            {
                return new Refusal("petition.noneChosen");
            }

            foreach (var hand in found.Value)
            {
                var petition = hand.Petition;
                var asked = new Classification(petition.Kind, field ?? petition.Field, authority ?? petition.Authority);
                if (Wrong(asked, petition) is { } wrong)
                {
                    return wrong;
                }

                Classify(work, hand, asked);
            }

            return Result.Done;
        }, ct);

    /// <summary>Puts several petitions into a session of their council, all or none; those that stand there already stay as they are.</summary>
    /// <returns>Refusals <c>petition.noneChosen</c>, <c>petition.sessionMissing</c>, <c>petition.sessionElsewhere</c>, <c>petition.ended</c> ...</returns>
    public Task<Result> PutIntoSessionAsync(IReadOnlyList<string> codes, Guid? sessionId, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAllAsync<SortPetitions>(codes, token);
            if (found.IsRefused)
            {
                return found;
            }

            if (found.Value.Count == 0)
            {
                return new Refusal("petition.noneChosen");
            }

            if (await work.Db.Set<CouncilSession>().FirstOrDefaultAsync(s => s.Id == sessionId, token) is not { } session)
            {
                return new Refusal("petition.sessionMissing", "SessionId");
            }

            foreach (var (petition, capacity) in found.Value.Where(h => h.Petition.SessionId != session.Id))
            {
                if (petition.CouncilId != session.CouncilId)
                {
                    return new Refusal("petition.sessionElsewhere", "SessionId", petition.Code);
                }

                // A closed one still counts in its session's figures; a merged one counts nowhere.
                if (petition.Status == PetitionStatus.Merged)
                {
                    return new Refusal("petition.ended", null, petition.Code);
                }

                petition.SessionId = session.Id;
                work.Record(new PetitionPutIntoSession(PetitionEvent.About(petition), session.Name), capacity);
            }

            return Result.Done;
        }, ct);

    /// <summary>Merges several petitions into one of them, all or none.</summary>
    public Task<Result> MergeAllAsync(IReadOnlyList<string> codes, string intoCode, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.FindAllAsync<SortPetitions>([.. codes.Where(c => c != intoCode), intoCode], token);
            if (found.IsRefused)
            {
                return found;
            }

            if (found.Value is not [.. { Count: > 0 } merged, var kept])
            {
                return new Refusal("petition.mergeIntoItself", "Into");
            }

            foreach (var hand in merged)
            {
                if (WrongMerge(hand.Petition, kept.Petition) is { } wrong)
                {
                    return wrong;
                }

                hand.Petition.MergeInto(kept.Petition.Id);
                work.Record(new PetitionMerged(PetitionEvent.About(hand.Petition), kept.Petition.Code), hand.Capacity);
            }

            return Result.Done;
        }, ct);

    private static async Task<List<Refusal>> WrongAsync(Work work, PetitionEdit asked, Petition petition, CancellationToken ct)
    {
        List<Refusal> wrong = [.. PetitionRules.WrongIn(asked.Content, asked.ReceivedOn, asked.Voters, work.Today)];
        // Where it stands already it may stay: a merge of councils can have moved it.
        if (asked.SessionId != petition.SessionId && await PetitionIntake.WrongSessionAsync(work, asked.SessionId, petition.CouncilId, ct) is { } session)
        {
            wrong.Add(session);
        }

        wrong.AddRange(InputShape.WrongIn(asked).Where(shape => wrong.TrueForAll(named => named.Field != shape.Field)).ToList());

        return wrong;
    }

    private static void Write(PetitionEdit asked, Petition petition)
    {
        petition.Content = asked.Content.Trim();
        petition.Kind = asked.Kind;
        petition.Place = asked.Place;
        petition.Source = asked.Source;
        petition.SourceNote = asked.SourceNote;
        petition.ReceivedOn = asked.ReceivedOn;
        petition.SessionId = asked.SessionId;
        petition.Voters = asked.Voters;
    }

    private static async Task WritePersonAsync(Work work, Petition petition, PersonInput? asked, CancellationToken ct)
    {
        if (asked is null)
        {
            return;
        }

        var person = await work.Db.Set<PetitionPerson>().FirstOrDefaultAsync(p => p.PetitionId == petition.Id, ct);
        if (person is null && !asked.IsEmpty)
        {
            person = new PetitionPerson { Id = Guid.CreateVersion7(), PetitionId = petition.Id };
            work.Db.Add(person);
        }

        if (person is not null)
        {
            (person.Name, person.Phone, person.Address) = (asked.Name, asked.Phone, asked.Address);
        }

        // A changed person counts as a changed petition: the version rises.
        work.Db.Entry(petition).Property(p => p.Note).IsModified = true;
    }
}

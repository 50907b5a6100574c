using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions;

/// <summary>A petition or opinion as it is taken in. Name, telephone and number of voters are optional.</summary>
public sealed record PetitionInput
{
    public required Guid CouncilId { get; init; }

    public PetitionKind Kind { get; init; } = PetitionKind.Petition;

    [StringLength(10_000)]
    public required string Content { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    public PetitionSource Source { get; init; } = PetitionSource.Direct;

    [StringLength(300)]
    public string? SourceNote { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public Guid? SessionId { get; init; }

    public Guid? MeetingId { get; init; }

    [Range(1, PetitionRules.MostVoters)]
    public int? Voters { get; init; }

    [StringLength(40)]
    public string? Field { get; init; }

    [StringLength(120)]
    public string? PersonName { get; init; }

    [StringLength(30)]
    public string? PersonPhone { get; init; }

    [StringLength(300)]
    public string? PersonAddress { get; init; }

    /// <summary>Explained on the spot, by whom: counted, not sent.</summary>
    [StringLength(200)]
    public string? ExplainedBy { get; init; }
}

/// <summary>Takes petitions in: by form, by the API, from a voter meeting.</summary>
public sealed class PetitionIntake(OperationRunner operations)
{
    /// <summary>Records one petition and gives it its code.</summary>
    /// <returns>The petition's code; refusals <c>petition.contentMissing</c>, <c>petition.receivedInFuture</c>, <c>petition.fieldUnknown</c>, <c>petition.sessionNotOwn</c>, <c>council.notFound</c>, <c>input.*</c> ...</returns>
    public Task<Result<string>> RecordAsync(PetitionInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, (work, token) => RecordAsync(work, asked, token), ct);

    private static async Task<Result<string>> RecordAsync(Work work, PetitionInput asked, CancellationToken ct)
    {
        if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, ct) is not { } council
            || work.Acting.CapacityFor<RecordPetitions>(council.Id, council.ProvinceId) is not { } capacity)
        {
            return new Refusal("council.notFound", nameof(asked.CouncilId));
        }

        return await RecordAsync(work, asked, council, capacity, ct);
    }

    /// <summary>The same inside another operation that has found the council and the right to write to it.</summary>
    internal static async Task<Result<string>> RecordAsync(Work work, PetitionInput asked, Council council, Capacity capacity, CancellationToken ct)
    {
        var received = asked.ReceivedOn ?? work.Today;
        List<Refusal> wrong = [.. PetitionRules.WrongIn(asked, work.Today)];
        Refusal?[] more = [PetitionRules.WrongField(asked.Field, received), await WrongSessionAsync(work, asked.SessionId, council.Id, ct)];
        wrong.AddRange(more.OfType<Refusal>());
        // What its own rule has named already is not told twice.
        wrong.AddRange(InputShape.WrongIn(asked).Where(shape => wrong.TrueForAll(named => named.Field != shape.Field)).ToList());
        if (wrong.Count > 0)
        {
            return Result<string>.Refuse(wrong);
        }

        var number = await CodeSeries.NextAsync(work.Db, PetitionCode.Series(council.Code, received.Year), 1, ct);
        var petition = New(asked, council, PetitionCode.Of(council.Code, received.Year, number), received, work.Now);
        if (!string.IsNullOrWhiteSpace(asked.ExplainedBy))
        {
            petition.ExplainOnTheSpot(asked.ExplainedBy);
        }

        work.Db.Add(petition);
        AddPerson(work, petition.Id, asked);
        work.Record(new PetitionRecorded(PetitionEvent.About(petition)), capacity);

        return petition.Code;
    }

    /// <summary>A session is of one council: a petition, and a meeting, stands in one of its own.</summary>
    internal static async Task<Refusal?> WrongSessionAsync(Work work, Guid? sessionId, Guid councilId, CancellationToken ct) =>
        sessionId is { } id && !await work.Db.Set<CouncilSession>().AnyAsync(s => s.Id == id && s.CouncilId == councilId, ct)
            ? new Refusal("petition.sessionNotOwn", nameof(PetitionInput.SessionId))
            : null;

    private static Petition New(PetitionInput asked, Council council, string code, DateOnly received, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        ProvinceId = council.ProvinceId,
        OriginCouncilId = council.Id,
        Code = code,
        Kind = asked.Kind,
        Content = asked.Content.Trim(),
        Place = asked.Place,
        Source = asked.Source,
        SourceNote = asked.SourceNote,
        ReceivedOn = received,
        SessionId = asked.SessionId,
        MeetingId = asked.MeetingId,
        Voters = asked.Voters,
        Field = asked.Field,
        CreatedAt = now,
    };

    private static void AddPerson(Work work, Guid petitionId, PetitionInput asked)
    {
        if (asked.PersonName is null && asked.PersonPhone is null && asked.PersonAddress is null)
        {
            return;
        }

        work.Db.Add(new PetitionPerson
        {
            Id = Guid.CreateVersion7(),
            PetitionId = petitionId,
            Name = asked.PersonName,
            Phone = asked.PersonPhone,
            Address = asked.PersonAddress,
        });
    }
}

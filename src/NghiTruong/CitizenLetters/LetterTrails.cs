using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;

namespace NghiTruong.CitizenLetters;

/// <summary>How far a letter has come, for a room that handed it over (the reception book): never who sent it, and of a protected one no answer either.</summary>
public sealed record LetterTrail(
    Guid Id, string Code, CitizenLetterKind Kind, bool IsProtected, CitizenLetterState State, HandlingAuthority Authority, string? GuidedTo, string? GuidanceNumber, DateOnly? GuidedOn, string? TransferredTo, string? TransferNumber,
    DateOnly? TransferredOn, string? AnsweredBy, string? AnswerNumber, DateOnly? AnsweredOn, string? Answer, DateOnly? ToldOn, string? ToldNumber);

public static class LetterTrails
{
    public static async Task<IReadOnlyDictionary<Guid, LetterTrail>> OfAsync(Db db, IReadOnlyCollection<Guid> letters, CancellationToken ct) =>
        await db.Set<CitizenLetter>().AsNoTracking().Where(l => letters.Contains(l.Id)).Select(l => new LetterTrail(
            l.Id, l.Code, l.Kind, l.IsProtected, l.State, l.Authority, l.GuidedTo, l.GuidanceNumber, l.GuidedOn, l.TransferredTo, l.TransferNumber, l.TransferredOn, l.AnsweredBy, l.AnswerNumber, l.AnsweredOn,
            l.IsProtected ? null : l.Answer, l.ToldOn, l.ToldNumber)).ToDictionaryAsync(l => l.Id, ct);
}

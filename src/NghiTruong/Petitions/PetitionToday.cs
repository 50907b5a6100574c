using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;

namespace NghiTruong.Petitions;

/// <summary>What waits on a council's desk, by what the person may do with it; read from the counts, never from the records.</summary>
public sealed class PetitionToday(IDbContextFactory<Db> contexts, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        List<TodayCard> cards = [];
        foreach (var council in acting.OwnCouncils<ReadPetitions>())
        {
            var waiting = Waiting(acting, council);
            if (waiting.Count == 0)
            {
                continue;
            }

            var byStatus = await ByStatusAsync(council, ct);
            cards.AddRange(waiting.Select(w => new TodayCard(
                w.Text, byStatus.GetValueOrDefault(w.Status.ToString()), $"/kien-nghi?council={council}&stage=all&status={w.Status}{(w.Status == PetitionStatus.Classified ? "&kind=Petition" : "")}", TodayTone.Plain, w.Order)));
        }

        return cards;
    }

    private static List<(PetitionStatus Status, string Text, int Order)> Waiting(Acting acting, Guid council)
    {
        List<(PetitionStatus Status, string Text, int Order)> waiting = [];
        void Add<T>(PetitionStatus status, string text, int order)
            where T : Permission, new()
        {
            if (acting.CapacityFor<T>(council, Guid.Empty) is not null)
            {
                waiting.Add((status, text, order));
            }
        }

        Add<ConcludePetitions>(PetitionStatus.Evaluated, "today.toConclude", 12);
        Add<SortPetitions>(PetitionStatus.Recorded, "today.toClassify", 50);
        Add<SendPetitions>(PetitionStatus.Classified, "today.toSend", 51);
        Add<SendPetitions>(PetitionStatus.Refused, "today.returned", 52);
        Add<EvaluatePetitions>(PetitionStatus.Answered, "today.toEvaluate", 53);
        Add<NotifyVoters>(PetitionStatus.Concluded, "today.toTell", 54);

        return waiting;
    }

    /// <summary>An opinion is counted, not sent: once sorted nobody waits for it.</summary>
    private static bool IsNotedOpinion(CountFigure f) => f.Kind == nameof(PetitionKind.Opinion) && f.Value == nameof(PetitionStatus.Classified);

    private async Task<Dictionary<string, long>> ByStatusAsync(Guid council, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var figures = await CountReader.ReadAsync(db, new CountQuery(PetitionCounting.Kinds) { Councils = [council] }, clock.Today, ct);

        return figures.Where(f => f.Dimension == "status" && !IsNotedOpinion(f)).GroupBy(f => f.Value).ToDictionary(g => g.Key, g => g.Sum(f => f.N), StringComparer.Ordinal);
    }
}

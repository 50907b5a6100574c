using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

/// <summary>Petitions of all sorts in the three councils of the sample province, and random acts on them; the same seed gives the same records.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Test data must be repeatable.")]
internal sealed class RandomPetitions(TestHouse house, int seed)
{
    private static readonly string?[] Fields = [null, "giao-thong", "dat-dai", "y-te"];
    private static readonly string?[] Authorities = [null, "central", "province", "commune"];
    private readonly Random _random = new(seed);
    private List<CouncilSession> _sessions = [];

    public static CouncilSession Session(Council council, int number) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        Term = "2026-2031",
        Number = number,
        Kind = SessionKind.Regular,
        Name = $"Kỳ họp thứ {number}",
        OpensOn = new DateOnly(2026, 4, 1).AddMonths(number),
    };

    public static Petition New(Council council, DateOnly received, string code = "") => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        ProvinceId = council.ProvinceId,
        OriginCouncilId = council.Id,
        Code = code.Length > 0 ? code : $"KNCT-{Guid.CreateVersion7():N}",
        Kind = PetitionKind.Petition,
        Content = "Đề nghị sửa đường liên thôn.",
        Source = PetitionSource.VoterMeeting,
        ReceivedOn = received,
        CreatedAt = new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    public async Task RecordAsync(int count, CancellationToken ct)
    {
        await ActAsync(
            work =>
            {
                _sessions = [.. Councils().SelectMany(c => new[] { Session(c, 1), Session(c, 2) })];
                work.Db.AddRange(_sessions);
                for (var i = 0; i < count; i++)
                {
                    work.Db.Add(Any());
                }

                return Task.CompletedTask;
            },
            ct);
    }

    /// <summary>Does a random act to each of some petitions, one operation each.</summary>
    public async Task ChangeAsync(int times, CancellationToken ct)
    {
        for (var i = 0; i < times; i++)
        {
            await ActAsync(
                async work =>
                {
                    var all = await work.Db.Set<Petition>().OrderBy(p => p.Code).ToListAsync(ct);
                    Change(work, all[_random.Next(all.Count)], all[_random.Next(all.Count)]);
                },
                ct);
        }
    }

    private Council[] Councils() => [house.Province.Own, house.Province.NaMau, house.Province.LungMau];

    private Task<Result> ActAsync(Func<Work, Task> act, CancellationToken ct) => house.Get<OperationRunner>().RunAsync(
        Acting.System,
        async (work, _) =>
        {
            await act(work);

            return Result.Done;
        },
        ct);

    private Petition Any()
    {
        var council = Pick(Councils());
        var petition = New(council, new DateOnly(2026, 3, 20).AddDays(_random.Next(180)), $"KNCT-{_random.NextInt64():x16}");
        petition.Kind = _random.Next(5) == 0 ? PetitionKind.Opinion : PetitionKind.Petition;
        petition.Field = Pick(Fields);
        petition.Authority = Pick(Authorities);
        petition.SessionId = _random.Next(4) == 0 ? null : Pick([.. _sessions.Where(s => s.CouncilId == council.Id)]).Id;
        petition.LeadAgencyId = _random.Next(3) == 0 ? null : Pick([house.Province.NaMauCommittee.Id, house.Province.NaMauEconomy.Id, house.Province.ProvinceCommittee.Id]);
        petition.StandAsTold(Pick(Enum.GetValues<PetitionStatus>()), Pick([null, .. Enum.GetValues<Outcome>().Cast<Outcome?>()]), Due(), null);

        return petition;
    }

    private void Change(Work work, Petition petition, Petition other)
    {
        switch (_random.Next(8))
        {
            case 0:
                petition.MergeInto(other.Id);
                break;
            case 1:
                petition.Unmerge();
                break;
            case 2:
                petition.ForwardTo(house.Province.NaMauEconomy.Id, petition.ReceivedOn.AddDays(3), Due());
                break;
            case 3:
                petition.Conclude(Pick(Enum.GetValues<Outcome>()), null, work.Today);
                break;
            case 4:
                petition.Field = Pick(Fields);
                break;
            case 5:
                petition.CouncilId = house.Province.LungMau.Id;
                break;
            case 6:
                petition.ReceivedOn = petition.ReceivedOn.AddDays(-40);
                break;
            default:
                work.Db.Remove(petition);
                break;
        }
    }

    private DateOnly? Due() => _random.Next(4) == 0 ? null : new DateOnly(2026, 8, 20).AddDays(_random.Next(60));

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}

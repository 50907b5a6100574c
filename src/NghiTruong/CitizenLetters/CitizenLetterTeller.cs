using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Delegates;
using NghiTruong.Texts;
using NghiTruong.Threads;

namespace NghiTruong.CitizenLetters;

/// <summary>Tells open letters in a thread: came, passed on, answered, told. Of protected letters it knows nothing.</summary>
internal sealed class CitizenLetterTeller(TextTable texts) : IThreadTeller
{
    public string Kind => CitizenLetterEvent.SubjectKind;

    public async Task<Guid?> FindAsync(Db db, string code, Acting acting, CancellationToken ct) =>
        await Open(db, acting).Where(l => l.Code == code).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<ToldRecord>> TellAsync(Db db, IReadOnlyCollection<Guid> ids, Acting acting, CancellationToken ct) =>
    [
        .. (await Open(db, acting).AsNoTracking().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Code).ToListAsync(ct)).Select(l =>
            new ToldRecord(Kind, l.Id, l.Code, l.CouncilId, l.Summary, texts["citizenLetter.state." + TextCode.Of(l.State)])
            {
                IsOpen = CitizenLetterStates.Open.Contains(l.State),
                Holder = l.State == CitizenLetterState.Transferred ? l.TransferredTo : null,
                OwedBy = l.OwedBy,
                Lines = [.. Lines(l).OrderBy(x => x.On)],
            }),
    ];

    public Task<IReadOnlyList<ThreadHint>> HintAsync(Db db, IReadOnlyCollection<ToldRecord> told, Acting acting, CancellationToken ct) => Task.FromResult<IReadOnlyList<ThreadHint>>([]);

    private static IQueryable<CitizenLetter> Open(Db db, Acting acting) => db.Set<CitizenLetter>().VisibleTo(acting, db).Where(l => !l.IsProtected);

    private IEnumerable<ToldLine> Lines(CitizenLetter l)
    {
        yield return new ToldLine(l.ReceivedOn, "citizenLetter.registered", texts["thread.citizenLetter.registered"]) { Said = l.Summary };
        if (l.TransferredOn is { } passed)
        {
            yield return new ToldLine(passed, "citizenLetter.transferred", texts["thread.citizenLetter.transferred", l.TransferredTo ?? ""]) { Number = l.TransferNumber };
        }

        if (l.GuidedOn is { } guided)
        {
            yield return new ToldLine(guided, "citizenLetter.guided", texts["thread.citizenLetter.guided"]) { Number = l.GuidanceNumber };
        }

        if (l.AnsweredOn is { } answered)
        {
            yield return new ToldLine(answered, "citizenLetter.answered", texts["thread.citizenLetter.answered", l.AnsweredBy ?? ""]) { Number = l.AnswerNumber, Said = l.Answer };
        }

        if (l.ToldOn is { } toldOn)
        {
            yield return new ToldLine(toldOn, "citizenLetter.told", texts["thread.citizenLetter.told"]) { Number = l.ToldNumber };
        }
    }
}

/// <summary>Tells letters a delegate carried into the register: that they did, never of whom; of a protected one its code alone.</summary>
internal sealed class CitizenLetterDelegateTeller(TextTable texts) : IDelegateTeller
{
    private const string Carried = "citizenLetter";

    public IReadOnlyList<string> Kinds { get; } = [Carried];

    public async Task<IReadOnlyList<DelegateDeed>> TellAsync(Db db, Delegate who, DateOnly from, DateOnly until, Acting acting, CancellationToken ct)
    {
        var id = who.Id;
        var letters = await db.Set<CitizenLetter>().AsNoTracking().VisibleTo(acting, db).Where(l => l.DelegateId == id && l.ReceivedOn >= from && l.ReceivedOn <= until).OrderBy(l => l.ReceivedOn).ThenBy(l => l.Id).ToListAsync(ct);

        return
        [
            .. letters.Select(l => new DelegateDeed(Carried, l.ReceivedOn, texts["delegate.did.citizenLetter", l.Code, texts["citizenLetter.state." + TextCode.Of(l.State)]])
            {
                RecordKind = CitizenLetterEvent.SubjectKind, RecordCode = l.Code, RecordId = l.Id,
            }),
        ];
    }
}

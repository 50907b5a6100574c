using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.FollowUp;
using NghiTruong.Language;

namespace NghiTruong.Petitions.Import;

/// <summary>A petition the council has from an earlier ledger, with what a later one may tell otherwise.</summary>
internal sealed class KnownPetition(Petition petition)
{
    public Petition Petition { get; } = petition;

    public string? Agency { get; init; }

    public List<(string? Number, DateOnly? On, string? Extract)> Answers { get; init; } = [];

    public PetitionPerson? Person { get; init; }

    public List<FollowUpItem> Items { get; init; } = [];

    /// <summary>Every field the ledger tells otherwise; what it leaves empty stands as it was.</summary>
    public List<FieldChange> Compare(LedgerRow told, LedgerSessions sessions)
    {
        var p = Petition;
        List<FieldChange> changes = [];
        void Say(string field, string? before, string? after)
        {
            if (after is not null && !string.Equals(before, after, StringComparison.Ordinal))
            {
                changes.Add(new FieldChange(field, before, after));
            }
        }

        Say("ledgerCode", p.LedgerCode, told.Code);
        Say("content", p.Content, told.Content);
        Say("kind", $"{p.Kind}", told.Kind?.ToString());
        Say("place", p.Place, told.Place);
        Say("sourceNote", p.SourceNote, told.SourceNote);
        Say("session", sessions.NameOf(p.SessionId), sessions.Find(told, told.ReceivedOn ?? p.ReceivedOn)?.Name);
        Say("receivedOn", Day(p.ReceivedOn), Day(told.ReceivedOn));
        Say("voters", Number(p.Voters), Number(told.Voters));
        Say("field", p.Field, told.Field);
        Say("authority", p.Authority, told.Authority);
        Say("agency", Agency, told.Agencies is [var lead, ..] && !Same(lead, Agency) ? lead : null);
        Say("dueOn", Day(p.DueOn), told.IsOver ? null : Day(told.ExtendedTo ?? told.DueOn));
        Say("outcome", p.Outcome?.ToString(), told.Outcome?.ToString());
        Say("answer", Words(Answers is [.., var last] ? last : default), told.Answer is { } a && !HasAnswer(a) ? Words((a.Number, a.IssuedOn, a.Extract)) : null);
        Say("note", p.Note, told.Note);
        Say("person", Person?.Name ?? Person?.Phone, told.Person is { } person && !Same(person) ? person.Name ?? person.Phone : null);

        return changes;
    }

    public bool HasDocument => Answers.Exists(a => a.Number is not null || a.On is not null);

    public bool HasAnswer(LedgerAnswer told) => Answers.Exists(a => a.Number == told.Number && a.On == told.IssuedOn && a.Extract == told.Extract);

    private bool Same(LedgerPerson told) =>
        Person is not null && (told.Name ?? Person.Name) == Person.Name && (told.Address ?? Person.Address) == Person.Address && (told.Phone ?? Person.Phone) == Person.Phone;

    private static bool Same(string a, string? b) => b is not null && VietnameseText.Fold(a) == VietnameseText.Fold(b);

    private static string? Words((string? Number, DateOnly? On, string? Extract) answer) =>
        string.Join(" · ", ((string?[])[answer.Number, answer.On is { } on ? OfficialDate.Short(on) : null, answer.Extract]).Where(p => p is not null)) is { Length: > 0 } words ? words : null;

    private static string? Day(DateOnly? day) => day is { } known ? OfficialDate.Short(known) : null;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Loads known petitions, a few hundred at a time.</summary>
internal static class KnownPetitions
{
    private const int AtOnce = 500;

    public static async Task<Dictionary<Guid, KnownPetition>> LoadAsync(Db db, IReadOnlyCollection<Guid> ids, bool track, CancellationToken ct)
    {
        var known = new Dictionary<Guid, KnownPetition>();
        foreach (var some in ids.Distinct().Chunk(AtOnce))
        {
            var petitions = await Of<Petition>(db, track).Where(p => some.Contains(p.Id)).ToListAsync(ct);
            var agencies = petitions.Where(p => p.LeadAgencyId is not null).Select(p => p.LeadAgencyId!.Value).Distinct().ToList();
            var names = await db.Set<Agency>().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
            var answers = await (
                from answer in db.Set<PetitionAnswer>()
                join document in db.Set<AnswerDocument>() on answer.DocumentId equals document.Id
                where some.Contains(answer.PetitionId)
                orderby answer.Id
                select new { answer.PetitionId, document.Number, document.IssuedOn, answer.Extract }).AsNoTracking().ToListAsync(ct);
            var persons = await Of<PetitionPerson>(db, track).Where(p => some.Contains(p.PetitionId)).ToDictionaryAsync(p => p.PetitionId, ct);
            var items = (await Of<FollowUpItem>(db, track).Where(i => some.Contains(i.SubjectId)).ToListAsync(ct)).ToLookup(i => i.SubjectId);
            var byPetition = answers.ToLookup(a => a.PetitionId, a => (a.Number, a.IssuedOn, a.Extract));
            foreach (var petition in petitions)
            {
                known[petition.Id] = new KnownPetition(petition)
                {
                    Agency = petition.LeadAgencyId is { } lead ? names.GetValueOrDefault(lead) : null,
                    Answers = [.. byPetition[petition.Id]],
                    Person = persons.GetValueOrDefault(petition.Id),
                    Items = [.. items[petition.Id]],
                };
            }
        }

        return known;
    }

    private static IQueryable<T> Of<T>(Db db, bool track)
        where T : class => track ? db.Set<T>() : db.Set<T>().AsNoTracking();
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.FollowUp;
using NghiTruong.Law;
using NghiTruong.Operations;

namespace NghiTruong.Petitions.Import;

/// <summary>
/// Writes what a ledger tells, inside the operation that publishes: new petitions with their people, answers and follow-up items, and what a later ledger changes.
/// What it says happened stands as told, "theo sổ", and sends nothing out.
/// </summary>
internal sealed class LedgerWriter(Work work, ImportBatch batch, Council council, Capacity capacity, Rules rules)
{
    private readonly Dictionary<DateOnly, DateOnly?> _dueFrom = [];
    private readonly Dictionary<(string?, DateOnly?), AnswerDocument> _documents = [];
    private LedgerAgencies _agencies = null!;
    private LedgerSessions _sessions = null!;

    public async Task PrepareAsync(IEnumerable<LedgerRow> rows, CancellationToken ct)
    {
        _agencies = await LedgerAgencies.LoadAsync(work.Db, council.Id, ct);
        _sessions = await LedgerSessions.LoadAsync(work.Db, council.Id, ct);
        var numbers = rows.Select(r => r.Answer?.Number).Where(n => n is not null).Distinct().ToList();
        foreach (var some in numbers.Chunk(500))
        {
            var documents = await work.Db.Set<AnswerDocument>().AsNoTracking().Where(d => d.CouncilId == council.Id && some.Contains(d.Number)).ToListAsync(ct);
            documents.ForEach(d => _documents.TryAdd((d.Number, d.IssuedOn), d));
        }
    }

    public void Add(ImportRow row, LedgerRow told, string code)
    {
        var received = LedgerStanding.ReceivedOn(told, batch.ReceivedOn, work.Today);
        var agencies = Agencies(told, received);
        var petition = New(row, told, code, received);
        petition.LeadAgencyId = agencies is [var lead, ..] ? lead.Id : null;
        var status = LedgerStanding.StatusOf(told, agencies.Count > 0, told.Answer?.IsDocument == true);
        petition.StandAsTold(status, told.Outcome, Due(told, received, status), told.Answer?.IssuedOn, told.ForwardedOn);
        work.Db.Add(petition);
        AddPerson(petition, told);
        AddAnswer(petition, told);
        if (status == PetitionStatus.Answered)
        {
            AddParties(petition, received, agencies);
        }

        if (status == PetitionStatus.Forwarded)
        {
            Open(petition, told, received, agencies);
        }

        work.Record(new PetitionImported(PetitionEvent.About(petition), batch.FileName, row.Number), capacity);
    }

    /// <summary>Fields the ledger leaves empty stand as they were.</summary>
    public void Update(ImportRow row, LedgerRow told, KnownPetition known)
    {
        var petition = known.Petition;
        var received = told.ReceivedOn ?? petition.ReceivedOn;
        var agencies = Agencies(told, received);
        Tell(petition, row, told, received);
        var lead = agencies is [var first, ..] ? first.Id : petition.LeadAgencyId;
        var moved = lead != petition.LeadAgencyId;
        petition.LeadAgencyId = lead;
        var outcome = told.Outcome ?? petition.AgencyOutcome;
        var status = LedgerStanding.StatusOf(told with { Field = petition.Field, Authority = petition.Authority, Kind = petition.Kind }, lead is not null, told.Answer?.IsDocument == true || known.HasDocument);
        var due = Due(told, received, status) is var day && (told.DueOn ?? told.ExtendedTo) is null && petition.DueOn is not null ? petition.DueOn : day;
        petition.StandAsTold(status, outcome, due, told.Answer?.IssuedOn, told.ForwardedOn);
        UpdatePerson(known, told);
        if (told.Answer is { } answer && !known.HasAnswer(answer))
        {
            AddAnswer(petition, told);
        }

        if (moved && status == PetitionStatus.Answered)
        {
            AddParties(petition, received, agencies);
        }

        UpdateItems(known, told, received, agencies, moved);
        work.Record(new PetitionLedgerUpdated(PetitionEvent.About(petition), batch.FileName, row.Number), capacity);
    }

    private Petition New(ImportRow row, LedgerRow told, string code, DateOnly received) => new()
    {
        Id = Guid.CreateVersion7(),
        CouncilId = council.Id,
        ProvinceId = council.ProvinceId,
        OriginCouncilId = council.Id,
        Code = code,
        Kind = told.Kind ?? PetitionKind.Petition,
        Content = told.Content,
        Place = told.Place,
        Source = told.Source ?? PetitionSource.VoterMeeting,
        SourceNote = told.SourceNote,
        ReceivedOn = received,
        SessionId = _sessions.Find(told, received)?.Id,
        Voters = told.Voters,
        Field = told.Field,
        Authority = told.Authority,
        FromLedger = true,
        LedgerCode = told.Code,
        LedgerYear = told.Year,
        ImportKey = row.KeyByCode ?? row.KeyByContent,
        LedgerDigest = row.Digest,
        Note = told.Note,
        CreatedAt = work.Now,
    };

    private void Tell(Petition petition, ImportRow row, LedgerRow told, DateOnly received)
    {
        petition.Content = told.Content;
        petition.Kind = told.Kind ?? petition.Kind;
        petition.Place = told.Place ?? petition.Place;
        petition.Source = told.Source ?? petition.Source;
        petition.SourceNote = told.SourceNote ?? petition.SourceNote;
        petition.ReceivedOn = received;
        petition.SessionId = _sessions.Find(told, received)?.Id ?? petition.SessionId;
        petition.Voters = told.Voters ?? petition.Voters;
        petition.Field = told.Field ?? petition.Field;
        petition.Authority = told.Authority ?? petition.Authority;
        petition.Note = told.Note ?? petition.Note;
        petition.LedgerCode = told.Code ?? petition.LedgerCode;
        petition.LedgerYear = told.Year ?? petition.LedgerYear;
        petition.ImportKey = row.KeyByCode ?? row.KeyByContent;
        petition.LedgerDigest = row.Digest;
    }

    private List<Agency> Agencies(LedgerRow told, DateOnly received)
    {
        List<Agency> agencies = [];
        foreach (var name in told.Agencies)
        {
            if ((_agencies.Find(name) ?? (batch.CreatesAgencies ? _agencies.Make(work.Db, name, received) : null)) is { } agency && !agencies.Contains(agency))
            {
                agencies.Add(agency);
            }
        }

        return agencies;
    }

    /// <summary>Only what is owed has a day: the ledger's own, else the rule's from receipt.</summary>
    private DateOnly? Due(LedgerRow told, DateOnly received, PetitionStatus status)
    {
        if ((told.ExtendedTo ?? told.DueOn) is { } day)
        {
            return day;
        }

        return status == PetitionStatus.Forwarded ? DueFrom(told.ForwardedOn ?? received) : null;
    }

    private DateOnly? DueFrom(DateOnly from)
    {
        if (!_dueFrom.TryGetValue(from, out var due))
        {
            due = rules.Due(DeadlineRuleCatalogue.PetitionAnswer, council.Tier.ToString(), council.Id, from)?.Deadline.Due;
            _dueFrom[from] = due;
        }

        return due;
    }

    private void Open(Petition petition, LedgerRow told, DateOnly received, IReadOnlyList<Agency> agencies)
    {
        AddParties(petition, received, agencies);
        for (var at = 0; at < agencies.Count; at++)
        {
            var asked = PetitionDesk.FollowUpFor(petition, told.ForwardedOn ?? received) with
            {
                AgencyId = agencies[at].Id,
                Part = at == 0 ? FollowUpPart.Lead : FollowUpPart.Cooperating,
                DueOn = told.DueOn,
            };
            var item = FollowUps.Open(work, asked, told.DueOn ?? DueFrom(asked.From));
            if (told.ExtendedTo is { } extended)
            {
                item.ExtendTo(extended);
            }
        }
    }

    /// <summary>The agencies of a matter that goes on see it.</summary>
    private void AddParties(Petition petition, DateOnly received, IReadOnlyList<Agency> agencies) =>
        work.Db.AddRange(agencies.Select((agency, at) => new PetitionParty
        {
            Id = Guid.CreateVersion7(),
            PetitionId = petition.Id,
            AgencyId = agency.Id,
            Role = at == 0 ? PartyRole.Lead : PartyRole.Cooperating,
            From = received,
        }));

    private void UpdateItems(KnownPetition known, LedgerRow told, DateOnly received, IReadOnlyList<Agency> agencies, bool moved)
    {
        var petition = known.Petition;
        var owed = known.Items.FindAll(i => FollowUpStates.Owed.Contains(i.State));
        if (petition.Status != PetitionStatus.Forwarded || moved)
        {
            owed.ForEach(i => i.Settle(moved && petition.Status == PetitionStatus.Forwarded ? FollowUpState.Withdrawn : FollowUpState.Done));
            owed.Clear();
        }

        if (petition.Status == PetitionStatus.Forwarded && owed.Count == 0)
        {
            Open(petition, told, received, agencies);
        }

        foreach (var item in owed)
        {
            if (told.ExtendedTo is { } extended)
            {
                item.ExtendTo(extended);
            }
            else if (told.DueOn is { } due)
            {
                item.Due(due);
            }
        }
    }

    private void AddPerson(Petition petition, LedgerRow told)
    {
        if (told.Person is { } person)
        {
            work.Db.Add(new PetitionPerson { Id = Guid.CreateVersion7(), PetitionId = petition.Id, Name = person.Name, Address = person.Address, Phone = person.Phone });
        }
    }

    private void UpdatePerson(KnownPetition known, LedgerRow told)
    {
        if (known.Person is null)
        {
            AddPerson(known.Petition, told);
        }
        else if (told.Person is { } person)
        {
            known.Person.Name = person.Name ?? known.Person.Name;
            known.Person.Address = person.Address ?? known.Person.Address;
            known.Person.Phone = person.Phone ?? known.Person.Phone;
        }
    }

    /// <summary>One document answers any number of rows; words without a number are an answer of their own.</summary>
    private void AddAnswer(Petition petition, LedgerRow told)
    {
        if (told.Answer is not { } answer)
        {
            return;
        }

        var key = (answer.Number, answer.IssuedOn);
        if (answer.Number is null || !_documents.TryGetValue(key, out var document))
        {
            document = new AnswerDocument
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                OriginCouncilId = council.Id,
                AgencyId = petition.LeadAgencyId,
                Number = answer.Number,
                IssuedOn = answer.IssuedOn,
                ReceivedOn = answer.IssuedOn ?? petition.ReceivedOn,
                OnBehalf = true,
            };
            work.Db.Add(document);
            _documents[key] = document;
        }

        work.Db.Add(new PetitionAnswer
        {
            Id = Guid.CreateVersion7(),
            PetitionId = petition.Id,
            DocumentId = document.Id,
            Extract = answer.Extract,
            Outcome = told.Outcome,
            RecordedAt = work.Now,
        });
    }
}

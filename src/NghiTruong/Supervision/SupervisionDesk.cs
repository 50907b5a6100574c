using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.FollowUp;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using NghiTruong.Threads;

namespace NghiTruong.Supervision;

/// <summary>One of the team as it is set.</summary>
public sealed record TeamMemberInput(string Name, TeamRole Role, Guid? UserId = null);

/// <summary>A body to be supervised and what it must hand in.</summary>
public sealed record SupervisedBodyInput(Guid AgencyId, string? MustHandIn = null, DateOnly? HandInBy = null);

/// <summary>A paper of the supervision.</summary>
public sealed record SupervisionPaperInput
{
    /// <summary>The form's own id: pressed twice it records once.</summary>
    public Guid? Id { get; init; }

    public required SupervisionPaperKind Kind { get; init; }

    public string? Number { get; init; }

    public DateOnly? On { get; init; }

    public string? Title { get; init; }

    public string? By { get; init; }

    /// <summary>Refused beside the number of a Party document.</summary>
    public StagedFile? File { get; init; }
}

/// <summary>A note of a visit; <see cref="Id"/> comes from the phone that wrote it, so that a note sent again is the same note.</summary>
public sealed record VisitInput
{
    public Guid? Id { get; init; }

    public DateOnly? On { get; init; }

    public required string Place { get; init; }

    public required string Notes { get; init; }

    public IReadOnlyList<StagedFile> Photos { get; init; } = [];
}

/// <summary>A finding and its evidence: words, a visit, a paper, a petition; at least one.</summary>
public sealed record FindingInput
{
    /// <summary>The form's own id: pressed twice it is one finding.</summary>
    public Guid? Id { get; init; }

    public required FindingKind Kind { get; init; }

    public required string Text { get; init; }

    public string? Evidence { get; init; }

    public Guid? VisitId { get; init; }

    public Guid? PaperId { get; init; }

    public string? PetitionCode { get; init; }
}

/// <summary>Carrying a supervision out: team, bodies, papers, visits, findings, the day it was held.</summary>
public sealed class SupervisionDesk(OperationRunner operations, FollowUps followUps, ThreadTelling telling)
{
    /// <summary>Kind of the record a petition code names, as its teller says.</summary>
    private const string Petition = "petition";

    /// <summary>Sets the team. Who is taken off keeps a line with the day; what they wrote stays.</summary>
    /// <returns>Refusals <c>supervision.headMissing</c>, <c>supervision.memberNameMissing</c>, <c>supervision.ended</c>.</returns>
    public Task<Result> SetTeamAsync(string code, IReadOnlyList<TeamMemberInput> members, Acting acting, CancellationToken ct) =>
        ChangeAsync<CarryOutSupervisions>(code, acting, async (work, s, capacity, token) =>
        {
            if (members.Any(m => string.IsNullOrWhiteSpace(m.Name)))
            {
                return new Refusal("supervision.memberNameMissing", "Members");
            }

            if (members.Count(m => m.Role == TeamRole.Head) != 1)
            {
                return new Refusal("supervision.headMissing", "Members");
            }

            var standing = await work.Db.Set<TeamMember>().Where(m => m.SupervisionId == s.Id && m.Until == null).ToListAsync(token);
            foreach (var gone in standing.Where(m => !members.Any(x => x.Name.Trim() == m.Name && x.Role == m.Role)))
            {
                gone.Until = work.Today;
            }

            work.Db.AddRange(members.Where(x => !standing.Any(m => m.Name == x.Name.Trim() && m.Role == x.Role))
                .Select(x => new TeamMember { Id = Guid.CreateVersion7(), SupervisionId = s.Id, Name = x.Name.Trim(), Role = x.Role, UserId = x.UserId }));
            work.Record(new SupervisionTeamSet(SupervisionEvent.About(s), members.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Sets which bodies are supervised and what each must hand in by when.</summary>
    /// <returns>Refusal <c>agency.notFound</c> for one that is not in the council's list, or was merged away.</returns>
    public Task<Result> SetBodiesAsync(string code, IReadOnlyList<SupervisedBodyInput> bodies, Acting acting, CancellationToken ct) =>
        ChangeAsync<CarryOutSupervisions>(code, acting, async (work, s, capacity, token) =>
        {
            var wanted = bodies.Select(b => b.AgencyId).ToList();
            var standing = await work.Db.Set<SupervisedBody>().Where(b => b.SupervisionId == s.Id).ToListAsync(token);
            if (await work.AddBodiesAsync(s, wanted, token) is { } unknown)
            {
                return unknown;
            }

            work.Db.RemoveRange(standing.Where(b => !wanted.Contains(b.AgencyId)));
            foreach (var asked in bodies)
            {
                var body = work.Db.Set<SupervisedBody>().Local.First(b => b.SupervisionId == s.Id && b.AgencyId == asked.AgencyId);
                (body.MustHandIn, body.HandInBy) = (asked.MustHandIn, asked.HandInBy);
            }

            work.Record(new SupervisionBodiesSet(SupervisionEvent.About(s), bodies.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Records a paper, also after the end: scans come late. A newer one of a kind is its next version; the older stays.</summary>
    /// <returns>Refusals <c>supervision.paperDayWrong</c>, <c>file.partyDocument</c>.</returns>
    public Task<Result> RecordPaperAsync(string code, SupervisionPaperInput asked, Acting acting, CancellationToken ct) =>
        ChangeAsync<CarryOutSupervisions>(code, acting, async (work, s, capacity, token) =>
        {
            var on = asked.On ?? work.Today;
            if (on > work.Today)
            {
                return new Refusal("supervision.paperDayWrong", nameof(asked.On));
            }

            if (FileUses.PartyRefusal(asked.Number, asked.File is not null, nameof(asked.File)) is { } refused)
            {
                return refused;
            }

            var sent = await work.SentAsync<SupervisionPaper>(asked.Id, s.CouncilId, p => p.SupervisionId == s.Id && p.Kind == asked.Kind && p.Number == asked.Number && p.On == on && p.Title == asked.Title, token);
            if (sent.Sent is not null)
            {
                return Result.Done;
            }

            var paper = new SupervisionPaper
            {
                Id = sent.Id,
                SupervisionId = s.Id,
                Kind = asked.Kind,
                Number = asked.Number,
                On = on,
                Title = asked.Title,
                By = asked.By,
                RecordedAt = work.Now,
            };
            if (asked.File is { } file)
            {
                paper.FileId = (await work.AttachAsync(file, SupervisionPaperFiles.OwnerKind, paper.Id, token)).Id;
            }

            work.Db.Add(paper);
            await HandedInAsync(work, s, asked, on, token);
            Begin(s, on);
            work.Record(new SupervisionPaperRecorded(SupervisionEvent.About(s), asked.Kind, asked.Number, on), capacity);

            return Result.Done;
        }, ct, [SupervisionState.Cancelled]);

    /// <summary>A visit's notes and photographs. The same note again (the phone's id) is answered as done and adds nothing.</summary>
    public Task<Result<Guid>> VisitAsync(string code, VisitInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<Guid>(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<NoteVisits>(code, token);
            if (found.IsRefused)
            {
                return Result<Guid>.Refuse(found.Refusals);
            }

            var (s, capacity) = found.Value;
            var sent = await work.SentAsync<SupervisionVisit>(asked.Id, s.CouncilId, v => v.SupervisionId == s.Id && v.Place == asked.Place.Trim() && v.Notes == asked.Notes.Trim(), token);
            if (sent.Sent is { } noted)
            {
                return noted.Id;
            }

            if (Wrong(s, asked, work.Today) is { } wrong)
            {
                return wrong;
            }

            var visit = new SupervisionVisit
            {
                Id = sent.Id,
                SupervisionId = s.Id,
                On = asked.On ?? work.Today,
                Place = asked.Place.Trim(),
                Notes = asked.Notes.Trim(),
                By = acting.FullName,
                RecordedAt = work.Now,
            };
            work.Db.Add(visit);
            foreach (var photo in asked.Photos)
            {
                await work.AttachAsync(photo, SupervisionVisitFiles.OwnerKind, visit.Id, token);
            }

            Begin(s, visit.On);
            work.Record(new SupervisionVisited(SupervisionEvent.About(s), visit.Place, visit.On), capacity);

            return visit.Id;
        }, ct);

    /// <summary>A finding, tied to its evidence.</summary>
    /// <returns>Refusals <c>supervision.findingMissing</c>, <c>supervision.evidenceMissing</c>, <c>supervision.evidenceUnknown</c>, <c>supervision.petitionUnknown</c>.</returns>
    public Task<Result> FindAsync(string code, FindingInput asked, Acting acting, CancellationToken ct) =>
        ChangeAsync<NoteVisits>(code, acting, async (work, s, capacity, token) =>
        {
            if (string.IsNullOrWhiteSpace(asked.Text))
            {
                return new Refusal("supervision.findingMissing", nameof(asked.Text));
            }

            if (asked is { VisitId: null, PaperId: null } && string.IsNullOrWhiteSpace(asked.Evidence) && string.IsNullOrWhiteSpace(asked.PetitionCode))
            {
                return new Refusal("supervision.evidenceMissing", nameof(asked.Evidence));
            }

            if ((asked.VisitId is { } visit && !await work.Db.Set<SupervisionVisit>().AnyAsync(v => v.Id == visit && v.SupervisionId == s.Id, token))
                || (asked.PaperId is { } paper && !await work.Db.Set<SupervisionPaper>().AnyAsync(p => p.Id == paper && p.SupervisionId == s.Id, token)))
            {
                return new Refusal("supervision.evidenceUnknown", nameof(asked.Evidence));
            }

            // The quality figures count evidence: a code that names nothing is none.
            if (!string.IsNullOrWhiteSpace(asked.PetitionCode) && await telling.FindAsync(work.Db, Petition, asked.PetitionCode, acting, token) is null)
            {
                return new Refusal("supervision.petitionUnknown", nameof(asked.PetitionCode), asked.PetitionCode.Trim());
            }

            var text = asked.Text.Trim();
            var sent = await work.SentAsync<SupervisionFinding>(asked.Id, s.CouncilId, f => f.SupervisionId == s.Id && f.Kind == asked.Kind && f.Text == text, token);
            if (sent.Sent is not null)
            {
                return Result.Done;
            }

            work.Db.Add(new SupervisionFinding
            {
                Id = sent.Id,
                SupervisionId = s.Id,
                Kind = asked.Kind,
                Text = text,
                Evidence = asked.Evidence,
                VisitId = asked.VisitId,
                PaperId = asked.PaperId,
                PetitionCode = asked.PetitionCode,
                RecordedAt = work.Now,
            });
            s.HasEvidence = s.HasEvidence || asked is not { VisitId: null, PaperId: null } || !string.IsNullOrWhiteSpace(asked.PetitionCode);
            work.Record(new SupervisionFound(SupervisionEvent.About(s), asked.Kind), capacity);

            return Result.Done;
        }, ct);

    /// <summary>It took place; from here the report is owed, by the rule of its subject.</summary>
    /// <returns>Refusals <c>supervision.notProgrammed</c>, <c>supervision.heldInFuture</c>, <c>supervision.heldBeforeItBegan</c>.</returns>
    public Task<Result> HoldAsync(string code, DateOnly? on, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<CarryOutSupervisions>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            var (s, capacity) = found.Value;
            if (s.State is not (SupervisionState.Programmed or SupervisionState.UnderWay))
            {
                return new Refusal("supervision.notProgrammed", null, code);
            }

            var day = on ?? work.Today;
            if (day > work.Today || day < s.BeganOn)
            {
                return new Refusal(day > work.Today ? "supervision.heldInFuture" : "supervision.heldBeforeItBegan", "On");
            }

            s.Hold(day, await followUps.DueAsync(work, SupervisionRules.ReportRule(s.Subject), s.CouncilId, day, token));
            work.Record(new SupervisionHeld(SupervisionEvent.About(s), day, s.ReportDueOn), capacity);

            return Result.Done;
        }, ct);

    private static Refusal? Wrong(SupervisionCase s, VisitInput asked, DateOnly today)
    {
        if (!SupervisionStates.CarriedOut.Contains(s.State))
        {
            return new Refusal("supervision.notUnderWay", null, s.Code);
        }

        if (string.IsNullOrWhiteSpace(asked.Place))
        {
            return new Refusal("supervision.placeMissing", nameof(asked.Place));
        }

        return string.IsNullOrWhiteSpace(asked.Notes)
            ? new Refusal("supervision.notesMissing", nameof(asked.Notes))
            : asked.On > today ? new Refusal("supervision.heldInFuture", nameof(asked.On)) : null;
    }

    /// <summary>The first paper or visit after the programme was decided begins it.</summary>
    internal static void Begin(SupervisionCase s, DateOnly on)
    {
        if (s.State == SupervisionState.Programmed)
        {
            s.Begin(on);
        }
    }

    private static async Task HandedInAsync(Work work, SupervisionCase s, SupervisionPaperInput asked, DateOnly on, CancellationToken ct)
    {
        if (asked.Kind != SupervisionPaperKind.BodyReport)
        {
            return;
        }

        var bodies = await work.Db.Set<SupervisedBody>().Where(b => b.SupervisionId == s.Id && b.HandedInOn == null).ToListAsync(ct);
        var names = await work.Db.Set<Agency>().Where(a => bodies.Select(b => b.AgencyId).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        foreach (var body in bodies.Where(b => bodies.Count == 1 || names.GetValueOrDefault(b.AgencyId) == asked.By?.Trim()))
        {
            body.HandedInOn = on;
        }
    }

    private Task<Result> ChangeAsync<T>(string code, Acting acting, Func<Work, SupervisionCase, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct, IReadOnlyList<SupervisionState>? ended = null)
        where T : Permission, new() =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.SupervisionAsync<T>(code, token);
            if (found.IsRefused)
            {
                return found;
            }

            return (ended ?? SupervisionStates.Ended).Contains(found.Value.Supervision.State)
                ? new Refusal("supervision.ended", null, code)
                : await act(work, found.Value.Supervision, found.Value.Capacity, token);
        }, ct);
}

internal static class SupervisedBodies
{
    /// <summary>Puts agencies of the council under the supervision; those that are already stay as they are. Refusal <c>agency.notFound</c>.</summary>
    public static async Task<Refusal?> AddBodiesAsync(this Work work, SupervisionCase s, IReadOnlyList<Guid> agencies, CancellationToken ct)
    {
        var wanted = agencies.Distinct().ToList();
        var standing = await work.Db.Set<SupervisedBody>().Where(b => b.SupervisionId == s.Id).Select(b => b.AgencyId).ToListAsync(ct);
        var added = wanted.Except(standing).ToList();
        if (await work.Db.Set<Agency>().CountAsync(a => added.Contains(a.Id) && a.CouncilId == s.CouncilId && a.Until == null, ct) < added.Count)
        {
            return new Refusal("agency.notFound", "Bodies");
        }

        work.Db.AddRange(added.Select(agency => new SupervisedBody { Id = Guid.CreateVersion7(), SupervisionId = s.Id, AgencyId = agency }));

        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Language;
using NghiTruong.Operations;
using NghiTruong.Refusals;

namespace NghiTruong.Conferences;

/// <summary>Preparing a conference: what, where, which sites, who takes part and was there.</summary>
public sealed class ConferenceDesk(OperationRunner operations)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>conference.titleMissing</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result<string>> RecordAsync(ConferenceInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == asked.CouncilId, token) is not { } council
                || acting.CapacityFor<KeepConferences>(council.Id, council.ProvinceId) is not { } capacity)
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            await work.HoldAsync(council.Id, token);
            if (asked.Id is { } sent && await work.Db.Set<Conference>().FirstOrDefaultAsync(c => c.Id == sent, token) is { } standing)
            {
                return standing.CouncilId == council.Id ? standing.Code : new Refusal("conference.notFound", nameof(asked.Id));
            }

            if (ConferenceRules.WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            var series = ConferenceCode.Series(council, asked.HeldOn.Year);
            var conference = new Conference
            {
                Id = asked.Id ?? Guid.CreateVersion7(),
                CouncilId = council.Id,
                ProvinceId = council.ProvinceId,
                OriginCouncilId = council.Id,
                Code = ConferenceCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, token)),
                Title = asked.Title.Trim(),
                HeldOn = asked.HeldOn,
                CreatedAt = work.Now,
            };
            Write(conference, asked);
            work.Db.Add(conference);
            // There is always the room it is chaired from.
            work.Db.Add(new ConferenceSite { Id = Guid.CreateVersion7(), ConferenceId = conference.Id, Name = asked.Place?.Trim() is { Length: > 0 } place ? place : council.Name, Level = 0, Place = 1, SiteCouncilId = council.Id });
            work.Record(new ConferenceRecorded(ConferenceEvent.About(conference), conference.Title, conference.HeldOn), capacity);

            return conference.Code;
        }, ct);

    /// <returns>As <see cref="RecordAsync"/>, and <c>record.changedMeanwhile</c>.</returns>
    public Task<Result> EditAsync(string code, ConferenceInput asked, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, (work, conference, capacity, _) =>
        {
            if (Work.ChangedMeanwhile(conference, asked.Version) is { } stale)
            {
                return Task.FromResult<Result>(stale);
            }

            if (ConferenceRules.WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Task.FromResult(Result.Refuse(wrong));
            }

            Write(conference, asked);
            work.Record(new ConferenceEdited(ConferenceEvent.About(conference)), capacity);

            return Task.FromResult(Result.Done);
        }, ct);

    /// <summary>The tree of sites as a whole, typed line by line; one whose path stands stays the same with all who sit there.</summary>
    /// <returns>Refusals of <see cref="ConferenceRules.ReadSites"/>, <c>conference.siteHasPeople</c>.</returns>
    public Task<Result> SetSitesAsync(string code, string? typed, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, conference, capacity, token) =>
        {
            var lines = ConferenceRules.ReadSites(typed);
            if (lines.IsRefused)
            {
                return lines;
            }

            var standing = await work.Db.Set<ConferenceSite>().Where(s => s.ConferenceId == conference.Id).OrderBy(s => s.Place).ToListAsync(token);
            var byPath = Paths(standing);
            var councils = await work.Db.Set<Council>().Where(c => c.ProvinceId == conference.ProvinceId).Select(c => new { c.Id, c.Folded }).ToListAsync(token);
            List<ConferenceSite> kept = [];
            foreach (var line in lines.Value)
            {
                var site = byPath.GetValueOrDefault(line.Path) ?? new ConferenceSite { Id = Guid.CreateVersion7(), ConferenceId = conference.Id, Name = line.Name, Level = line.Level, Place = 0 };
                (site.ParentId, site.Level, site.Place) = (line.Parent is { } parent ? kept[parent].Id : null, line.Level, kept.Count + 1);
                var folded = VietnameseText.Fold(line.Name);
                site.SiteCouncilId ??= councils.Find(c => folded == c.Folded || folded.EndsWith(" " + c.Folded, StringComparison.Ordinal))?.Id;
                kept.Add(site);
            }

            var gone = standing.Except(kept).ToList();
            var goneIds = gone.ConvertAll(s => s.Id);
            if (await work.Db.Set<ConferenceParticipant>().Where(p => goneIds.Contains(p.SiteId)).Select(p => (Guid?)p.SiteId).FirstOrDefaultAsync(token) is { } peopled)
            {
                return new Refusal("conference.siteHasPeople", "Sites", gone.Find(s => s.Id == peopled)!.Name);
            }

            work.Db.RemoveRange(gone);
            work.Db.AddRange(kept.Except(standing));
            work.Record(new ConferenceSitesSet(ConferenceEvent.About(conference), kept.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Who takes part at a site, one a line; whoever stands there already stays as they are.</summary>
    /// <returns>Refusals of <see cref="ConferenceRules.ReadParticipants"/>, <c>conference.siteUnknown</c>, <c>input.tooLong</c>.</returns>
    public Task<Result> AddParticipantsAsync(string code, Guid siteId, string? typed, bool arePresent, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, conference, capacity, token) =>
        {
            if (await work.Db.Set<ConferenceSite>().FirstOrDefaultAsync(s => s.Id == siteId && s.ConferenceId == conference.Id, token) is not { } site)
            {
                return new Refusal("conference.siteUnknown", "SiteId");
            }

            var lines = ConferenceRules.ReadParticipants(typed);
            if (lines.IsRefused)
            {
                return lines;
            }

            if (lines.Value.FirstOrDefault(l => l.Name?.Length > 200 || l.Post?.Length > 200 || l.Body.Length > 300) is { } longest)
            {
                return new Refusal("conference.participantUnreadable", "Lines", longest.Name ?? longest.Body);
            }

            await work.HoldAsync(conference.CouncilId, token);
            var there = await work.Db.Set<ConferenceParticipant>().Where(p => p.SiteId == site.Id).Select(p => p.PersonKey).ToListAsync(token);
            var added = lines.Value.Where(l => !there.Contains(l.PersonKey)).ToList();
            work.Db.AddRange(added.Select(l => new ConferenceParticipant
            {
                Id = Guid.CreateVersion7(), ConferenceId = conference.Id, SiteId = site.Id, Name = l.Name, Post = l.Post, Body = l.Body, Count = l.Count, PersonKey = l.PersonKey, IsPresent = arePresent,
            }));
            work.Record(new ConferenceParticipantsAdded(ConferenceEvent.About(conference), site.Name, added.Count), capacity);

            return Result.Done;
        }, ct);

    /// <summary>Roll call of all sites: those named were there, all others were not. The conference stands as held.</summary>
    /// <returns>Refusals <c>conference.notYet</c>, <c>conference.participantUnknown</c>.</returns>
    public Task<Result> RollAsync(string code, IReadOnlyCollection<Guid> present, Acting acting, CancellationToken ct) =>
        ActAsync(code, acting, async (work, conference, capacity, token) =>
        {
            if (conference.HeldOn > work.Today)
            {
                return new Refusal("conference.notYet", null, OfficialDate.Short(conference.HeldOn));
            }

            var all = await work.Db.Set<ConferenceParticipant>().Where(p => p.ConferenceId == conference.Id).ToListAsync(token);
            if (present.Except(all.Select(p => p.Id)).Any())
            {
                return new Refusal("conference.participantUnknown");
            }

            all.ForEach(p => p.IsPresent = present.Contains(p.Id));
            conference.Hold();
            work.Record(new ConferenceRolled(ConferenceEvent.About(conference), ConferenceRules.Present(all)), capacity);

            return Result.Done;
        }, ct);

    private static Dictionary<string, ConferenceSite> Paths(List<ConferenceSite> sites)
    {
        var paths = new Dictionary<Guid, string>();
        foreach (var site in sites)
        {
            paths[site.Id] = (site.ParentId is { } parent ? paths[parent] + "/" : "") + VietnameseText.Fold(site.Name);
        }

        return sites.GroupBy(s => paths[s.Id]).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    private static void Write(Conference conference, ConferenceInput asked)
    {
        conference.Describe(asked.Title.Trim(), asked.Theme?.Trim());
        (conference.HeldOn, conference.Place, conference.Chair, conference.Invited, conference.Report) = (asked.HeldOn, asked.Place?.Trim(), asked.Chair?.Trim(), asked.Invited?.Trim(), asked.Report?.Trim());
    }

    private Task<Result> ActAsync(string code, Acting acting, Func<Work, Conference, Capacity, CancellationToken, Task<Result>> act, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            var found = await work.ConferenceAsync(code, token);

            return found.IsRefused ? found : await act(work, found.Value.Conference, found.Value.Capacity, token);
        }, ct);
}

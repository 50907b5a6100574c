using System.Globalization;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Language;
using NghiTruong.Refusals;

namespace NghiTruong.Conferences;

/// <summary>A line of the tree of sites, as typed: hyphens before the name tell the level.</summary>
/// <param name="Level">0 for the first level.</param>
/// <param name="Parent">Index of the line above it in the tree; null for the first level.</param>
/// <param name="Path">Names from the top down, folded: what makes a site the same one when the tree is typed anew.</param>
public sealed record SiteLine(string Name, int Level, int? Parent, string Path);

/// <summary>A line of those who take part: a person, or a number of a body.</summary>
public sealed record ParticipantLine(string? Name, string? Post, string Body, int Count)
{
    public string PersonKey => VietnameseText.Fold(Name is null ? $"#{Body}" : $"{Name}|{Body}");
}

/// <summary>Rules of conferences, pure; each refusal has the name its test asserts.</summary>
public static class ConferenceRules
{
    public const int MostSites = 500;
    private const int MostLevels = 6;
    private const int MostOfABody = 10_000;

    /// <summary>Reads the tree of sites: one a line, <c>-</c> for the second level, <c>--</c> for the third.</summary>
    /// <returns>Refusals <c>conference.siteMissing</c>, <c>.siteLevelSkips</c>, <c>.siteTwice</c>, <c>.sitesTooMany</c>.</returns>
    public static Result<IReadOnlyList<SiteLine>> ReadSites(string? typed)
    {
        List<SiteLine> sites = [];
        var open = new int[MostLevels];
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var level = line.TakeWhile(c => c is '-' or '–').Count();
            var name = VietnameseText.Clean(line[level..]);
            if (name.Length == 0)
            {
                continue;
            }

            var above = sites.Count == 0 ? -1 : sites[^1].Level;
            if (level > above + 1 || level >= MostLevels)
            {
                return new Refusal("conference.siteLevelSkips", "Sites", name);
            }

            int? parent = level == 0 ? null : open[level - 1];
            var path = (parent is { } p ? sites[p].Path + "/" : "") + VietnameseText.Fold(name);
            if (sites.Any(s => s.Path == path))
            {
                return new Refusal("conference.siteTwice", "Sites", name);
            }

            open[level] = sites.Count;
            sites.Add(new SiteLine(name, level, parent, path));
        }

        return sites.Count switch
        {
            0 => new Refusal("conference.siteMissing", "Sites"),
            > MostSites => new Refusal("conference.sitesTooMany", "Sites", MostSites),
            _ => Result.Of<IReadOnlyList<SiteLine>>(sites),
        };
    }

    /// <summary>Reads who takes part, one a line: <c>Họ tên; chức vụ; cơ quan</c>, or a number and a body: <c>12; Công chức Văn phòng các xã</c>.</summary>
    /// <returns>Refusals <c>conference.participantUnreadable</c>, <c>.participantMissing</c>.</returns>
    public static Result<IReadOnlyList<ParticipantLine>> ReadParticipants(string? typed)
    {
        List<ParticipantLine> read = [];
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            ParticipantLine? one = parts switch
            {
                [var count, var body] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= MostOfABody => new ParticipantLine(null, null, VietnameseText.Clean(body), n),
                [var name, var body] when !char.IsAsciiDigit(name[0]) => new ParticipantLine(VietnameseText.Clean(name), null, VietnameseText.Clean(body), 1),
                [var name, var post, var body] when !char.IsAsciiDigit(name[0]) => new ParticipantLine(VietnameseText.Clean(name), VietnameseText.Clean(post), VietnameseText.Clean(body), 1),
                _ => null,
            };
            if (one is null)
            {
                return new Refusal("conference.participantUnreadable", "Lines", line);
            }

            read.Add(one);
        }

        return read.Count == 0 ? new Refusal("conference.participantMissing", "Lines") : Result.Of<IReadOnlyList<ParticipantLine>>([.. read.DistinctBy(p => p.PersonKey)]);
    }

    /// <summary>How many were there: a person once, though at two sites; of unnamed ones their number.</summary>
    public static int Present(IEnumerable<ConferenceParticipant> participants)
    {
        var present = participants.Where(p => p.IsPresent).ToList();

        return present.Where(p => p.Name is not null).Select(p => p.PersonKey).Distinct().Count() + present.Where(p => p.Name is null).Sum(p => p.Count);
    }

    /// <summary>How many are named or counted in the list, present or not; a person once.</summary>
    public static int Listed(IReadOnlyCollection<ConferenceParticipant> participants) =>
        participants.Where(p => p.Name is not null).Select(p => p.PersonKey).Distinct().Count() + participants.Where(p => p.Name is null).Sum(p => p.Count);

    public static IReadOnlyList<Refusal> WrongIn(ConferenceInput asked) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Title) ? new Refusal("conference.titleMissing", nameof(asked.Title)) : null,
            Secrets.InText(asked.Title, nameof(asked.Title)), Secrets.InText(asked.Theme, nameof(asked.Theme)), Secrets.InText(asked.Report, nameof(asked.Report)),
        }.OfType<Refusal>(),
    ];

    public static IReadOnlyList<Refusal> WrongIn(OpinionInput asked) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Body) ? new Refusal("conference.bodyMissing", nameof(asked.Body)) : null,
            string.IsNullOrWhiteSpace(asked.Words) ? new Refusal("conference.wordsMissing", nameof(asked.Words)) : Secrets.InText(asked.Words, nameof(asked.Words)),
        }.OfType<Refusal>(),
    ];

    public static IReadOnlyList<Refusal> WrongIn(PaperInput asked) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Title) ? new Refusal("conference.paperTitleMissing", nameof(asked.Title)) : Secrets.InText(asked.Title, nameof(asked.Title)),
            string.IsNullOrWhiteSpace(asked.Body) ? new Refusal("conference.bodyMissing", nameof(asked.Body)) : null,
            Secrets.InText(asked.Summary, nameof(asked.Summary)),
        }.OfType<Refusal>(),
    ];

    /// <summary>A proposal that somebody leads has a day; one with a day has a lead.</summary>
    public static IReadOnlyList<Refusal> WrongIn(ProposalInput asked, DateOnly heldOn) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Content) ? new Refusal("conference.contentMissing", nameof(asked.Content)) : Secrets.InText(asked.Content, nameof(asked.Content)),
            asked.LeadAgencyId is not null && asked.DueOn is null ? new Refusal("conference.dueMissing", nameof(asked.DueOn)) : null,
            asked.DueOn is not null && asked.LeadAgencyId is null ? new Refusal("conference.leadMissing", nameof(asked.LeadAgencyId)) : null,
            asked.DueOn < heldOn ? new Refusal("conference.dueBeforeHeld", nameof(asked.DueOn)) : null,
        }.OfType<Refusal>(),
    ];
}

/// <summary>Human codes of conferences.</summary>
public static class ConferenceCode
{
    public static string Series(Council council, int year) => string.Create(CultureInfo.InvariantCulture, $"HN-{council.Code}-{year:0000}");

    public static string Of(string series, int number) => string.Create(CultureInfo.InvariantCulture, $"{series}-{number:00000}");
}

using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Refusals;
using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Library;

/// <summary>Law, models and lessons are for everybody who works here.</summary>
public sealed class ReadLibrary() : Permission(
    "library.read", (Administrator, OwnCouncil), (Clerk, OwnCouncil), (StandingCommittee, OwnCouncil), (CommitteeHead, OwnCouncil), (Role.Delegate, OwnCouncil), (FrontOfficer, OwnCouncil), (UpperViewer, OwnCouncil), (Auditor, OwnCouncil));

/// <summary>Keeping the texts of one's own council; the administrator of the nation keeps those of all.</summary>
public sealed class KeepLibrary() : Permission("library.keep", (Administrator, OwnCouncil), (Clerk, OwnCouncil));

/// <summary>What can happen to a text of the library.</summary>
public sealed record LibraryTextSaved(Subject Subject, string Title) : HouseEvent(Subject)
{
    public const string SubjectKind = "libraryText";

    public override string Code => "libraryText.saved";
}

public sealed record LibraryTextTakenDown(Subject Subject, string Title) : HouseEvent(Subject)
{
    public override string Code => "libraryText.takenDown";
}

/// <summary>A text as it is written.</summary>
public sealed record LibraryInput
{
    /// <summary>The text that is changed, or the shipped one that is replaced; null for a new one.</summary>
    [StringLength(60)]
    public string? Code { get; init; }

    /// <summary>Null for the nation.</summary>
    public Guid? CouncilId { get; init; }

    public LibraryKind Kind { get; init; }

    public LibraryUse Use { get; init; }

    [StringLength(300)]
    public required string Title { get; init; }

    [StringLength(InputShape.LongestText)]
    public required string Body { get; init; }

    public int? Version { get; init; }
}

/// <summary>Keeping the library: texts written, changed, taken down.</summary>
public sealed class LibraryDesk(OperationRunner operations)
{
    /// <returns>The code; refusals <c>council.notFound</c>, <c>library.notFound</c>, <c>.titleMissing</c>, <c>.bodyMissing</c>, <c>record.changedMeanwhile</c>, <c>text.secret</c>, <c>input.*</c>.</returns>
    public Task<Result<string>> SaveAsync(LibraryInput asked, Acting acting, CancellationToken ct) =>
        operations.RunAsync<string>(acting, async (work, token) =>
        {
            if (await PlaceAsync(work, asked.CouncilId, token) is not var (council, capacity))
            {
                return new Refusal("council.notFound", nameof(asked.CouncilId));
            }

            if (WrongIn(asked) is { Count: > 0 } wrong)
            {
                return Result<string>.Refuse(wrong);
            }

            await work.HoldAsync(asked.CouncilId ?? Guid.Empty, token);
            var standing = asked.Code is null ? null : await work.Db.Set<LibraryText>().FirstOrDefaultAsync(t => t.Code == asked.Code && t.CouncilId == asked.CouncilId, token);
            if (asked.Code is { } code && standing is null && ShippedLibrary.All.All(t => t.Code != code))
            {
                return new Refusal("library.notFound", null, code);
            }

            if (standing is not null && Work.ChangedMeanwhile(standing, asked.Version) is { } stale)
            {
                return stale;
            }

            var text = standing ?? await NewAsync(work, asked, council, token);
            (text.Kind, text.Use, text.Title, text.Body, text.ChangedOn, text.IsTakenDown) = (asked.Kind, asked.Use, asked.Title.Trim(), asked.Body.Trim(), work.Today, false);
            work.Record(new LibraryTextSaved(About(text), text.Title), capacity);

            return text.Code;
        }, ct);

    /// <summary>A text of one's own is shown no more; a shipped one that it replaced stands again.</summary>
    /// <returns>Refusals <c>library.notFound</c>.</returns>
    public Task<Result> TakeDownAsync(string code, Guid? councilId, Acting acting, CancellationToken ct) =>
        operations.RunAsync(acting, async (work, token) =>
        {
            if (await PlaceAsync(work, councilId, token) is not var (_, capacity) || await work.Db.Set<LibraryText>().FirstOrDefaultAsync(t => t.Code == code && t.CouncilId == councilId && !t.IsTakenDown, token) is not { } text)
            {
                return new Refusal("library.notFound", null, code);
            }

            text.IsTakenDown = true;
            work.Record(new LibraryTextTakenDown(About(text), text.Title), capacity);

            return Result.Done;
        }, ct);

    private static Subject About(LibraryText text) => new(LibraryTextSaved.SubjectKind, text.Id, text.Code, text.CouncilId ?? Guid.Empty);

    private static IReadOnlyList<Refusal> WrongIn(LibraryInput asked) =>
    [
        .. InputShape.WrongIn(asked),
        .. new[]
        {
            string.IsNullOrWhiteSpace(asked.Title) ? new Refusal("library.titleMissing", nameof(asked.Title)) : null,
            string.IsNullOrWhiteSpace(asked.Body) ? new Refusal("library.bodyMissing", nameof(asked.Body)) : Secrets.InText(asked.Body, nameof(asked.Body)),
        }.OfType<Refusal>(),
    ];

    private static async Task<(Council? Council, Capacity Capacity)?> PlaceAsync(Work work, Guid? councilId, CancellationToken ct)
    {
        if (councilId is not { } id)
        {
            return work.Acting.ScopeOf<KeepLibrary>().All ? (null, work.Acting.Capacities[0]) : null;
        }

        return await work.Db.Set<Council>().FirstOrDefaultAsync(c => c.Id == id, ct) is { } council && work.Acting.CapacityFor<KeepLibrary>(council.Id, council.ProvinceId) is { } capacity ? (council, capacity) : null;
    }

    private static async Task<LibraryText> NewAsync(Work work, LibraryInput asked, Council? council, CancellationToken ct)
    {
        var series = $"TV-{council?.Code ?? "VN"}";
        var number = asked.Code is null ? await CodeSeries.NextAsync(work.Db, series, 1, ct) : 0;
        var text = new LibraryText
        {
            Id = Guid.CreateVersion7(), CouncilId = asked.CouncilId, Code = asked.Code ?? string.Create(CultureInfo.InvariantCulture, $"{series}-{number:00000}"),
            Kind = asked.Kind, Use = asked.Use, Title = asked.Title, Body = asked.Body, ChangedOn = work.Today,
        };
        work.Db.Add(text);

        return text;
    }
}

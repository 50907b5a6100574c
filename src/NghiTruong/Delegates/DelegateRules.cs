using System.ComponentModel.DataAnnotations;
using NghiTruong.Refusals;

namespace NghiTruong.Delegates;

/// <summary>A delegate as the register tells: new, or said anew.</summary>
public sealed record DelegateInput
{
    /// <summary>Given by the page or program that asks, so that what is sent twice is one delegate.</summary>
    public Guid? Id { get; init; }

    public Guid CouncilId { get; init; }

    [StringLength(120)]
    public required string FullName { get; init; }

    public bool? IsWoman { get; init; }

    [StringLength(300)]
    public string? Occupation { get; init; }

    [StringLength(300)]
    public string? Education { get; init; }

    [StringLength(200)]
    public string? Constituency { get; init; }

    public Guid? GroupId { get; init; }

    /// <summary>Only for a new one.</summary>
    public DelegateEntry Entry { get; init; }

    /// <summary>First day of the mandate; only for a new one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Full-time since the first day; only for a new one.</summary>
    public bool IsFullTime { get; init; }

    /// <summary>Said when the same name is there already: another person of that name.</summary>
    public bool IsAnother { get; init; }
}

public sealed record MandateEndInput([property: StringLength(100)] string? Document, DateOnly? LastDay, MandateEnd? Because);

public sealed record SpellInput
{
    public Guid? Id { get; init; }

    public required SpellKind Kind { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [StringLength(500)]
    public string? Reason { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

public sealed record PostInput
{
    public Guid? Id { get; init; }

    public required PostKind Post { get; init; }

    public Guid? BodyId { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    [StringLength(100)]
    public string? Document { get; init; }
}

/// <summary>Rules of the register, pure; each refusal has the name its test asserts.</summary>
public static class DelegateRules
{
    /// <summary>Posts that one person holds at a time: in a council, or in one of its bodies.</summary>
    private static readonly PostKind[] Single = [PostKind.Chair, PostKind.CommitteeHead, PostKind.GroupHead];

    private static readonly PostKind[] OfCouncil = [PostKind.Chair, PostKind.ViceChair];

    public static bool IsOfCouncil(PostKind post) => OfCouncil.Contains(post);

    public static bool IsOfGroup(PostKind post) => post is PostKind.GroupHead or PostKind.GroupDeputy;

    public static bool IsLead(PostKind post) => post is PostKind.Chair or PostKind.ViceChair or PostKind.CommitteeHead or PostKind.CommitteeDeputy;

    /// <returns>Refusals <c>delegate.nameMissing</c>, <c>delegate.nameWrong</c>, <c>delegate.fromMissing</c>, <c>delegate.inFuture</c>, <c>input.*</c>.</returns>
    public static IReadOnlyList<Refusal> WrongIn(DelegateInput asked, bool isNew, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        var name = DelegateNames.Clean(asked.FullName);
        if (name.Length == 0)
        {
            wrong.Add(new Refusal("delegate.nameMissing", nameof(asked.FullName)));
        }
        else if (name.Any(char.IsAsciiDigit) || !name.Contains(' '))
        {
            wrong.Add(new Refusal("delegate.nameWrong", nameof(asked.FullName)));
        }

        if (isNew && asked.From is null)
        {
            wrong.Add(new Refusal("delegate.fromMissing", nameof(asked.From)));
        }
        else if (isNew && asked.From > today)
        {
            wrong.Add(new Refusal("delegate.inFuture", nameof(asked.From)));
        }

        return wrong;
    }

    /// <returns>Refusals <c>delegate.ended</c>, <c>delegate.causeMissing</c>, <c>delegate.untilMissing</c>, <c>delegate.untilBeforeFrom</c>, <c>delegate.inFuture</c>, <c>delegate.documentMissing</c>.</returns>
    public static IReadOnlyList<Refusal> CannotEnd(Delegate d, MandateEndInput asked, DateOnly today)
    {
        if (d.Until is not null)
        {
            return [new Refusal("delegate.ended", null, d.Code)];
        }

        List<Refusal> wrong = [.. InputShape.WrongIn(asked)];
        if (asked.Because is null)
        {
            wrong.Add(new Refusal("delegate.causeMissing", nameof(asked.Because)));
        }

        if (WrongDays(d.From, asked.LastDay, today, nameof(asked.LastDay)) is { } days)
        {
            wrong.Add(days);
        }

        // Who loses, leaves or is removed from a mandate does so by a paper; death and the end of a term need none.
        if (asked.Because is MandateEnd.Released or MandateEnd.Removed or MandateEnd.Lost && string.IsNullOrWhiteSpace(asked.Document))
        {
            wrong.Add(new Refusal("delegate.documentMissing", nameof(asked.Document)));
        }

        return wrong;
    }

    /// <param name="others">Spells of the same delegate.</param>
    public static IReadOnlyList<Refusal> WrongIn(SpellInput asked, Delegate d, IEnumerable<DelegateSpell> others, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked), .. WrongSpan(d, asked.From, asked.Until, today)];
        if (asked.Kind is SpellKind.Suspended or SpellKind.FullTime && string.IsNullOrWhiteSpace(asked.Document))
        {
            wrong.Add(new Refusal("delegate.documentMissing", nameof(asked.Document)));
        }

        if (asked.From is { } from && others.Any(s => s.Kind == asked.Kind && Overlap(s.From, s.Until, from, asked.Until)))
        {
            wrong.Add(new Refusal("delegate.spellTwice", nameof(asked.From)));
        }

        return wrong;
    }

    /// <param name="held">Posts of the whole council.</param>
    /// <param name="body">The body named, of whichever council; null where none was found.</param>
    /// <returns>Refusals <c>delegate.postBodyWrong</c>, <c>delegate.postHeld</c> (two heads at once), <c>delegate.postTwice</c>, <c>delegate.postBoth</c>, and those of days.</returns>
    public static IReadOnlyList<Refusal> WrongIn(PostInput asked, Delegate d, IReadOnlyCollection<DelegatePost> held, Councils.Body? body, DateOnly today)
    {
        List<Refusal> wrong = [.. InputShape.WrongIn(asked), .. WrongSpan(d, asked.From, asked.Until, today)];
        var right = IsOfCouncil(asked.Post)
            ? asked.BodyId is null
            : body is not null && body.CouncilId == d.CouncilId && body.Kind == (IsOfGroup(asked.Post) ? Councils.BodyKind.DelegateGroup : Councils.BodyKind.Committee);
        if (!right)
        {
            wrong.Add(new Refusal("delegate.postBodyWrong", nameof(asked.BodyId)));
        }

        var meanwhile = held.Where(p => asked.From is { } from && Overlap(p.From, p.Until, from, asked.Until)).ToList();
        if (meanwhile.Exists(p => p.DelegateId == d.Id && p.Post == asked.Post && p.BodyId == asked.BodyId))
        {
            wrong.Add(new Refusal("delegate.postTwice", nameof(asked.Post)));
        }
        else if (Single.Contains(asked.Post) && meanwhile.Exists(p => p.Post == asked.Post && p.BodyId == asked.BodyId))
        {
            wrong.Add(new Refusal("delegate.postHeld", nameof(asked.Post)));
        }
        else if (meanwhile.Exists(p => p.DelegateId == d.Id && Excludes(p, asked)))
        {
            wrong.Add(new Refusal("delegate.postBoth", nameof(asked.Post)));
        }

        return wrong;
    }

    /// <summary>Chair and vice chair are two people; head, deputy and member of one committee too.</summary>
    private static bool Excludes(DelegatePost held, PostInput asked) =>
        (IsOfCouncil(held.Post) && IsOfCouncil(asked.Post)) || (held.BodyId is not null && held.BodyId == asked.BodyId);

    internal static Refusal? WrongDays(DateOnly from, DateOnly? last, DateOnly today, string field) => last switch
    {
        null => new Refusal("delegate.untilMissing", field),
        { } day when day < from => new Refusal("delegate.untilBeforeFrom", field),
        { } day when day > today => new Refusal("delegate.inFuture", field),
        _ => null,
    };

    private static IEnumerable<Refusal> WrongSpan(Delegate d, DateOnly? from, DateOnly? until, DateOnly today)
    {
        if (from is not { } first)
        {
            yield return new Refusal("delegate.fromMissing", "From");
            yield break;
        }

        if (first > today)
        {
            yield return new Refusal("delegate.inFuture", "From");
        }

        if (until < first)
        {
            yield return new Refusal("delegate.untilBeforeFrom", "Until");
        }

        if (!d.SitsOn(first) || (until is { } last && d.Until is { } end && last > end))
        {
            yield return new Refusal("delegate.outsideMandate", "From");
        }
    }

    private static bool Overlap(DateOnly from, DateOnly? until, DateOnly otherFrom, DateOnly? otherUntil) =>
        (otherUntil is null || from <= otherUntil) && (until is null || otherFrom <= until);
}

using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Conferences;

/// <summary>How far a conference has come.</summary>
public enum ConferenceState
{
    Planned,
    Held,

    /// <summary>Its conclusion stands in words.</summary>
    Concluded,
}

/// <summary>Hội nghị trao đổi kinh nghiệm: theme, chair, sites, papers, opinions, proposals, conclusion.</summary>
public sealed class Conference : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>HN-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the event.</summary>
    public required string Title { get; set; }

    /// <summary>Chủ đề.</summary>
    public string? Theme { get; set; }

    public required DateOnly HeldOn { get; set; }

    /// <summary>Where it is chaired from.</summary>
    public string? Place { get; set; }

    /// <summary>Who chairs, with posts as announced.</summary>
    public string? Chair { get; set; }

    /// <summary>Who is invited, as the invitation words it.</summary>
    public string? Invited { get; set; }

    /// <summary>What was reported: results, shortcomings.</summary>
    public string? Report { get; set; }

    public ConferenceState State { get; private set; }

    public string? Conclusion { get; private set; }

    /// <summary>The notice of conclusion, drafted in the room Letters.</summary>
    public Guid? NoticeLetterId { get; private set; }

    public string? NoticeNumber { get; private set; }

    public DateOnly? NoticeOn { get; private set; }

    /// <summary>Title, theme and code as lists compare them.</summary>
    [NotInJournal]
    public string Folded { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public void Describe(string title, string? theme)
    {
        (Title, Theme) = (title, theme);
        Fold();
    }

    public void Hold() => State = State == ConferenceState.Planned ? ConferenceState.Held : State;

    public void Conclude(string conclusion)
    {
        Conclusion = conclusion;
        State = ConferenceState.Concluded;
    }

    public void DraftNotice(Guid letter) => NoticeLetterId = letter;

    public void Notify(string? number, DateOnly on) => (NoticeNumber, NoticeOn) = (number, on);

    /// <summary>Withdrawn or discarded: another one may be drafted.</summary>
    public void TakeNoticeBack() => (NoticeLetterId, NoticeNumber, NoticeOn) = (null, null, null);

    public void AfterRestoring() => Fold();

    private void Fold() => Folded = VietnameseText.Fold($"{Title} {Theme} {Code}");
}

/// <summary>Điểm cầu: a room people sit in, below the one it is connected through.</summary>
public sealed class ConferenceSite : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ConferenceId { get; init; }

    /// <summary>Null for the main one and others of the first level.</summary>
    public Guid? ParentId { get; set; }

    public required string Name { get; init; }

    /// <summary>0 for the first level.</summary>
    public required int Level { get; set; }

    /// <summary>Place in the tree written out line by line.</summary>
    public required int Place { get; set; }

    /// <summary>The council whose site it is, where its name says so: its people find the conference.</summary>
    public Guid? SiteCouncilId { get; set; }

    public Guid SubjectId => ConferenceId;
}

/// <summary>Somebody, or so many of one body, at a site. The same person at two sites is counted once.</summary>
public sealed class ConferenceParticipant : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ConferenceId { get; init; }

    public required Guid SiteId { get; init; }

    /// <summary>Null for an unnamed number of persons.</summary>
    [Personal]
    public string? Name { get; init; }

    public string? Post { get; init; }

    /// <summary>The body they come from: <c>Ủy ban MTTQ Việt Nam huyện</c>.</summary>
    public required string Body { get; init; }

    /// <summary>1 for a named person.</summary>
    public required int Count { get; init; }

    /// <summary>Who it is: name and body folded; for a number, the body alone.</summary>
    [NotInJournal]
    public required string PersonKey { get; init; }

    public bool IsPresent { get; set; }

    public Guid SubjectId => ConferenceId;
}

/// <summary>Tham luận, with its file.</summary>
public sealed class ConferencePaper : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ConferenceId { get; init; }

    public required int Place { get; init; }

    public required string Title { get; init; }

    public string? Author { get; init; }

    /// <summary>The body it comes from.</summary>
    public required string Body { get; init; }

    public string? Summary { get; init; }

    public Guid SubjectId => ConferenceId;
}

/// <summary>Ý kiến thảo luận: who, of which body, in which words.</summary>
public sealed class ConferenceOpinion : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ConferenceId { get; init; }

    public required int Place { get; init; }

    [Personal]
    public string? Speaker { get; init; }

    public required string Body { get; init; }

    public required string Words { get; init; }

    public Guid SubjectId => ConferenceId;
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Only noted.</summary>
    Noted,

    /// <summary>Somebody leads it by a day: a follow-up item.</summary>
    Following,
    Done,
}

/// <summary>Đề xuất, kiến nghị of the conference; given a lead and a day it becomes a follow-up item.</summary>
public sealed class ConferenceProposal : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid ConferenceId { get; init; }

    public required int Place { get; init; }

    public required string Content { get; init; }

    /// <summary>The opinion it came from, where one is named.</summary>
    public Guid? OpinionId { get; init; }

    public Guid? LeadAgencyId { get; set; }

    /// <summary>Who leads it, in words.</summary>
    public string? Lead { get; set; }

    public DateOnly? DueOn { get; set; }

    public Guid? ItemId { get; set; }

    public ProposalState State { get; set; }

    public string? Result { get; set; }

    public DateOnly? DoneOn { get; set; }

    public Guid SubjectId => ConferenceId;
}

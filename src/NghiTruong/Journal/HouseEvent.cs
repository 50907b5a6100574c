namespace NghiTruong.Journal;

/// <summary>The record an event is about.</summary>
/// <param name="Kind"><c>petition</c>, <c>unit</c>, <c>user</c> ...</param>
/// <param name="Code">What people call it; null where it has no code.</param>
/// <param name="CouncilId">Whose chain it stands in; the empty id is the nation's own chain.</param>
public sealed record Subject(string Kind, Guid Id, string? Code, Guid CouncilId);

/// <summary>
/// Something that happened, in the words of its room. An operation records it; the journal keeps it, handlers of upper rooms run in the same
/// transaction, slow work reads it from the outbox. Properties marked <see cref="PersonalAttribute"/> are kept apart and can be erased.
/// </summary>
public abstract record HouseEvent(Subject Subject)
{
    /// <summary>Stable code, <c>petition.classified</c>; its sentence is the text <c>journal.petition.classified</c>.</summary>
    public abstract string Code { get; }

    /// <summary>True when the change it brought can be taken back as a new act; what was sent stays sent.</summary>
    public virtual bool CanBeUndone => false;
}

/// <summary>A value about a person: the journal hashes a salted digest of it and keeps the value in a row of its own, which lawful erasure deletes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

/// <summary>A property that says nothing to a reader of the story: derived text, denormalised copies.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInJournalAttribute : Attribute;

/// <summary>A record that derives fields the journal does not keep, and derives them again after an undo restored it.</summary>
public interface IRestored
{
    void AfterRestoring();
}

/// <summary>A row that belongs to the record of an event (a follow-up item to its petition), so its change stands in that record's story.</summary>
public interface IPartOf
{
    Guid SubjectId { get; }
}

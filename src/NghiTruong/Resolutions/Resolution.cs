using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Resolutions;

/// <summary>
/// Một nghị quyết của Hội đồng nhân dân in the council's own register: what it is, since and until when it holds, who watches it, and when it was last looked at.
/// Whether it holds is a question of the day (<see cref="StateOn"/>).
/// </summary>
public sealed class Resolution : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>NQ-26734-2026-00003</c>: council's code at birth, year, number in the register; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    /// <summary>As the document prints it: <c>14/2025/NQ-HĐND</c>, <c>12/NQ-HĐND</c>.</summary>
    public required string Number { get; set; }

    /// <summary>The number as it is compared: <see cref="ResolutionNumber.Key"/>.</summary>
    [NotInJournal]
    public required string NumberKey { get; set; }

    /// <summary>Year it was passed in: each year numbers anew (Decree 30/2020/NĐ-CP Art 15).</summary>
    public required int Year { get; set; }

    /// <summary>Trích yếu.</summary>
    public required string Title { get; set; }

    /// <summary>Code of the kind in <see cref="ResolutionKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Văn bản quy phạm pháp luật: numbers of its own.</summary>
    public required bool IsNormative { get; set; }

    public required DateOnly PassedOn { get; set; }

    public Guid? SessionId { get; set; }

    public DateOnly InForceFrom { get; private set; }

    /// <summary>Last day, where the resolution itself sets one.</summary>
    public DateOnly? InForceUntil { get; private set; }

    /// <summary>First day on which it holds no more, for whatever reason; null while none is known.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>As what it ends on <see cref="EndsOn"/>.</summary>
    public ResolutionState? EndsAs { get; private set; }

    /// <summary>The document that replaces or repeals it whole.</summary>
    public string? EndedBy { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public ResolutionState? EndedAs { get; private set; }

    /// <summary>From then on a part of it holds no more.</summary>
    public DateOnly? PartlyEndedOn { get; private set; }

    /// <summary>Number of what it replaces, as written.</summary>
    public string? Replaces { get; set; }

    /// <summary>The committee in charge; null is the Standing Committee.</summary>
    public Guid? BodyId { get; set; }

    /// <summary>The agency that carries it out.</summary>
    public Guid? LeadAgencyId { get; set; }

    /// <summary>Code of the field in the catalogue.</summary>
    public string? Field { get; set; }

    public string? Note { get; set; }

    /// <summary>The last look at it, and what that found.</summary>
    public DateOnly? LookedOn { get; private set; }

    public LookVerdict? Verdict { get; private set; }

    /// <summary>By then somebody must have looked at it again (rule RESOLUTION_LOOK).</summary>
    public DateOnly? LookDueOn { get; private set; }

    /// <summary><see cref="LookDueOn"/> while it holds: the key of "nobody has looked at it".</summary>
    [NotInJournal]
    public DateOnly? OwedBy { get; private set; }

    /// <summary>The day the register saw that it holds no more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Theo sổ: came with an imported register.</summary>
    public bool FromLedger { get; init; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public ResolutionState StateOn(DateOnly day) => StateOn(day, InForceFrom, EndsOn, EndsAs);

    /// <summary>Whether something holds on a day: not before its first day, not from the day it ends on.</summary>
    public static ResolutionState StateOn(DateOnly day, DateOnly from, DateOnly? endsOn, ResolutionState? endsAs) =>
        endsOn <= day ? endsAs ?? ResolutionState.Expired : day < from ? ResolutionState.NotYet : ResolutionState.InForce;

    public bool IsPartlyEndedOn(DateOnly day) => PartlyEndedOn <= day;

    /// <summary>The days its own text sets.</summary>
    public void Hold(DateOnly from, DateOnly? until)
    {
        (InForceFrom, InForceUntil) = (from, until);
        End();
    }

    /// <summary>Another document ends it whole from a day on; an earlier end of its own stays.</summary>
    public void EndBy(string number, DateOnly on, ResolutionState how)
    {
        (EndedBy, EndedOn, EndedAs) = (number, on, how);
        End();
    }

    public void EndPartly(DateOnly on) => PartlyEndedOn = PartlyEndedOn < on ? PartlyEndedOn : on;

    /// <summary>Somebody looked; a look entered afterwards does not take back a later one.</summary>
    public void Look(DateOnly on, LookVerdict verdict)
    {
        if (!(on < LookedOn))
        {
            (LookedOn, Verdict) = (on, verdict);
        }
    }

    /// <param name="day">Null where nobody need look at this kind, or no rule is in force.</param>
    public void LookBy(DateOnly? day)
    {
        LookDueOn = day;
        Settle();
    }

    /// <summary>It holds no more: nothing is owed to it.</summary>
    public void Close(DateOnly on)
    {
        ClosedOn = on;
        Settle();
    }

    /// <summary>It may hold again: its days were set right.</summary>
    public void Reopen()
    {
        ClosedOn = null;
        Settle();
    }

    public void AfterRestoring()
    {
        (NumberKey, Year) = (ResolutionNumber.TryParse(Number, out var number) ? number.Key : NumberKey, PassedOn.Year);
        End();
    }

    private void End()
    {
        var own = InForceUntil?.AddDays(1);
        (EndsOn, EndsAs) = EndedOn is { } other && !(own < other) ? (EndedOn, EndedAs) : (own, own is null ? null : ResolutionState.Expired);
        Settle();
    }

    private void Settle() => OwedBy = ClosedOn is not null || EndsOn <= LookDueOn ? null : LookDueOn;
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Operations;

namespace NghiTruong.Resolutions;

/// <summary>How a resolution comes into the register, by form or by file. Inside an operation that holds the council.</summary>
internal static class ResolutionEntry
{
    /// <param name="asked">Looked at by <see cref="ResolutionRules.WrongIn"/> before.</param>
    public static async Task<Resolution> NewAsync(Work work, Council council, ResolutionInput asked, bool fromLedger, CancellationToken ct)
    {
        var series = ResolutionCode.Series(ResolutionCode.Resolution, council, asked.PassedOn.Year);
        _ = ResolutionNumber.TryParse(asked.Number, out var number);
        var r = new Resolution
        {
            Id = asked.Id ?? Guid.CreateVersion7(),
            CouncilId = council.Id,
            ProvinceId = council.ProvinceId,
            OriginCouncilId = council.Id,
            Code = ResolutionCode.Of(series, await CodeSeries.NextAsync(work.Db, series, 1, ct)),
            Number = number.Written,
            NumberKey = number.Key,
            Year = asked.PassedOn.Year,
            Title = asked.Title.Trim(),
            Kind = asked.Kind!,
            IsNormative = ResolutionRules.IsNormative(asked.Kind!, number),
            PassedOn = asked.PassedOn,
            FromLedger = fromLedger,
            CreatedAt = work.Now,
        };
        Write(r, asked);
        work.Db.Add(r);

        return r;
    }

    public static void Write(Resolution r, ResolutionInput asked)
    {
        _ = ResolutionNumber.TryParse(asked.Number, out var number);
        (r.Number, r.NumberKey, r.Title, r.Kind, r.IsNormative) = (number.Written, number.Key, asked.Title.Trim(), asked.Kind!, ResolutionRules.IsNormative(asked.Kind!, number));
        (r.PassedOn, r.Year, r.SessionId, r.BodyId, r.LeadAgencyId, r.Field, r.Note) = (asked.PassedOn, asked.PassedOn.Year, asked.SessionId, asked.BodyId, asked.LeadAgencyId, asked.Field, asked.Note);
        r.Replaces = ResolutionNumber.TryParse(asked.Replaces, out var former) ? former.Written : asked.Replaces;
        r.Hold(asked.InForceFrom ?? asked.PassedOn, asked.InForceUntil);
    }

    /// <summary>The one that has this number in the council's own register: numbers are unique by council, year and kind (Decree 30/2020/NĐ-CP Art 15).</summary>
    public static async Task<Resolution?> StandingAsync(Db db, ResolutionInput asked, Guid origin, CancellationToken ct)
    {
        _ = ResolutionNumber.TryParse(asked.Number, out var number);
        var (normative, year) = (ResolutionRules.IsNormative(asked.Kind!, number), asked.PassedOn.Year);

        return await db.Set<Resolution>().FirstOrDefaultAsync(r => r.OriginCouncilId == origin && r.Year == year && r.IsNormative == normative && r.NumberKey == number.Key, ct);
    }

    /// <summary>The former one ends with the new one, on the day the new one comes into force; what has ended already stays as it ended.</summary>
    public static void Replace(Work work, Resolution r, Resolution former, Capacity capacity)
    {
        if (former.EndedBy is not null)
        {
            return;
        }

        var on = r.InForceFrom > former.InForceFrom ? r.InForceFrom : former.InForceFrom;
        Change(work, former, new ResolutionChangeInput { Kind = ResolutionChangeKind.Replaced, Number = r.Number, On = on }, r.Id, capacity);
        CloseIfEnded(work, former, capacity);
    }

    /// <summary>Another document amends, replaces or repeals it.</summary>
    public static void Change(Work work, Resolution r, ResolutionChangeInput asked, Guid? by, Capacity capacity)
    {
        work.Db.Add(new ResolutionChange
        {
            Id = Guid.CreateVersion7(), ResolutionId = r.Id, Kind = asked.Kind, On = asked.On, Number = asked.Number, ById = by, Part = asked.Kind.EndsIt() ? null : asked.Part,
        });
        switch (asked.Kind)
        {
            case ResolutionChangeKind.Replaced or ResolutionChangeKind.Repealed:
                r.EndBy(asked.Number, asked.On, asked.Kind == ResolutionChangeKind.Replaced ? ResolutionState.Replaced : ResolutionState.Repealed);
                break;
            case ResolutionChangeKind.PartlyReplaced or ResolutionChangeKind.PartlyRepealed:
                r.EndPartly(asked.On);
                break;
        }

        work.Record(new ResolutionChanged(ResolutionEvent.About(r), asked.Kind, asked.Number, asked.On, asked.Part), capacity);
    }

    /// <summary>What holds no more today is closed at once; what ends later, on its day (<see cref="ResolutionCalendar"/>).</summary>
    public static void CloseIfEnded(Work work, Resolution r, Capacity capacity)
    {
        if (r.ClosedOn is null && r.StateOn(work.Today) is var state && ResolutionStates.Ended.Contains(state))
        {
            r.Close(work.Today);
            work.Record(new ResolutionEnded(ResolutionEvent.About(r), state, r.EndsOn!.Value), capacity);
        }
    }
}

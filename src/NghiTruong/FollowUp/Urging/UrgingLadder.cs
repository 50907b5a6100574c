using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Database;
using NghiTruong.Law;

namespace NghiTruong.FollowUp.Urging;

/// <summary>One step, as a value.</summary>
public sealed record UrgingStep(int Order, string Code, string NameVietnamese, string NameEnglish, bool MakesLetter, bool Repeats, UrgingAddressee Addressee = UrgingAddressee.Holder)
{
    public string NameIn(CultureInfo language) => language.TwoLetterISOLanguageName == "en" ? NameEnglish : NameVietnamese;
}

/// <summary>That the next step is due for an item, and why: text code <see cref="Why"/> with its values. People decide.</summary>
public sealed record UrgingProposal(UrgingStep Step, string Why, IReadOnlyList<object> Values);

/// <summary>The ladder of a council, bottom first.</summary>
public sealed record UrgingLadder(IReadOnlyList<UrgingStep> Steps, bool IsOwn)
{
    /// <summary>Domain 2.2: the seven steps of one province's practice (Thanh Hóa).</summary>
    public static UrgingLadder Shipped { get; } = new(
        [
            new(1, "URGE_FIRST", "Đôn đốc lần 1", "First urging", true, false),
            new(2, "URGE_AGAIN", "Đôn đốc lần tiếp theo", "Further urging", true, true),
            new(3, "TO_AUTHORITY", "Kiến nghị cấp có thẩm quyền xử lý", "Refer to the competent authority", true, false, UrgingAddressee.Superior),
            new(4, "EXPLANATION_SESSION", "Đưa vào phiên giải trình", "Put on an explanation session", false, false),
            new(5, "INTERPELLATION", "Đưa vào nội dung chất vấn", "Put to questioning", false, false),
            new(6, "SUPERVISE_AGAIN", "Tổ chức giám sát lại", "Supervise again", false, false),
            new(7, "TO_COUNCIL", "Báo cáo Hội đồng nhân dân xem xét trách nhiệm", "Report to the People's Council on responsibility", false, false),
        ],
        IsOwn: false);

    public UrgingStep? this[int order] => order >= 1 && order <= Steps.Count ? Steps[order - 1] : null;

    /// <summary>The step after so many taken: the same again where it repeats and is the last, else the one above; null at the top.</summary>
    public UrgingStep? After(int taken) => this[taken + 1] ?? (this[taken] is { Repeats: true } last ? last : null);

    public static async Task<UrgingLadder> OfAsync(Db db, Guid councilId, CancellationToken ct)
    {
        var rows = await db.Set<UrgingStepRule>().AsNoTracking().Where(r => r.CouncilId == councilId).OrderBy(r => r.Order).ToListAsync(ct);

        return rows.Count == 0
            ? Shipped
            : new UrgingLadder([.. rows.Select(r => new UrgingStep(r.Order, r.Code, r.NameVietnamese, r.NameEnglish, r.MakesLetter, r.Repeats, r.Addressee))], IsOwn: true);
    }

    /// <summary>Whether the next step is due: late and never urged, or urged and the reply did not come in time. Null: leave it.</summary>
    public UrgingProposal? Propose(DateOnly? owedBy, int taken, DateOnly? urgedOn, DateOnly? replyBy, DateOnly today, WorkCalendar calendar)
    {
        if (owedBy is not { } due || due >= today || After(taken) is not { } next || (replyBy is { } until && until >= today))
        {
            return null;
        }

        var late = Deadlines.DaysLate(due, today, calendar);
        if (taken == 0 || this[taken] is not { } last)
        {
            return new UrgingProposal(next, "followUp.propose.late", [late.Calendar, late.Working]);
        }

        return replyBy is { } asked
            ? new UrgingProposal(next, "followUp.propose.noReply", [last, urgedOn ?? due, asked, late.Calendar])
            : new UrgingProposal(next, "followUp.propose.skipped", [last, late.Calendar]);
    }
}

using NghiTruong.Accounts;
using NghiTruong.FollowUp;
using NghiTruong.FollowUp.Today;
using NghiTruong.Verification;

namespace NghiTruong.Web.Verification;

/// <summary>Verification reports that this person's council owes: late, and still to be written.</summary>
public sealed class VerificationToday(VerificationList list) : ITodaySource
{
    public async Task<IReadOnlyList<TodayCard>> ReadAsync(Acting acting, CancellationToken ct)
    {
        if (!acting.May<CarryOutVerifications>())
        {
            return [];
        }

        var (late, owed) = await list.CountOwedAsync(acting, FollowUpList.CountedUpTo, ct);

        return
        [
            new TodayCard("verification.today.late", late, $"{VerificationLinks.List}?late=true", TodayTone.Late, 16),
            new TodayCard("verification.today.owed", owed, VerificationLinks.List, TodayTone.Plain, 47),
        ];
    }
}

using NghiTruong.Accounts;
using NghiTruong.Interpellations;
using NghiTruong.Web.Supervision;

namespace NghiTruong.Web.Interpellations;

/// <summary>What may be done with a slip now and by whom, the next step first. The operations decide again; this only spares people closed doors.</summary>
public static class SlipActs
{
    public static IReadOnlyList<OpenAct> For(Interpellation s, Acting acting)
    {
        bool May<T>()
            where T : Permission, new() => acting.CapacityFor<T>(s.CouncilId, s.ProvinceId) is not null;
        var (selects, records) = (May<SelectSlips>(), May<RecordSittings>());
        var answers = May<AnswerInterpellations>() || acting.CapacityAtAgency<AnswerInterpellations>(s.AgencyId) is not null;
        var isClerk = acting.CapacityFor<JudgeAnswers>(s.CouncilId, s.ProvinceId)?.Role == Role.Clerk;
        var judges = May<JudgeAnswers>() && (isClerk || s.AskerUserId == acting.UserId);
        var edits = May<HandInSlips>() && (s.AskerUserId == acting.UserId || (isClerk && s.IsFromPaper));
        (bool Open, string Path, string Icon)[] acts = s.State switch
        {
            InterpellationState.Submitted => [(selects, "chon", "done"), (edits, "sua", "edit")],
            InterpellationState.Selected => [(records, "hoi", "meeting"), (records, "tra-loi", "edit"), (records, "bang-van-ban", "file")],
            InterpellationState.Asked => [(records, "tra-loi", "edit"), (records, "bang-van-ban", "file"), (records, "luot", "meeting")],
            InterpellationState.InWriting => [(answers, "van-ban-tra-loi", "file"), (records && s.AskedOn is not null, "luot", "meeting")],
            InterpellationState.Answered => [(judges, "y-kien", "done"), (records, "loi-hua", "add"), (records, "luot", "meeting"), (records, "bang-van-ban", "file")],
            InterpellationState.Written => [(judges, "y-kien", "done"), (records, "loi-hua", "add"), (records && s.AskedOn is not null, "luot", "meeting")],
            InterpellationState.NotAccepted =>
                [(records, "tra-loi", "edit"), (records, "bang-van-ban", "file"), (records && s.AskedOn is not null, "luot", "meeting"), (records, "loi-hua", "add")],
            InterpellationState.Accepted => [(records, "loi-hua", "add"), (records && s.AskedOn is not null, "luot", "meeting")],
        };

        return [.. acts.Where(a => a.Open).Select(a => new OpenAct("interpellations.act." + a.Path, a.Icon, a.Path == "chon" ? InterpellationLinks.SelectOne(s.Code) : InterpellationLinks.SlipAct(s.Code, a.Path)))];
    }
}

/// <summary>The same for a promise.</summary>
public static class PromiseActs
{
    public static IReadOnlyList<OpenAct> For(PromiseView view, Acting acting)
    {
        var p = view.Promise;
        var reports = acting.CapacityFor<ReportPromises>(p.CouncilId, p.ProvinceId) is not null || acting.CapacityAtAgency<ReportPromises>(p.AgencyId) is not null;
        var judges = acting.CapacityFor<JudgePromises>(p.CouncilId, p.ProvinceId) is { } capacity
            && (capacity.Role is Role.StandingCommittee or Role.Clerk || view.AskerUserId == acting.UserId);
        (bool Open, string Path, string Icon)[] acts = p.State switch
        {
            PromiseState.Following => [(reports, "bao-cao", "edit"), (judges, "danh-gia", "eye")],
            PromiseState.Reported => [(judges, "danh-gia", "done")],
            PromiseState.Closed => [],
        };

        return [.. acts.Where(a => a.Open).Select(a => new OpenAct("promises.act." + a.Path, a.Icon, InterpellationLinks.PromiseAct(p.Code, a.Path)))];
    }
}

/// <summary>The same for an explanation session; the two letters are drafted by a press on its page.</summary>
public static class ExplanationActs
{
    public static IReadOnlyList<OpenAct> For(ExplanationView view, Acting acting, DateOnly today)
    {
        var s = view.Session;
        if (acting.CapacityFor<HoldExplanations>(s.CouncilId, s.ProvinceId) is null)
        {
            return [];
        }

        var hasFailed = s.FailureOn is null && view.Promises.Any(p => p.DaysLate(today) > 0 || (p.State == PromiseState.Closed && p.Outcome != PromiseOutcome.Kept));
        (bool Open, string Path, string Icon)[] acts = s.State switch
        {
            ExplanationState.Decided => [(true, "doi-ngay", "calendar"), (true, "huy", "close")],
            ExplanationState.Notified => [(true, "to-chuc", "done"), (true, "doi-ngay", "calendar"), (true, "huy", "close")],
            ExplanationState.Held => [(view.Turns.Count == 0, "luot", "meeting"), (true, "ket-luan", "law"), (view.Turns.Count > 0, "luot", "meeting")],
            ExplanationState.Concluded or ExplanationState.Sent or ExplanationState.Closed => [(hasFailed, "bao-cao-hdnd", "report")],
            ExplanationState.Cancelled => [],
        };

        return [.. acts.Where(a => a.Open).Select(a => new OpenAct("explanations.act." + a.Path, a.Icon, InterpellationLinks.ExplanationAct(s.Code, a.Path)))];
    }
}

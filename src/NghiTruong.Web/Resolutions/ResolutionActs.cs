using NghiTruong.Accounts;
using NghiTruong.Resolutions;

namespace NghiTruong.Web.Resolutions;

/// <summary>An act that is open to a person now: its address, its icon, the code of its text.</summary>
public sealed record OpenAct(string Text, string Icon, string Href);

/// <summary>What may be done with a resolution or a task now and by whom, the next step first. The operations decide again; this only spares people closed doors.</summary>
public static class ResolutionActs
{
    public static IReadOnlyList<OpenAct> For(ResolutionView view, Acting acting, DateOnly today)
    {
        var r = view.Resolution;
        var (records, looks) = (Holds<RecordResolutions>(), Holds<LookAtResolutions>());
        var reports = Holds<ReportOnResolutions>()
            || new[] { r.LeadAgencyId }.Concat(view.Clauses.Select(c => c.Clause.Cadence is null ? null : c.Clause.AgencyId)).OfType<Guid>().Any(a => acting.CapacityAtAgency<ReportOnResolutions>(a) is not null);
        var holds = !ResolutionStates.Ended.Contains(r.StateOn(today));
        var isStale = r.OwedBy < today;

        return
        [
            .. new (bool Open, string Path, string Icon)[]
            {
                (looks && holds && isStale, "ra-soat", "eye"),
                (records && holds && view.Clauses.Count == 0, "dieu-khoan", "add"),
                (reports && !records, "bao-cao", "report"),
                (looks && holds && !isStale, "ra-soat", "eye"),
                (records && holds && view.Clauses.Count > 0, "dieu-khoan", "add"),
                (reports && records, "bao-cao", "report"),
                (records, "hieu-luc", "law"),
                (records, "sua", "edit"),
            }.Where(a => a.Open).Select(a => new OpenAct("resolutions.act." + a.Path, a.Icon, ResolutionLinks.Act(r.Code, a.Path))),
        ];

        bool Holds<T>()
            where T : Permission, new() => acting.CapacityFor<T>(r.CouncilId, r.ProvinceId) is not null;
    }

    public static IReadOnlyList<OpenAct> For(ResolutionTask task, Acting acting)
    {
        var judges = acting.CapacityFor<JudgeResolutionTasks>(task.CouncilId, task.ProvinceId) is not null;
        var reports = acting.CapacityFor<ReportOnResolutions>(task.CouncilId, task.ProvinceId) is not null || acting.CapacityAtAgency<ReportOnResolutions>(task.AgencyId) is not null;
        (bool Open, string Path, string Icon)[] acts = task.State switch
        {
            ResolutionTaskState.Reported => [(judges, "danh-gia", "done"), (reports, "tra-loi", "edit")],
            ResolutionTaskState.Following => [(reports, "tra-loi", "edit"), (judges, "danh-gia", "done")],
            _ => [],
        };

        return [.. acts.Where(a => a.Open).Select(a => new OpenAct("resolutionTasks.act." + a.Path, a.Icon, ResolutionLinks.TaskAct(task.Code, a.Path)))];
    }
}

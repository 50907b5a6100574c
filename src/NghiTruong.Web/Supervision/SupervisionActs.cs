using NghiTruong.Accounts;
using NghiTruong.Supervision;

namespace NghiTruong.Web.Supervision;

/// <summary>An act that is open to a person now: its address, its icon, the code of its text.</summary>
public sealed record OpenAct(string Text, string Icon, string Href);

/// <summary>What may be done with a supervision now and by whom, the next step first. The operations decide again; this only spares people closed doors.</summary>
public static class SupervisionActs
{
    public static IReadOnlyList<OpenAct> For(SupervisionView view, Acting acting) => [.. Open(view, new Rights(view, acting)).DistinctBy(a => a.Text)];

    private static IEnumerable<OpenAct> Open(SupervisionView view, Rights may)
    {
        var s = view.Supervision;

        return s.State switch
        {
            SupervisionState.Proposed => Some((may.Decide, new OpenAct("supervisions.act.quyet-dinh", "law", SupervisionLinks.DecideOne(s)))),
            SupervisionState.Programmed or SupervisionState.UnderWay => SupervisionKinds.IsOnePage(s.Kind) ? OnePage(s, may) : CarryOut(view, may),
            SupervisionState.Held => ToReport(view, may),
            SupervisionState.Reported => ToConclude(view, may),
            SupervisionState.Concluded or SupervisionState.Closed => Some(
                (may.CarryOut && view.Deliveries.Count == 0, Act(s, "gui", "send")),
                (may.CarryOut && view.Recommendations.Count > 0, new OpenAct("supervisions.act.theo-doi", "done", SupervisionLinks.RecommendationsOf(s.Id))),
                (may.CarryOut, Act(s, "gui", "send")),
                (may.CarryOut, Act(s, "van-ban", "file"))),
            _ => [],
        };
    }

    private static IEnumerable<OpenAct> OnePage(SupervisionCase s, Rights may) => Some(
        (may.CarryOut, new OpenAct("supervisions.act.mot-trang", "edit", SupervisionLinks.OnePageOf(s.Code))),
        (may.Note, Act(s, "lam-viec", "meeting")),
        (may.Note, Act(s, "phat-hien", "eye")),
        (may.CarryOut, Act(s, "doi-tuong", "holder")),
        (may.CarryOut, Act(s, "van-ban", "file")),
        (may.Decide, Act(s, "dieu-chinh", "calendar")),
        (may.Decide, Act(s, "dua-ra", "close")));

    /// <summary>Before anybody goes anywhere: team, bodies, papers; then the visits; then it was held.</summary>
    private static IEnumerable<OpenAct> CarryOut(SupervisionView v, Rights may)
    {
        var s = v.Supervision;
        var missing = v.Missing.Select(p => p.Kind).FirstOrDefault(k => k <= SupervisionPaperKind.Schedule, SupervisionPaperKind.Report);
        var next = !v.Team.Any(m => m.Until is null) ? "doan"
            : v.Bodies.Count == 0 ? "doi-tuong"
            : missing <= SupervisionPaperKind.Schedule ? "van-ban"
            : v.Visits.Count == 0 ? "lam-viec"
            : v.Findings.Count == 0 ? "phat-hien" : "tien-hanh";
        var paper = new OpenAct("supervisions.act.van-ban", "file", SupervisionLinks.Paper(s.Code, missing));
        List<(bool Open, OpenAct Act)> all =
        [
            (may.CarryOut, Act(s, "doan", "people")),
            (may.CarryOut, Act(s, "doi-tuong", "holder")),
            (may.CarryOut, paper),
            (may.Note, Act(s, "lam-viec", "meeting")),
            (may.Note, Act(s, "phat-hien", "eye")),
            (may.CarryOut, Act(s, "tien-hanh", "done")),
        ];
        // The next step first; then what is done again and again; then what is mended now and then.
        int Place((bool Open, OpenAct Act) a) => Array.IndexOf([next, "lam-viec", "phat-hien", "van-ban", "tien-hanh"], a.Act.Text.Split('.')[^1]) is var place and >= 0 ? place : int.MaxValue;

        return Some([.. all.OrderBy(Place), (may.CarryOut, Act(s, "soan-van-ban", "file")), (may.CarryOut, Act(s, "ket-qua", "edit")), (may.Decide, Act(s, "dieu-chinh", "calendar")), (may.Decide, Act(s, "dua-ra", "close"))]);
    }

    private static IEnumerable<OpenAct> ToReport(SupervisionView v, Rights may)
    {
        var s = v.Supervision;

        return Some(
            (may.CarryOut && !HasResults(s), Act(s, "ket-qua", "edit")),
            (may.CarryOut && !HasRecommendations(v), Act(s, "kien-nghi", "add")),
            (may.CarryOut, Act(s, "bao-cao", "report")),
            (may.CarryOut, Act(s, "soan-van-ban", "file")),
            (may.CarryOut, Act(s, "kien-nghi", "add")),
            (may.CarryOut, Act(s, "ket-qua", "edit")),
            (may.Note, Act(s, "phat-hien", "eye")),
            (may.Note, Act(s, "lam-viec", "meeting")),
            (may.CarryOut, Act(s, "van-ban", "file")),
            (may.CarryOut, Act(s, "doan", "people")),
            (may.CarryOut, Act(s, "doi-tuong", "holder")));
    }

    private static IEnumerable<OpenAct> ToConclude(SupervisionView v, Rights may)
    {
        var s = v.Supervision;

        return Some(
            (may.CarryOut && !HasResults(s), Act(s, "ket-qua", "edit")),
            (may.CarryOut && !HasRecommendations(v), Act(s, "kien-nghi", "add")),
            (may.Conclude, Act(s, "ket-luan", "law")),
            (may.CarryOut, Act(s, "soan-van-ban", "file")),
            (may.CarryOut, Act(s, "kien-nghi", "add")),
            (may.CarryOut, Act(s, "ket-qua", "edit")),
            (may.CarryOut, Act(s, "gui", "send")),
            (may.CarryOut, Act(s, "van-ban", "file")));
    }

    private static bool HasResults(SupervisionCase s) => !string.IsNullOrWhiteSpace(s.Results) && !string.IsNullOrWhiteSpace(s.Shortcomings) && !string.IsNullOrWhiteSpace(s.Assessment);

    private static bool HasRecommendations(SupervisionView v) => v.Recommendations.Count > 0 || !string.IsNullOrWhiteSpace(v.Supervision.NoRecommendationBecause);

    private static OpenAct Act(SupervisionCase s, string path, string icon) => new("supervisions.act." + path, icon, SupervisionLinks.Act(s.Code, path));

    private static IEnumerable<OpenAct> Some(params IEnumerable<(bool Open, OpenAct Act)> acts) => acts.Where(a => a.Open).Select(a => a.Act);

    private sealed class Rights(SupervisionView view, Acting acting)
    {
        public bool Decide => Has<DecideProgrammes>();

        public bool CarryOut => Has<CarryOutSupervisions>();

        public bool Note => Has<NoteVisits>();

        public bool Conclude => Has<ConcludeSupervisions>();

        /// <summary>Who sits in a body under supervision has no hand in it before it is issued.</summary>
        private bool Has<T>()
            where T : Permission, new() =>
            acting.CapacityFor<T>(view.Supervision.CouncilId, view.Supervision.ProvinceId) is not null
            && (view.Supervision.IsIssued || !acting.SitsIn(view.Bodies.Select(b => b.AgencyId)));
    }
}

/// <summary>The same for a recommendation.</summary>
public static class RecommendationActs
{
    public static IReadOnlyList<OpenAct> For(Recommendation r, Acting acting, DateOnly today)
    {
        var judges = acting.CapacityFor<ConcludeSupervisions>(r.CouncilId, r.ProvinceId) is not null;
        var drafts = acting.CapacityFor<CarryOutSupervisions>(r.CouncilId, r.ProvinceId) is not null;
        var answers = acting.CapacityFor<AnswerRecommendations>(r.CouncilId, r.ProvinceId) is not null || (r.LeadAgencyId is { } lead && acting.CapacityAtAgency<AnswerRecommendations>(lead) is not null);
        var isLate = r.OwedBy < today;
        var toExplain = r.ExplanationAskedOn is not null && r.ExplainedOn is null;
        (bool, string, string)[] acts = r.State switch
        {
            RecommendationState.Draft => [(drafts, "sua", "edit"), (drafts, "bo", "delete")],
            RecommendationState.Answered =>
            [
                (judges, "xac-nhan", "done"), (judges, "kiem-tra", "eye"), (answers, "tra-loi", "edit"), (answers && toExplain, "giai-trinh", "meeting"), (judges, "ket-thuc", "close"), (judges, "noi-com", "pressing"),
            ],
            RecommendationState.Following =>
            [
                (answers && toExplain, "giai-trinh", "meeting"), (judges && isLate && r.ExplanationAskedOn is null, "yeu-cau-giai-trinh", "law"), (answers, "tra-loi", "edit"),
                (judges, "kiem-tra", "eye"), (judges && isLate && r.ExplainedOn is not null, "yeu-cau-giai-trinh", "law"), (judges, "xac-nhan", "done"), (judges, "ket-thuc", "close"), (judges, "noi-com", "pressing"),
            ],
            _ => [],
        };

        return [.. acts.Where(a => a.Item1).Select(a => new OpenAct("recommendations.act." + a.Item2, a.Item3, SupervisionLinks.RecommendationAct(r.Code, a.Item2)))];
    }
}

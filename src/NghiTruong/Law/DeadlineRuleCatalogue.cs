using System.Collections.Frozen;
using static NghiTruong.Law.DayType;
using static NghiTruong.Law.DeadlineDirection;

namespace NghiTruong.Law;

/// <summary>What rules are about, in the order in which a desk meets them.</summary>
public enum RuleGroup
{
    Petitions,
    Urging,
    Sessions,
    Papers,
    Supervision,
    Letters,
    Other,
}

/// <summary>
/// The rules shipped with the product. A row whose number was read in the text it cites is checked; any other ships as a default marked "chưa đối chiếu".
/// Law 87/2015/QH13 was read but lost its force on 1 March 2026: its numbers go on from that day as unchecked defaults, until compared with
/// Law 121/2025/QH15 and Resolution 114/2025/UBTVQH15.
/// </summary>
public static class DeadlineRuleCatalogue
{
    public const string PetitionAnswer = "PETITION_ANSWER";
    public const string PetitionAnswerExtension = "PETITION_ANSWER_EXTENSION";
    public const string PetitionRefusal = "PETITION_REFUSAL";
    public const string PetitionSummaryBeforeSession = "PETITION_SUMMARY_BEFORE_SESSION";
    public const string PetitionVotersTold = "PETITION_VOTERS_TOLD";
    public const string ReminderFirst = "REMINDER_FIRST";
    public const string ReminderSecond = "REMINDER_SECOND";
    public const string ReminderThird = "REMINDER_THIRD";
    public const string ReminderDue = "REMINDER_DUE";
    public const string ReminderLate = "REMINDER_LATE";
    public const string UrgingReply = "URGING_REPLY";
    public const string Explanation = "EXPLANATION";
    public const string ExplanationComplex = "EXPLANATION_COMPLEX";
    public const string ResolutionLook = "RESOLUTION_LOOK";
    public const string ResolutionPeriodicReport = "RESOLUTION_PERIODIC_REPORT";
    public const string CitizenAnswer = "CITIZEN_ANSWER";
    public const string CitizenLetterSettle = "CITIZEN_LETTER_SETTLE";
    public const string LetterResultReport = "LETTER_RESULT_REPORT";
    public const string LetterSenderTold = "LETTER_SENDER_TOLD";
    public const string ComplaintAccept = "COMPLAINT_ACCEPT";
    public const string DenunciationFirstHandling = "DENUNCIATION_FIRST_HANDLING";
    public const string DenunciationFirstHandlingLongest = "DENUNCIATION_FIRST_HANDLING_LONGEST";
    public const string DenunciationTransfer = "DENUNCIATION_TRANSFER";
    public const string DenunciationSettle = "DENUNCIATION_SETTLE";
    public const string DenunciationSettleComplex = "DENUNCIATION_SETTLE_COMPLEX";
    public const string DenunciationSettleSpecial = "DENUNCIATION_SETTLE_SPECIAL";
    public const string ReceptionRefusal = "RECEPTION_REFUSAL";
    public const string ReceptionOnlineNotice = "RECEPTION_ONLINE_NOTICE";
    public const string ReceptionLinkTest = "RECEPTION_LINK_TEST";

    /// <summary>Terms of settling a complaint: first or second settlement, usual or complex, near or in remote places.</summary>
    public static readonly IReadOnlyList<string> ComplaintSettle =
    [
        "COMPLAINT_SETTLE_FIRST", "COMPLAINT_SETTLE_FIRST_COMPLEX", "COMPLAINT_SETTLE_FIRST_REMOTE", "COMPLAINT_SETTLE_FIRST_REMOTE_COMPLEX",
        "COMPLAINT_SETTLE_SECOND", "COMPLAINT_SETTLE_SECOND_COMPLEX", "COMPLAINT_SETTLE_SECOND_REMOTE", "COMPLAINT_SETTLE_SECOND_REMOTE_COMPLEX",
    ];

    private const string Practice = "Trị số mặc định của phần mềm; Hội đồng nhân dân quy định trong quy chế làm việc";
    private const string ThanhHoa = "Mốc nhắc hạn theo đề án giám sát của Hội đồng nhân dân tỉnh Thanh Hóa (thực tiễn của một tỉnh)";
    private const string Law72 = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15";
    private const string Law121 = "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 121/2025/QH15";
    private const string Law87 = "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13";
    private const string Regulation753 = "Nghị quyết số 753/2005/NQ-UBTVQH11 (nay theo quy chế làm việc của từng Hội đồng nhân dân)";
    private const string Law42 = "Luật Tiếp công dân số 42/2013/QH13";
    private const string Complaints = "Luật Khiếu nại số 02/2011/QH13 (theo bản pháp điển)";
    private const string Denunciations = "Luật Tố cáo số 25/2018/QH14 (theo bản pháp điển)";
    private const string Decree154 = "Nghị định số 154/2026/NĐ-CP";
    private const string Decree30 = "Nghị định số 30/2020/NĐ-CP";

    private static readonly DateOnly Law72Since = new(2025, 6, 16);
    private static readonly DateOnly Law121Since = new(2026, 3, 1);
    private static readonly DateOnly Decree154Since = new(2026, 7, 1);
    private static readonly DateOnly Law87Since = new(2016, 7, 1);

    private static readonly (RuleGroup Group, IReadOnlyList<DeadlineRuleRow> Rows)[] Groups =
    [
        (RuleGroup.Petitions, [.. Petitions()]),
        (RuleGroup.Urging, [.. Urging()]),
        (RuleGroup.Sessions, [.. Sessions()]),
        (RuleGroup.Papers, [.. Papers()]),
        (RuleGroup.Supervision, [.. Supervision()]),
        (RuleGroup.Letters, [.. Letters()]),
    ];

    private static readonly FrozenDictionary<string, RuleGroup> GroupsByCode =
        Groups.SelectMany(g => g.Rows.Select(r => (r.Code, g.Group))).DistinctBy(r => r.Code).ToFrozenDictionary(r => r.Code, r => r.Group, StringComparer.Ordinal);

    public static IReadOnlyList<DeadlineRuleRow> Rows { get; } = [.. Groups.SelectMany(g => g.Rows)];

    /// <summary>What a rule is about; a stored rule that is shipped no more is <see cref="RuleGroup.Other"/>.</summary>
    public static RuleGroup GroupOf(string code) => GroupsByCode.GetValueOrDefault(code, RuleGroup.Other);

    private static IEnumerable<DeadlineRuleRow> Petitions() =>
    [
        Default(PetitionAnswer, 30, Calendar, After, true, "Giải quyết, trả lời kiến nghị của cử tri", "Answer to a voter petition", Practice),
        Default(PetitionAnswerExtension, 15, Calendar, After, true, "Gia hạn giải quyết, trả lời kiến nghị", "Extension of the answer to a petition", Practice),
        Default(PetitionRefusal, 5, Working, After, false, "Cơ quan báo lại việc không thuộc thẩm quyền", "Agency's notice that a petition is not within its authority", Practice),
        Default(PetitionVotersTold, 10, Working, After, false, "Thông báo kết quả giải quyết đến cử tri", "Telling the voters the result", Practice),
        Read(PetitionSummaryBeforeSession, 30, Calendar, Before, "Ủy ban nhân dân báo cáo tổng hợp kết quả giải quyết kiến nghị trước ngày khai mạc kỳ họp", "Summary of petition answers by the People's Committee before a session opens",
            "Sổ theo dõi vụ việc của Hội đồng nhân dân phường Bình Đông, Thành phố Hồ Chí Minh (thực tiễn năm 2026)"),
    ];

    private static IEnumerable<DeadlineRuleRow> Urging() =>
    [
        Read(ReminderFirst, 15, Working, Before, "Nhắc hạn lần thứ nhất", "First reminder", ThanhHoa),
        Read(ReminderSecond, 7, Working, Before, "Nhắc hạn lần thứ hai", "Second reminder", ThanhHoa),
        Read(ReminderThird, 3, Working, Before, "Nhắc hạn lần thứ ba", "Third reminder", ThanhHoa),
        Default(ReminderDue, 0, Working, After, false, "Nhắc vào ngày đến hạn", "Reminder on the due day", Practice),
        Default(ReminderLate, 1, Working, After, false, "Nhắc khi đã quá hạn", "Reminder once overdue", Practice),
        Read(UrgingReply, 7, Calendar, After, "Trả lời công văn đôn đốc", "Reply to an urging letter",
            "Mẫu công văn đôn đốc của Hội đồng nhân dân phường Bình Đông, Thành phố Hồ Chí Minh (thực tiễn năm 2026)"),
        Read(Explanation, 15, Calendar, After, "Giải trình việc không thực hiện hoặc chậm thực hiện kiến nghị sau giám sát", "Explanation of a recommendation not carried out or late", $"Điều 40 {Law121}", Law121Since),
        Read(ExplanationComplex, 30, Calendar, After, "Giải trình việc không thực hiện hoặc chậm thực hiện kiến nghị sau giám sát, trường hợp phức tạp", "Explanation of a recommendation not carried out or late, complex case", $"Điều 40 {Law121}", Law121Since),
    ];

    private static IEnumerable<DeadlineRuleRow> Sessions() =>
    [
        Default("SESSION_CONVENE_REGULAR", 20, Calendar, Before, false, "Quyết định triệu tập kỳ họp thường lệ", "Convening a regular session", "Điều 80 Luật Tổ chức chính quyền địa phương số 77/2015/QH13 (nay theo quy chế làm việc)"),
        Default("SESSION_CONVENE_OTHER", 7, Calendar, Before, false, "Quyết định triệu tập kỳ họp chuyên đề hoặc kỳ họp giải quyết công việc phát sinh đột xuất", "Convening a thematic or urgent session", "Điều 80 Luật Tổ chức chính quyền địa phương số 77/2015/QH13 (nay theo quy chế làm việc)"),
        Default("SESSION_PAPERS_FOR_VERIFICATION", 15, Calendar, Before, false, "Gửi tài liệu kỳ họp để thẩm tra", "Session papers for verification", Regulation753) with { Tier = "Province" },
        Default("SESSION_PAPERS_FOR_VERIFICATION", 10, Calendar, Before, false, "Gửi tài liệu kỳ họp để thẩm tra", "Session papers for verification", Regulation753) with { Tier = "District" },
        Default("SESSION_PAPERS_FOR_VERIFICATION", 10, Calendar, Before, false, "Gửi tài liệu kỳ họp để thẩm tra", "Session papers for verification", Regulation753) with { Tier = "Commune" },
        Default("SESSION_PAPERS_TO_DELEGATES", 5, Calendar, Before, false, "Gửi tài liệu kỳ họp đến đại biểu", "Session papers to delegates", Regulation753),
        .. FormerLaw("VERIFICATION_MEETING", 10, Before, "Ban họp thẩm tra báo cáo trước kỳ họp", "Committee's verification meeting", "khoản 1 Điều 78"),
        .. FormerLaw("PROMISES_REPORT", 10, Before, "Báo cáo thực hiện nghị quyết về chất vấn và lời hứa", "Report on resolutions after questioning and on promises", "khoản 7 Điều 60"),
        .. FormerLaw("QUESTION_WRITTEN_ANSWER", 20, After, "Trả lời chất vấn bằng văn bản", "Written answer to a question", "khoản 5 Điều 60"),
        Default("SESSION_MINUTES_UPWARD", 10, Calendar, After, false, "Gửi biên bản, nghị quyết kỳ họp lên cấp trên", "Minutes and resolutions to the upper level", Practice),
        Read("ELECTION_RESULTS_UPWARD", 5, Working, After, "Gửi kết quả bầu cử chức danh để phê chuẩn", "Election results for approval", $"khoản 7 Điều 36 {Law72}", Law72Since),
        Read("ELECTION_RESULTS_APPROVAL", 10, Working, After, "Phê chuẩn kết quả bầu cử chức danh", "Approval of election results", $"khoản 7 Điều 36 {Law72}", Law72Since),
        Read("SESSION_FIRST_OF_TERM", 45, Calendar, After, "Kỳ họp thứ nhất của nhiệm kỳ, tính từ ngày bầu cử", "First session of a term, from election day", $"khoản 1 Điều 34 {Law72}", Law72Since),
        Read("NATIONAL_ASSEMBLY_CONTACT_NOTICE", 7, Working, Before, "Thông báo kế hoạch tiếp xúc cử tri của đại biểu Quốc hội cho báo chí", "Press notice of voter contact by National Assembly delegates", "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"),
        Read("CONTACT_ELSEWHERE_DECISION", 5, Working, After, "Trả lời đại biểu đề nghị tiếp xúc cử tri ngoài đơn vị bầu cử", "Decision on voter contact outside the constituency", "Điều 32 Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"),
        Read("CONTACT_ELSEWHERE_NOTICE", 3, Working, Before, "Báo nơi tiếp nhận đại biểu đến tiếp xúc cử tri ngoài đơn vị bầu cử", "Notice to the receiving place of voter contact", "Điều 32 Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"),
        Read("DIALOGUE_NOTICE", 7, Calendar, Before, "Thông báo hội nghị trao đổi, đối thoại với Nhân dân", "Notice of the dialogue with the people", $"Điều 43 {Law72}", Law72Since),
        Read("DIALOGUE_RESULT", 10, Calendar, After, "Thông báo kết quả hội nghị trao đổi, đối thoại với Nhân dân", "Result of the dialogue with the people", $"Điều 43 {Law72}", Law72Since),
    ];

    private static IEnumerable<DeadlineRuleRow> Papers() =>
    [
        .. FormerLaw("RESOLUTION_UPWARD", 3, After, "Gửi nghị quyết đã ký lên cấp trên", "Signed resolutions to the upper level", "khoản 2 Điều 7"),
        .. FormerLaw("COMMITTEE_DECISION_TO_COUNCIL", 3, After, "Ủy ban nhân dân gửi quyết định đã ký đến Thường trực và Ban của Hội đồng nhân dân", "People's Committee decisions to the Standing Committee", "khoản 2 Điều 7"),
        Read("RESOLUTION_PUBLISH", 5, Working, After, "Công khai nghị quyết", "Publishing resolutions", "Dự thảo bộ chỉ số của Hội đồng nhân dân tỉnh Thanh Hóa (thực tiễn của một tỉnh)"),
        Default(ResolutionLook, 365, Calendar, After, false, "Ban phụ trách rà soát nghị quyết đang có hiệu lực, tính từ lần rà soát trước hoặc ngày có hiệu lực", "The committee in charge looks at a resolution in force, from its last look or the day it came into force", Practice),
        Default(ResolutionPeriodicReport, 0, Calendar, After, true, "Báo cáo định kỳ việc thực hiện điều, khoản của nghị quyết, tính từ ngày cuối kỳ", "Periodic report on a clause of a resolution, from the last day of the period", Practice),
        Read("DOCUMENT_OUT", 1, Working, After, "Phát hành văn bản đi, chậm nhất ngày làm việc tiếp theo", "Outgoing document, at the latest the next working day", $"Điều 18 {Decree30}", new DateOnly(2020, 3, 5)),
        Read("DOCUMENT_IN", 1, Working, After, "Chuyển văn bản đến, chậm nhất ngày làm việc tiếp theo", "Incoming document passed on, at the latest the next working day", $"Điều 23 {Decree30}", new DateOnly(2020, 3, 5)),
    ];

    private static IEnumerable<DeadlineRuleRow> Supervision() =>
    [
        .. FormerLaw("PROGRAMME_DRAFT", 10, Before, "Trình dự kiến chương trình giám sát năm trước kỳ họp thường lệ giữa năm", "Draft yearly supervision programme before the mid-year session", "khoản 1 Điều 58"),
        .. FormerLaw("PROGRAMME_PROPOSALS", 5, Before, "Đề nghị đưa vào chương trình giám sát của Thường trực trước kỳ họp cuối năm", "Proposals for the Standing Committee's programme", "Điều 67"),
        .. FormerLaw("PROGRAMME_DECISION", 15, After, "Thường trực quyết định chương trình giám sát sau kỳ họp cuối năm", "Standing Committee decides its programme", "khoản 2 Điều 67"),
        .. FormerLaw("SUPERVISION_OUTLINE", 15, After, "Gửi nội dung, kế hoạch, đề cương báo cáo đến đối tượng giám sát", "Plan and outline to the supervised bodies", "điểm b khoản 2 các điều 62, 70, 80"),
        .. FormerLaw("SUPERVISION_SCHEDULE", 10, Before, "Thông báo lịch và thành phần đoàn trước buổi làm việc", "Schedule and members before the work meeting", "điểm b khoản 2 các điều 62, 70, 80"),
        .. FormerLaw("SUPERVISION_REPORT_STANDING", 15, After, "Báo cáo kết quả của đoàn giám sát do Thường trực thành lập", "Report of the Standing Committee's team", "điểm g khoản 2 Điều 70"),
        .. FormerLaw("SUPERVISION_REPORT_COMMITTEE", 10, After, "Báo cáo kết quả của đoàn giám sát do Ban thành lập", "Report of a committee's team", "điểm g khoản 2 Điều 80"),
        .. FormerLaw("SUPERVISION_REPORT_CONSIDERED", 7, After, "Thường trực xem xét báo cáo của đoàn giám sát", "Standing Committee considers the report", "khoản 1 Điều 71"),
        .. FormerLaw("EXPLANATION_SESSION_NOTICE", 10, Before, "Thông báo phiên giải trình", "Notice of an explanation session", "Điều 72"),
        .. FormerLaw("STANDING_REQUEST_REPORT", 7, After, "Báo cáo việc thực hiện yêu cầu của Thường trực", "Report on a request of the Standing Committee", "Điều 73"),
        .. FormerLaw("COMMITTEE_REQUEST_REPORT", 10, After, "Báo cáo việc thực hiện yêu cầu của Ban", "Report on a request of a committee", "Điều 82"),
        .. FormerLaw("LEGAL_DOCUMENT_REQUEST", 30, After, "Trả lời yêu cầu về văn bản quy phạm pháp luật", "Reply to a request about a legal document", "Điều 79"),
        .. FormerLaw("GROUP_SUPERVISION_NOTICE", 7, Before, "Tổ đại biểu thông báo trước khi giám sát", "Delegate group's notice before supervising", "Điều 86"),
        .. FormerLaw("GROUP_SUPERVISION_REPORT", 10, After, "Tổ đại biểu báo cáo kết quả giám sát", "Delegate group's report", "Điều 86"),
    ];

    private static IEnumerable<DeadlineRuleRow> Letters() =>
    [
        Read(CitizenAnswer, 10, Working, After, "Trả lời công dân về việc xử lý đơn (thụ lý, cần thêm thời gian, từ chối, chuyển đơn), từ ngày nhận", "Answer to the citizen on how the letter is handled", $"khoản 1 Điều 28 {Law42}"),
        Default(CitizenLetterSettle, 30, Calendar, After, true, "Giải quyết, trả lời đơn kiến nghị, phản ánh", "Settling a letter of request or feedback", Practice),
        Read(LetterResultReport, 7, Working, After, "Cơ quan nhận đơn báo kết quả đến đại biểu, Thường trực đã chuyển đơn, từ ngày giải quyết xong", "The body that got the letter reports the result, from its settlement", $"khoản 2 Điều 27 {Law42}"),
        Read(LetterSenderTold, 5, Working, After, "Báo kết quả cho người gửi đơn, từ ngày nhận kết quả", "Telling the sender the result, from the day it came", $"khoản 2 Điều 28 {Law42}"),
        Read(ComplaintAccept, 10, Calendar, After, "Thụ lý khiếu nại", "Accepting a complaint", Complaints),
        .. Complaint("FIRST", "lần đầu", "First settlement", 30, 45, 45, 60),
        .. Complaint("SECOND", "lần hai", "Second settlement", 45, 60, 60, 70),
        Read(DenunciationFirstHandling, 7, Working, After, "Xử lý ban đầu thông tin tố cáo", "First handling of a denunciation", Denunciations),
        Read(DenunciationFirstHandlingLongest, 10, Working, After, "Xử lý ban đầu thông tin tố cáo, dài nhất", "First handling of a denunciation, at the longest", Denunciations),
        Read(DenunciationTransfer, 5, Working, After, "Chuyển tố cáo đến cơ quan có thẩm quyền", "Passing a denunciation on", Denunciations),
        Read(DenunciationSettle, 30, Calendar, After, "Giải quyết tố cáo", "Settling a denunciation", Denunciations),
        Read(DenunciationSettleComplex, 60, Calendar, After, "Giải quyết tố cáo, vụ việc phức tạp (gia hạn một lần 30 ngày)", "Settling a denunciation, complex case", Denunciations),
        Read(DenunciationSettleSpecial, 90, Calendar, After, "Giải quyết tố cáo, vụ việc đặc biệt phức tạp (gia hạn hai lần 30 ngày)", "Settling a denunciation, specially complex case", Denunciations),
        Read(ReceptionRefusal, 3, Working, After, "Thông báo từ chối tiếp công dân (Mẫu 01/TCD)", "Notice of refusing to receive a citizen (form 01/TCD)", $"Điều 4 {Decree154}", Decree154Since),
        Read(ReceptionOnlineNotice, 5, Working, Before, "Thông báo trước buổi tiếp công dân trực tuyến", "Notice before an online reception", $"Điều 23, 24 {Decree154}", Decree154Since),
        Read(ReceptionLinkTest, 1, Working, Before, "Kiểm tra đường truyền trước buổi tiếp công dân trực tuyến", "Testing the line before an online reception", $"Điều 23, 24 {Decree154}", Decree154Since),
    ];

    private static IEnumerable<DeadlineRuleRow> Complaint(string which, string vietnamese, string english, int days, int complex, int remote, int remoteComplex) =>
    [
        Read($"COMPLAINT_SETTLE_{which}", days, Calendar, After, $"Giải quyết khiếu nại {vietnamese}", $"{english} of a complaint", Complaints),
        Read($"COMPLAINT_SETTLE_{which}_COMPLEX", complex, Calendar, After, $"Giải quyết khiếu nại {vietnamese}, vụ việc phức tạp", $"{english} of a complaint, complex case", Complaints),
        Read($"COMPLAINT_SETTLE_{which}_REMOTE", remote, Calendar, After, $"Giải quyết khiếu nại {vietnamese}, vùng sâu, vùng xa", $"{english} of a complaint, remote place", Complaints),
        Read($"COMPLAINT_SETTLE_{which}_REMOTE_COMPLEX", remoteComplex, Calendar, After, $"Giải quyết khiếu nại {vietnamese}, vùng sâu, vùng xa, vụ việc phức tạp", $"{english} of a complaint, remote place, complex case", Complaints),
    ];

    /// <summary>A number read in the text it cites.</summary>
    private static DeadlineRuleRow Read(
        string code, int days, DayType type, DeadlineDirection direction, string vietnamese, string english, string basis, DateOnly? since = null) =>
        new(code, null, null, new DeadlineTerms(days, type, direction), since, null, vietnamese, english, basis, Checked: true);

    /// <summary>A number remembered or chosen, to be checked by the council.</summary>
    private static DeadlineRuleRow Default(
        string code, int days, DayType type, DeadlineDirection direction, bool roll, string vietnamese, string english, string basis) =>
        new(code, null, null, new DeadlineTerms(days, type, direction, roll), null, null, vietnamese, english, basis, Checked: false);

    /// <summary>A rule read in Law 87/2015/QH13, kept from 1 March 2026 as an unchecked default.</summary>
    private static IEnumerable<DeadlineRuleRow> FormerLaw(string code, int days, DeadlineDirection direction, string vietnamese, string english, string article)
    {
        var then = Read(code, days, Calendar, direction, vietnamese, english, $"{article} {Law87}", Law87Since);

        return
        [
            then with { ValidUntil = Law121Since.AddDays(-1) },
            then with { ValidFrom = Law121Since, LegalBasis = $"Theo nếp của {article} {Law87}, chờ đối chiếu với {Law121}", Checked = false },
        ];
    }
}

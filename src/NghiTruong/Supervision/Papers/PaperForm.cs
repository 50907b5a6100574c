using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Letters;

namespace NghiTruong.Supervision.Papers;

/// <summary>A paper of a supervision as Word (Decree 30/2020), from what its records say. What stands here is a draft: the office finishes it in Word.</summary>
public abstract class PaperForm(FormTexts form) : ILetterContent
{
    /// <summary>Tables of every paper, with their columns, for the office's own template.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> AllTables = new()
    {
        ["ThanhVienDoan"] = ["STT", "HoTen", "VaiTro"],
        ["DoiTuongGiamSat"] = ["STT", "Ten", "NopGi", "Han"],
        ["KienNghiGiamSat"] = ["STT", "Ma", "NoiDung", "ChuTri", "PhoiHop", "SanPham", "ThoiHan"],
    };

    public abstract SupervisionPaperKind Paper { get; }

    public string Kind => KindOf(Paper);

    public static string KindOf(SupervisionPaperKind paper) => $"supervision.{paper}";

    public IReadOnlyList<string> Fields { get; } = ["ChuyenDe", "NoiDungGiamSat", "PhamVi", "DoiTuong", "ThoiGian", "TruongDoan", "SoQuyetDinhDoan", "KetQua", "HanChe", "DanhGia"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables => AllTables;

    /// <summary>Kind and issuing organ after the number (Decree 30/2020, Annex III).</summary>
    public string NotationFor(SupervisionSubject subject) => Form[Code(subject, "notation")];

    public string AbstractOf(SupervisionCase s) => Form[Code(s.Subject, "abstract"), s.Theme];

    public string DefaultAbstract(OfficialLetter? about) => Form[$"form.supervision.{Paper}.abstract", DecreeForm.Blank];

    /// <summary>Findings stay closed to who sits in a supervised body, in the draft of a paper too.</summary>
    public async Task<bool> MayReadAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct)
    {
        if (await CaseAsync(db, letter.Id, ct) is not { } s)
        {
            return true;
        }

        var supervised = await db.Set<SupervisedBody>().Where(b => b.SupervisionId == s.Id).Select(b => b.AgencyId).ToListAsync(ct);

        return acting.IsSystem || s.IsIssued || !acting.SitsIn(supervised) || (Paper <= SupervisionPaperKind.Schedule && letter.State == LetterState.Issued);
    }

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        if (await CaseAsync(db, letter.Id, ct) is not { } s)
        {
            return new LetterContent { Title = Titled(letter, SupervisionSubject.StandingCommittee), Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))] };
        }

        var matter = await PaperMatter.ReadAsync(db, Form, s, letter, ct);
        var content = Compose(matter, letter);

        return content with
        {
            AlsoTo = [.. content.AlsoTo, .. Recipients(matter)],
            Values = Values(matter),
            Tables = PaperTables.Of(matter, Form, AllTables),
        };
    }

    protected FormTexts Form { get; } = form;

    protected abstract LetterContent Compose(PaperMatter m, OfficialLetter letter);

    protected DocumentTitle? Titled(OfficialLetter letter, SupervisionSubject subject) => new(Form[Code(subject, "title")], Capital(letter.Abstract));

    /// <summary>What the paper rests on: the laws of its day, the programme of the year, the decision that made the team.</summary>
    protected IEnumerable<Block> Bases(PaperMatter m, OfficialLetter letter)
    {
        var day = letter.NumberedOn ?? letter.CreatedAt.VietnamDate;
        foreach (var law in LegalBases.OfSupervision(day))
        {
            yield return ParagraphBlock.Basis(Form["form.supervision.basis", Form[law]]);
        }

        if (m.Programme is { Number: { } number, DecidedOn: { } decided } && !m.Supervision.IsUnplanned)
        {
            yield return ParagraphBlock.Basis(Form["form.supervision.basis.programme", number, Form.Day(decided), m.Organ, m.Supervision.Year]);
        }
    }

    /// <summary>"Quyết định số 12/QĐ-HĐND ngày 05/9/2026", or room for it.</summary>
    protected string DecisionOf(PaperMatter m) => m.Newest(SupervisionPaperKind.Decision) is { } paper
        ? Form["form.supervision.paperOf", Form[Code(m.Supervision.Subject, "kind", SupervisionPaperKind.Decision)], paper.Number ?? DecreeForm.Blank, Form.Day(paper.On)]
        : Form["form.supervision.paperOf", Form[Code(m.Supervision.Subject, "kind", SupervisionPaperKind.Decision)], DecreeForm.Blank, DecreeForm.Blank];

    protected static IEnumerable<Block> Said(string? text) => FormTexts.Paragraphs(text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank));

    protected string Period(SupervisionCase s) => Form["form.supervision.period", Form.Day(s.PlannedFrom), Form.Day(s.PlannedTo)];

    /// <summary>A text of this kind of paper; the council's own says another word where it has one (nghị quyết for quyết định).</summary>
    protected string Code(SupervisionSubject subject, string name) => Code(subject, name, Paper);

    private string Code(SupervisionSubject subject, string name, SupervisionPaperKind paper)
    {
        var own = $"form.supervision.{paper}.{name}.council";

        return subject == SupervisionSubject.Council && Form[own] != own ? own : $"form.supervision.{paper}.{name}";
    }

    protected static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.GetCultureInfo("vi")) + text[1..];

    private static async Task<SupervisionCase?> CaseAsync(Db db, Guid letter, CancellationToken ct)
    {
        // A letter recorded as sent in the act that drafts it is in this context only.
        var link = db.Set<SupervisionLetter>().Local.FirstOrDefault(l => l.LetterId == letter) ?? await db.Set<SupervisionLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.LetterId == letter, ct);

        return link is null ? null : await db.Set<SupervisionCase>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == link.SupervisionId, ct);
    }

    /// <summary>Each supervised body, the Front, UBND; the Standing Committee of the Party committee with the report and what follows (để báo cáo).</summary>
    private IEnumerable<string> Recipients(PaperMatter m)
    {
        if (Paper >= SupervisionPaperKind.Report)
        {
            yield return Form[m.Tier == Tier.Province ? "form.urging.partyProvince" : "form.urging.party"];
        }

        // An official letter is addressed to them: "Như trên".
        foreach (var body in Paper == SupervisionPaperKind.Outline ? [] : m.Bodies)
        {
            yield return body.Name;
        }

        yield return Form["form.supervision.to.front", m.Unit];
        yield return Form["form.supervision.to.delegates"];
    }

    private Dictionary<string, string?> Values(PaperMatter m) => new()
    {
        ["ChuyenDe"] = m.Supervision.Theme,
        ["NoiDungGiamSat"] = m.Supervision.Content,
        ["PhamVi"] = m.Supervision.Scope,
        ["DoiTuong"] = m.Supervision.Object,
        ["ThoiGian"] = Period(m.Supervision),
        ["TruongDoan"] = m.Team.FirstOrDefault(t => t.Role == TeamRole.Head)?.Name,
        ["SoQuyetDinhDoan"] = m.Newest(SupervisionPaperKind.Decision)?.Number,
        ["KetQua"] = m.Supervision.Results,
        ["HanChe"] = m.Supervision.Shortcomings,
        ["DanhGia"] = m.Supervision.Assessment,
    };
}

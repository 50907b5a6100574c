using NghiTruong.Documents.Word;
using NghiTruong.Letters;

namespace NghiTruong.Supervision.Papers;

/// <summary>Quyết định (nghị quyết của HĐND) thành lập Đoàn giám sát: object, scope, content, plan, members, bodies (Law 87/2015 Art 62, 70, 80, kept by practice).</summary>
public sealed class TeamDecision(FormTexts form) : PaperForm(form)
{
    public override SupervisionPaperKind Paper => SupervisionPaperKind.Decision;

    protected override LetterContent Compose(PaperMatter m, OfficialLetter letter)
    {
        var s = m.Supervision;

        return new LetterContent
        {
            ByCouncil = m.ByCouncil,
            Title = new DocumentTitle(Form[Code(s.Subject, "title")], Capital(letter.Abstract), m.Organ.ToUpperInvariant()),
            Body =
            [
                .. Bases(m, letter),
                ParagraphBlock.Centred(Form[Code(s.Subject, "resolves")]),
                new ArticleBlock(Form["form.supervision.Decision.team", s.Theme]),
                PaperTables.TeamTable(m, Form),
                new ArticleBlock(Form["form.supervision.Decision.about"]),
                new ListBlock([
                    Form["form.supervision.content", s.Content ?? DecreeForm.Blank],
                    Form["form.supervision.scope", s.Scope ?? DecreeForm.Blank],
                    Form["form.supervision.object", m.Bodies.Count > 0 ? string.Join("; ", m.Bodies.Select(b => b.Name)) : s.Object ?? DecreeForm.Blank],
                    Form["form.supervision.time", Period(s)]]),
                new ArticleBlock(Form["form.supervision.Decision.duties"]),
                .. FormTexts.Paragraphs(letter.Text),
                new ArticleBlock(Form["form.supervision.Decision.carryOut"]),
            ],
        };
    }
}

/// <summary>Kế hoạch giám sát: aim, content, way, time, who does what, what is handed in by when.</summary>
public sealed class SupervisionPlan(FormTexts form) : PaperForm(form)
{
    public override SupervisionPaperKind Paper => SupervisionPaperKind.Plan;

    protected override LetterContent Compose(PaperMatter m, OfficialLetter letter)
    {
        var s = m.Supervision;

        return new LetterContent
        {
            Title = Titled(letter, s.Subject),
            Body =
            [
                new ParagraphBlock(Form["form.supervision.Plan.opening", DecisionOf(m)]),
                HeadingBlock.Part(Form["form.supervision.Plan.aim"]),
                .. Said(s.Necessity),
                new ParagraphBlock(Form["form.supervision.Plan.demand"]),
                HeadingBlock.Part(Form["form.supervision.Plan.what"]),
                HeadingBlock.Section(Form["form.supervision.head.content"]),
                .. Said(s.Content),
                HeadingBlock.Section(Form["form.supervision.head.scope"]),
                .. Said(s.Scope),
                HeadingBlock.Section(Form["form.supervision.head.bodies"]),
                m.Bodies.Count > 0 ? PaperTables.BodiesTable(m, Form) : new ParagraphBlock(s.Object ?? DecreeForm.Blank),
                HeadingBlock.Part(Form["form.supervision.Plan.how"]),
                new ListBlock([Form["form.supervision.Plan.how.report"], Form["form.supervision.Plan.how.meet"], Form["form.supervision.Plan.how.visit"], Form["form.supervision.time", Period(s)]]),
                HeadingBlock.Part(Form["form.supervision.Plan.who"]),
                PaperTables.TeamTable(m, Form),
                new ListBlock([Form["form.supervision.Plan.who.team"], Form["form.supervision.Plan.who.bodies"], Form["form.supervision.Plan.who.office"]]),
                .. FormTexts.Paragraphs(letter.Text),
            ],
        };
    }
}

/// <summary>Công văn gửi đề cương báo cáo: what each body reports on, by when; the outline itself is its annex.</summary>
public sealed class ReportOutline(FormTexts form) : PaperForm(form)
{
    public override SupervisionPaperKind Paper => SupervisionPaperKind.Outline;

    protected override LetterContent Compose(PaperMatter m, OfficialLetter letter)
    {
        var s = m.Supervision;
        var by = m.Bodies.Select(b => b.HandInBy).Where(d => d is not null).Min();

        return new LetterContent
        {
            Body =
            [
                new ParagraphBlock(Form["form.supervision.Outline.opening", DecisionOf(m), s.Theme]),
                new ParagraphBlock(Form["form.supervision.Outline.ask", m.Organ, by is { } day ? Form.Day(day) : DecreeForm.Blank]),
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(Form["form.supervision.Outline.close"]),
            ],
            Annexes =
            [
                new Annex(Form["form.supervision.Outline.annex"],
                [
                    HeadingBlock.Part(Form["form.supervision.Outline.state"]),
                    .. Said(Form["form.supervision.Outline.state.text", s.Scope ?? DecreeForm.Blank]),
                    HeadingBlock.Part(Form["form.supervision.Outline.done"]),
                    .. Points(s.Content),
                    HeadingBlock.Part(Form["form.supervision.Outline.lacking"]),
                    .. Said(Form["form.supervision.Outline.lacking.text"]),
                    HeadingBlock.Part(Form["form.supervision.Outline.propose"]),
                    .. Said(Form["form.supervision.Outline.propose.text"]),
                ]),
            ],
        };
    }

    /// <summary>Each line of the content is a point to report on.</summary>
    private static IEnumerable<Block> Points(string? content) =>
        (content ?? DecreeForm.Blank).Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(point => new Block[] { HeadingBlock.Section(Capital(point.TrimEnd('.'))), new ParagraphBlock(DecreeForm.Blank) });
}

/// <summary>Thông báo lịch làm việc của Đoàn giám sát, to each body in time (rule SUPERVISION_SCHEDULE).</summary>
public sealed class ScheduleNotice(FormTexts form) : PaperForm(form)
{
    public override SupervisionPaperKind Paper => SupervisionPaperKind.Schedule;

    protected override LetterContent Compose(PaperMatter m, OfficialLetter letter) => new()
    {
        Title = Titled(letter, m.Supervision.Subject),
        Body =
        [
            new ParagraphBlock(Form["form.supervision.Schedule.opening", DecisionOf(m), m.Organ, m.Supervision.Theme]),
            HeadingBlock.Section(Form["form.supervision.Schedule.when"]),
            .. FormTexts.Paragraphs(letter.Text),
            ScheduleTable(m),
            HeadingBlock.Section(Form["form.supervision.Schedule.team"]),
            PaperTables.TeamTable(m, Form),
            HeadingBlock.Section(Form["form.supervision.Schedule.ask"]),
            new ListBlock([Form["form.supervision.Schedule.ask.report"], Form["form.supervision.Schedule.ask.people"], Form["form.supervision.Schedule.ask.papers"]]),
        ],
    };

    /// <summary>One row a body; day and place are written in by who arranges them.</summary>
    private TableBlock ScheduleTable(PaperMatter m) => new(
        [
            new GridColumn(Form["form.supervision.col.number"], 8, TextAlign.Centre),
            new GridColumn(Form["form.supervision.col.body"], 44),
            new GridColumn(Form["form.supervision.col.when"], 24),
            new GridColumn(Form["form.supervision.col.place"], 26),
        ],
        [.. m.Bodies.Select((b, i) => GridRow.Of($"{i + 1}", b.Name, "", ""))]);
}

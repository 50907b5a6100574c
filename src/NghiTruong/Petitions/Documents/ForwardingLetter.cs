using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Letters;

namespace NghiTruong.Petitions.Documents;

/// <summary>One official letter with its annex of many petitions; where UBND is to distribute them, one annex for each agency.</summary>
public sealed class ForwardingLetter(FormTexts form, RuleBook rules, PetitionTables tables) : ILetterContent
{
    public const string KindCode = "petitions.forwarding";

    public string Kind => KindCode;

    public string WithdrawalKind => PetitionsWithdrawnNotice.KindCode;

    public IReadOnlyList<string> Fields { get; } = ["TongSoKienNghi", "ThoiHanTraLoi"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = PetitionTables.Offered;

    public string DefaultAbstract(OfficialLetter? about) => form["form.forwarding.abstract"];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        var petitions = await tables.OfLetterAsync(db, letter, withdrawn: false, ct);
        var recipient = form.Unfold(letter.RecipientName);
        var term = await TermAsync(db, letter, petitions, ct);

        return new LetterContent
        {
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text ?? form["form.forwarding.opening", petitions.Count, recipient]),
                new ParagraphBlock(form["form.forwarding.request", recipient, term]),
                new ParagraphBlock(form["form.forwarding.paper"]),
            ],
            Annexes = [.. Annexes(petitions)],
            AlsoTo = [form["form.delegates"]],
            Values = new Dictionary<string, string?> { ["TongSoKienNghi"] = $"{petitions.Count}", ["ThoiHanTraLoi"] = term },
            Tables = new Dictionary<string, TemplateTable> { [PetitionTables.Name] = PetitionTables.Template(petitions) },
        };
    }

    private IEnumerable<Annex> Annexes(IReadOnlyList<PetitionLine> petitions)
    {
        var byAgency = petitions.GroupBy(p => p.Agency).ToList();
        foreach (var agency in byAgency)
        {
            var title = byAgency.Count == 1 ? form["form.forwarding.annex"] : form["form.forwarding.annexOf", form.Unfold(agency.Key).ToUpperInvariant()];
            yield return new Annex(title, [tables.Annex([.. agency])]) { Landscape = true };
        }
    }

    /// <summary>"trước ngày …" once the day is known, "trong thời hạn 30 ngày …" before.</summary>
    private async Task<string> TermAsync(Db db, OfficialLetter letter, IReadOnlyList<PetitionLine> petitions, CancellationToken ct)
    {
        if ((letter.AnswerDueOn ?? petitions.Select(p => p.PrintedDueOn).FirstOrDefault(d => d is not null)) is { } due)
        {
            return form["form.forwarding.dueOn", form.Day(due)];
        }

        var tier = await db.Set<Council>().Where(c => c.Id == letter.CouncilId).Select(c => c.Tier).FirstAsync(ct);
        var rule = (await rules.ReadAsync(ct)).Due(DeadlineRuleCatalogue.PetitionAnswer, tier.ToString(), letter.CouncilId, letter.CreatedAt.VietnamDate);

        return rule is null
            ? form["form.forwarding.soon"]
            : form[rule.Rule.Terms.DayType == DayType.Working ? "form.forwarding.workingDays" : "form.forwarding.days", rule.Rule.Terms.Days];
    }
}

/// <summary>Tells the agency which petitions of a letter are taken back.</summary>
public sealed class PetitionsWithdrawnNotice(FormTexts form, PetitionTables tables) : ILetterContent
{
    public const string KindCode = "petitions.withdrawal";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["VanBanThuHoi", "NgayVanBanThuHoi", "LyDoThuHoi", "TongSoKienNghi"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = PetitionTables.Offered;

    public string DefaultAbstract(OfficialLetter? about) => form["form.petitionsWithdrawn.abstract", about?.FullNumber ?? DecreeForm.Blank];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        var about = await db.Set<OfficialLetter>().FindAsync([letter.AboutLetterId], ct);
        IReadOnlyList<PetitionLine> petitions = about is null ? [] : await tables.OfLetterAsync(db, about, withdrawn: true, ct);
        var (number, day) = (about?.FullNumber ?? DecreeForm.Blank, form.Day(about?.IssuedOn));
        var whole = about?.State == LetterState.Withdrawn;

        return new LetterContent
        {
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(form[whole ? "form.petitionsWithdrawn.whole" : "form.petitionsWithdrawn.some", number, day, petitions.Count]),
                .. FormTexts.Paragraphs(whole ? form["form.withdrawal.reason", about!.WithdrawnReason ?? DecreeForm.Blank] : null),
                tables.Short(petitions),
                new ParagraphBlock(form["form.petitionsWithdrawn.close"]),
            ],
            Values = new Dictionary<string, string?>
            {
                ["VanBanThuHoi"] = number,
                ["NgayVanBanThuHoi"] = day,
                ["LyDoThuHoi"] = about?.WithdrawnReason,
                ["TongSoKienNghi"] = $"{petitions.Count}",
            },
            Tables = new Dictionary<string, TemplateTable> { [PetitionTables.Name] = PetitionTables.Template(petitions) },
        };
    }
}

/// <summary>Tells the agency of days that moved after the letter was printed.</summary>
public sealed class CorrectedDueLetter(FormTexts form, PetitionTables tables) : ILetterContent
{
    public const string KindCode = "petitions.correctedDue";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["VanBanDinhChinh", "NgayVanBanDinhChinh", "TongSoKienNghi"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = PetitionTables.Offered;

    public string DefaultAbstract(OfficialLetter? about) => form["form.correctedDue.abstract", about?.FullNumber ?? DecreeForm.Blank];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        var about = await db.Set<OfficialLetter>().FindAsync([letter.AboutLetterId], ct);
        List<PetitionLine> moved = about is null ? [] : [.. (await tables.OfLetterAsync(db, about, withdrawn: false, ct)).Where(p => p.DueOn != p.PrintedDueOn)];
        var (number, day) = (about?.FullNumber ?? DecreeForm.Blank, form.Day(about?.IssuedOn));

        return new LetterContent
        {
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(form["form.correctedDue.body", number, day, moved.Count]),
                tables.Moved(moved),
                new ParagraphBlock(form["form.correctedDue.close", number]),
            ],
            Values = new Dictionary<string, string?> { ["VanBanDinhChinh"] = number, ["NgayVanBanDinhChinh"] = day, ["TongSoKienNghi"] = $"{moved.Count}" },
            Tables = new Dictionary<string, TemplateTable> { [PetitionTables.Name] = PetitionTables.Template(moved) },
        };
    }
}

using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Law;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.CitizenLetters;

/// <summary>Công văn chuyển đơn: an open letter with who sent it and what it says; of a protected one its code and kind alone, since who denounces stands on the handler's own paper.</summary>
public sealed class CitizenLetterTransfer(FormTexts form, RuleBook rules, SenderVault vault) : ILetterContent
{
    public const string KindCode = "citizenLetters.transfer";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["MaDon", "LoaiDon", "NgayNhan", "NguoiGui", "NoiDungDon"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();

    public string DefaultAbstract(OfficialLetter? about) => form["form.citizenLetter.transfer.abstract", DecreeForm.Blank, DecreeForm.Blank];

    public Task<bool> MayReadAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) => CitizenLetterPapers.MayReadAsync(db, letter, acting, ct);

    public Task<Refusal?> WrongWordsAsync(Db db, OfficialLetter letter, string? words, string field, CancellationToken ct) => CitizenLetterPapers.WrongWordsAsync(db, vault, letter, words, field, ct);

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        if (await db.Set<CitizenLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.TransferLetterId == letter.Id, ct) is not { } l)
        {
            return CitizenLetterPapers.Unbound(letter);
        }

        var who = await CitizenLetterPapers.WhoAsync(db, form, l, ct);
        var kind = form["form.citizenLetter.kind." + l.Kind];

        return new LetterContent
        {
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(form["form.citizenLetter.transfer.opening", form.Day(l.ReceivedOn), kind, l.Code, who]),
                .. l.IsProtected ? Array.Empty<Block>() : [new ParagraphBlock(form["form.citizenLetter.summary", l.Summary])],
                new ParagraphBlock(form["form.citizenLetter.transfer.request", form.Unfold(letter.RecipientName), await TermAsync(db, letter, ct)]),
                .. l.IsProtected ? [new ParagraphBlock(form["form.citizenLetter.transfer.protected"])] : Array.Empty<Block>(),
            ],
            AlsoTo = l.IsProtected ? [] : [form["form.citizenLetter.toSender"]],
            Values = CitizenLetterPapers.Values(form, l, kind, who),
        };
    }

    /// <summary>By when the body reports its result (Law 42/2013/QH13 Art 27.2), as the rule of the council says.</summary>
    private async Task<string> TermAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        var tier = await db.Set<Council>().Where(c => c.Id == letter.CouncilId).Select(c => c.Tier).FirstAsync(ct);

        return (await rules.ReadAsync(ct)).Due(DeadlineRuleCatalogue.LetterResultReport, tier.ToString(), letter.CouncilId, letter.CreatedAt.VietnamDate)?.Rule.Terms is { } terms
            ? form[terms.DayType == DayType.Working ? "form.citizenLetter.term.working" : "form.citizenLetter.term.calendar", terms.Days]
            : form["form.citizenLetter.term.soon"];
    }
}

/// <summary>Văn bản hướng dẫn, trả lời người gửi: the body that is competent, or why the letter is not handled.</summary>
public sealed class CitizenLetterGuidance(FormTexts form, SenderVault vault) : ILetterContent
{
    public const string KindCode = "citizenLetters.guidance";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["MaDon", "LoaiDon", "NgayNhan", "NguoiGui", "NoiDungDon", "CoQuanCoThamQuyen"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();

    public string DefaultAbstract(OfficialLetter? about) => form["form.citizenLetter.guidance.abstract", DecreeForm.Blank, DecreeForm.Blank];

    public Task<bool> MayReadAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) => CitizenLetterPapers.MayReadAsync(db, letter, acting, ct);

    public Task<Refusal?> WrongWordsAsync(Db db, OfficialLetter letter, string? words, string field, CancellationToken ct) => CitizenLetterPapers.WrongWordsAsync(db, vault, letter, words, field, ct);

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        if (await db.Set<CitizenLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.GuidanceLetterId == letter.Id, ct) is not { } l)
        {
            return CitizenLetterPapers.Unbound(letter);
        }

        var who = await CitizenLetterPapers.WhoAsync(db, form, l, ct);
        var kind = form["form.citizenLetter.kind." + l.Kind];
        var values = CitizenLetterPapers.Values(form, l, kind, who);
        values["CoQuanCoThamQuyen"] = l.GuidedTo;

        return new LetterContent
        {
            Body =
            [
                .. FormTexts.Paragraphs(letter.Text),
                new ParagraphBlock(form["form.citizenLetter.guidance.opening", form.Day(l.ReceivedOn), kind, l.Code, who]),
                .. l.IsProtected ? Array.Empty<Block>() : [new ParagraphBlock(form["form.citizenLetter.summary", l.Summary])],
                new ParagraphBlock(form["form.citizenLetter.guidance.body", form.Unfold(l.GuidedTo ?? DecreeForm.Blank)]),
            ],
            Values = values,
        };
    }
}

internal static class CitizenLetterPapers
{
    /// <summary>The words of such a paper tell of a citizen: whoever may read their letter reads them, and the agency it is addressed to.</summary>
    public static async Task<bool> MayReadAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) =>
        await db.Set<CitizenLetter>().VisibleTo(acting, db).AnyAsync(l => l.TransferLetterId == letter.Id || l.GuidanceLetterId == letter.Id, ct)
        || (letter.RecipientAgencyId is { } agency && acting.CapacityAtAgency<ReadCitizenLetters>(agency) is not null);

    /// <summary>A paper of a protected letter names no sender, whoever edits it.</summary>
    public static async Task<Refusal?> WrongWordsAsync(Db db, SenderVault vault, OfficialLetter letter, string? words, string field, CancellationToken ct)
    {
        var senders = await (
            from sender in db.Set<LetterSender>().AsNoTracking()
            join l in db.Set<CitizenLetter>().AsNoTracking() on sender.LetterId equals l.Id
            where l.IsProtected && (l.TransferLetterId == letter.Id || l.GuidanceLetterId == letter.Id)
            select sender).ToListAsync(ct);

        return SenderVault.NamedIn(words, senders.Select(vault.Open), field);
    }

    /// <summary>Who sent it as an open letter's paper says; of a protected one nobody.</summary>
    public static async Task<string> WhoAsync(Db db, FormTexts form, CitizenLetter letter, CancellationToken ct)
    {
        if (letter.IsProtected || letter.IsAnonymous)
        {
            return form[letter.IsProtected ? "form.citizenLetter.who.protected" : "form.citizenLetter.who.unknown"];
        }

        var senders = await db.Set<LetterSender>().AsNoTracking().Where(s => s.LetterId == letter.Id).OrderBy(s => s.Id).ToListAsync(ct);

        return string.Join("; ", senders.Select(s => string.Join(", ", new[] { s.Name, s.Address }.Where(p => !string.IsNullOrWhiteSpace(p)))));
    }

    public static Dictionary<string, string?> Values(FormTexts form, CitizenLetter letter, string kind, string who) => new()
    {
        ["MaDon"] = letter.Code, ["LoaiDon"] = kind, ["NgayNhan"] = form.Day(letter.ReceivedOn), ["NguoiGui"] = who, ["NoiDungDon"] = letter.IsProtected ? null : letter.Summary,
    };

    public static LetterContent Unbound(OfficialLetter letter) => new() { Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))] };
}

/// <summary>The citizens' letter an official letter deals with.</summary>
internal sealed class CitizenLetterOfOfficial(FormTexts form) : ILetterMatters
{
    public async Task<IReadOnlyList<LetterMatter>> OfAsync(Db db, OfficialLetter letter, Acting acting, CancellationToken ct) =>
    [
        .. (await db.Set<CitizenLetter>().AsNoTracking().VisibleTo(acting, db).Where(l => l.TransferLetterId == letter.Id || l.GuidanceLetterId == letter.Id).ToListAsync(ct))
            .Select(l => new LetterMatter(CitizenLetterEvent.SubjectKind, l.Code, l.IsProtected ? form["form.citizenLetter.kind." + l.Kind] : l.Summary)),
    ];
}

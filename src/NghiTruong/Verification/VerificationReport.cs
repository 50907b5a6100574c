using Microsoft.EntityFrameworkCore;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Language;
using NghiTruong.Letters;

namespace NghiTruong.Verification;

/// <summary>Báo cáo thẩm tra as Word, filled from the workbench: the four parts, the committee's meeting and vote, the position.</summary>
public sealed class VerificationReport(FormTexts form, TimeProvider clock) : ILetterContent
{
    public const string KindCode = "verification.report";

    /// <summary>Kind and issuing organ of a report of a council's committee (Decree 30/2020, Annex III).</summary>
    public const string Notation = "BC-HĐND";

    private const string PartsTable = "CacPhan";

    public string Kind => KindCode;

    public IReadOnlyList<string> Fields { get; } = ["TenNoiDung", "CoQuanTrinh", "CoSoPhapLy", "NoiDungPhuHop", "CanDoiNguonLuc", "KetLuanKienNghi", "QuanDiem", "KetQuaBieuQuyet", "NgayHop"];

    /// <summary>All parts, for a template of an office that has others than the four.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [PartsTable] = ["TieuDe", "NoiDung"] };

    /// <summary>The trích yếu.</summary>
    public string AbstractOf(VerificationCase v) => form["form.verification.about", NameOf(v)];

    /// <summary>"dự thảo Nghị quyết về …": a title that does not say what it is gets its kind before it.</summary>
    private string NameOf(VerificationCase v)
    {
        var kind = form[$"form.verification.item.{v.Item}"];

        return VietnameseText.Fold(v.Title).StartsWith(VietnameseText.Fold(kind), StringComparison.Ordinal) ? char.ToLowerInvariant(v.Title[0]) + v.Title[1..] : $"{kind} “{v.Title}”";
    }

    public string DefaultAbstract(OfficialLetter? about) => form["form.verification.abstract"];

    public async Task<LetterContent> ReadAsync(Db db, OfficialLetter letter, CancellationToken ct)
    {
        if (await db.Set<VerificationCase>().AsNoTracking().FirstOrDefaultAsync(v => v.LetterId == letter.Id, ct) is not { } v)
        {
            return new LetterContent { Title = new DocumentTitle(form["form.verification.title"], letter.Abstract), Body = [.. FormTexts.Paragraphs(letter.Text).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank))] };
        }

        var parts = await db.Set<VerificationPart>().AsNoTracking().Where(p => p.VerificationId == v.Id).ToDictionaryAsync(p => p.Part, p => p.Text, ct);
        var setup = await VerificationSetup.OfAsync(db, v, clock.Today, ct);
        var agency = form.Unfold(await db.Set<Agency>().Where(a => a.Id == v.AgencyId).Select(a => a.Name).FirstAsync(ct));
        var session = await db.Set<CouncilSession>().Where(s => s.Id == v.SessionId).Select(s => s.Name).FirstOrDefaultAsync(ct);

        return new LetterContent
        {
            Title = new DocumentTitle(form["form.verification.title"], letter.Abstract),
            Body = [.. Opening(letter, v, agency, session), .. Parts(setup, parts), .. Closing(v)],
            AlsoTo = [.. v.BodyId is null ? Array.Empty<string>() : [form["form.verification.to.standing"]], form["form.delegates"], agency],
            Values = Values(v, parts, agency),
            Tables = new Dictionary<string, TemplateTable> { [PartsTable] = TableOf(setup, parts) },
        };
    }

    private IEnumerable<Block> Opening(OfficialLetter letter, VerificationCase v, string agency, string? session)
    {
        foreach (var typed in FormTexts.Paragraphs(letter.Text))
        {
            yield return typed;
        }

        yield return new ParagraphBlock(form["form.verification.opening", session ?? form["form.verification.session"], NameOf(v), agency, form.Day(v.MetOn)]);
    }

    private static IEnumerable<Block> Parts(VerificationSetup setup, Dictionary<string, string?> parts)
    {
        foreach (var part in setup.ReportParts)
        {
            yield return HeadingBlock.Part(part.Vietnamese);
            foreach (var paragraph in FormTexts.Paragraphs(parts.GetValueOrDefault(part.Code)).DefaultIfEmpty(new ParagraphBlock(DecreeForm.Blank)))
            {
                yield return paragraph;
            }
        }
    }

    private static TemplateTable TableOf(VerificationSetup setup, Dictionary<string, string?> parts) =>
        new(["TieuDe", "NoiDung"], [.. setup.ReportParts.Select(p => new Dictionary<string, string?> { ["TieuDe"] = p.Vietnamese, ["NoiDung"] = parts.GetValueOrDefault(p.Code) })]);

    private IEnumerable<Block> Closing(VerificationCase v)
    {
        if (v is { Votes: { } votes, Position: { } position })
        {
            yield return new ParagraphBlock(form["form.verification.vote", votes.For, votes.Members, votes.Present, votes.Against, votes.Abstained]);
            yield return new ParagraphBlock(form["form.verification.position"] + " ", new TextSpan(form[$"form.verification.position.{position}"], Bold: true));
        }

        yield return new ParagraphBlock(form["form.verification.close"]);
    }

    private Dictionary<string, string?> Values(VerificationCase v, Dictionary<string, string?> parts, string agency) => new()
    {
        ["TenNoiDung"] = v.Title,
        ["CoQuanTrinh"] = agency,
        ["CoSoPhapLy"] = parts.GetValueOrDefault(ReportPart.LegalBasis),
        ["NoiDungPhuHop"] = parts.GetValueOrDefault(ReportPart.Content),
        ["CanDoiNguonLuc"] = parts.GetValueOrDefault(ReportPart.Resources),
        ["KetLuanKienNghi"] = parts.GetValueOrDefault(ReportPart.Conclusion),
        ["QuanDiem"] = v.Position is { } position ? form[$"form.verification.position.{position}"] : null,
        ["KetQuaBieuQuyet"] = v.Votes is { } votes ? form["form.verification.vote", votes.For, votes.Members, votes.Present, votes.Against, votes.Abstained] : null,
        ["NgayHop"] = form.Day(v.MetOn),
    };
}

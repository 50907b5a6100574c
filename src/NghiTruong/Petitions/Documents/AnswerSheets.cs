using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.Petitions.Documents;

/// <summary>A hamlet with answers its voters are to be told.</summary>
public sealed record HamletAnswers(string Place, int Petitions);

/// <summary>One printable sheet of answers per hamlet, in big letters, for the notice board and the loudspeaker.</summary>
public sealed class AnswerSheets(IDbContextFactory<Db> contexts, LetterForms forms, FormTexts form, PetitionTables tables, TimeProvider clock) : IDocumentKind
{
    private const double BigLetters = 18;

    private static readonly string[] Columns = ["NoiDung", "KetQua", "PhanLoai", "CoQuanGiaiQuyet"];
    private static readonly PetitionStatus[] ToTell = [PetitionStatus.Concluded, PetitionStatus.Notified];

    public string Kind => "petitions.answersSheet";

    public IReadOnlyList<string> Fields { get; } = ["Thon"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>> { [PetitionTables.Name] = Columns };

    /// <summary>The hamlets of a council that have something to be told, by name.</summary>
    public async Task<IReadOnlyList<HamletAnswers>> HamletsAsync(Guid councilId, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var places = await Concluded(db, councilId, acting).GroupBy(p => p.Place).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);

        return [.. places.Select(p => new HamletAnswers(p.Key ?? "", p.Count)).OrderBy(h => Language.SortKeys.Of(h.Place), StringComparer.Ordinal)];
    }

    /// <summary>The sheet of one hamlet, or of all, each on a page of its own. Refusal <c>answerSheet.nothing</c>.</summary>
    public async Task<Result<WordDocument>> WriteAsync(Guid councilId, string? place, Acting acting, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var petitions = await Concluded(db, councilId, acting).Where(p => place == null || p.Place == place || (place == "" && p.Place == null))
            .OrderBy(p => p.Place).ThenBy(p => p.Code).ToListAsync(ct);
        if (petitions.Count == 0)
        {
            return new Refusal("answerSheet.nothing", "Place", place ?? "");
        }

        var answers = await AnswersAsync(db, [.. petitions.Select(p => p.Id)], ct);
        var sender = await SenderForm.ReadAsync(db, form, councilId, null, clock.Today, ct);
        var content = Content(petitions, answers, place);
        var document = new OfficialDocument
        {
            Title = new DocumentTitle(form["form.answers.title"], $"{sender.OrganInText}\n{form["form.answers.on", form.Day(clock.Today)]}"),
            Body = content.Body,
            BodySize = BigLetters,
        };
        Dictionary<string, string?> values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender.OrganInText, sender.Organ, sender.UpperOrgan, sender.Place);
        values["NgayThangNam"] = WrittenDate.Of(clock.Today).ToString();
        var written = await forms.FillAsync(db, councilId, this, document, content, values, ct);

        return written.IsRefused
            ? Result<WordDocument>.Refuse(written.Refusals)
            : new WordDocument($"tra-loi-cu-tri-{Language.VietnameseText.Fold(place ?? "").Replace(' ', '-')}.docx".Replace("-.docx", ".docx", StringComparison.Ordinal), written.Value);
    }

    private LetterContent Content(List<Petition> petitions, Dictionary<Guid, string?> answers, string? place)
    {
        List<Block> body = [];
        foreach (var hamlet in petitions.GroupBy(p => p.Place ?? ""))
        {
            if (body.Count > 0)
            {
                body.Add(new PageBreakBlock());
            }

            body.Add(ParagraphBlock.Centred(hamlet.Key.Length > 0 ? form["form.answers.voters", hamlet.Key] : form["form.answers.everybody"]));
            body.AddRange(hamlet.SelectMany((p, at) => Lines(p, answers.GetValueOrDefault(p.Id), at + 1)));
        }

        return new LetterContent
        {
            Body = body,
            Values = new Dictionary<string, string?> { ["Thon"] = place },
            Tables = new Dictionary<string, TemplateTable>
            {
                [PetitionTables.Name] = new(Columns, [.. petitions.Select(p => (IReadOnlyDictionary<string, string?>)new Dictionary<string, string?>
                {
                    ["NoiDung"] = p.Content,
                    ["KetQua"] = answers.GetValueOrDefault(p.Id),
                    ["PhanLoai"] = p.Outcome is { } outcome ? tables.OutcomeText(outcome) : "",
                })]),
            },
        };
    }

    private IEnumerable<Block> Lines(Petition petition, string? answer, int number)
    {
        yield return new ParagraphBlock(new TextSpan($"{number}. {petition.Content}", Bold: true)) { Align = TextAlign.Left };
        yield return new ParagraphBlock(form["form.answers.answer", answer ?? petition.ConclusionNote ?? form["form.answers.none"]]) { Align = TextAlign.Left };
        if (petition.Outcome is { } outcome)
        {
            yield return new ParagraphBlock(new TextSpan(form["form.answers.outcome", tables.OutcomeText(outcome)], Italic: true)) { Align = TextAlign.Left };
        }
    }

    private static IQueryable<Petition> Concluded(Db db, Guid councilId, Acting acting) =>
        db.Set<Petition>().AsNoTracking().VisibleTo(acting, db).Where(p => p.CouncilId == councilId && ToTell.Contains(p.Status));

    private static async Task<Dictionary<Guid, string?>> AnswersAsync(Db db, List<Guid> ids, CancellationToken ct) =>
        (await db.Set<PetitionAnswer>().AsNoTracking().Where(a => a.IsOfLead && ids.Contains(a.PetitionId)).OrderBy(a => a.RecordedAt).Select(a => new { a.PetitionId, a.Extract }).ToListAsync(ct))
        .GroupBy(a => a.PetitionId).ToDictionary(g => g.Key, g => g.Last().Extract);
}

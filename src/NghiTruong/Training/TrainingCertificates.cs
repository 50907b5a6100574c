using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NghiTruong.Accounts;
using NghiTruong.Councils;
using NghiTruong.Database;
using NghiTruong.Documents.Word;
using NghiTruong.Letters;
using NghiTruong.Refusals;

namespace NghiTruong.Training;

/// <summary>A certificate as a kind of document, with a template of the office's own.</summary>
public sealed record TrainingCertificateKind : IDocumentKind
{
    public string Kind => "training.certificate";

    public IReadOnlyList<string> Fields { get; } = ["HoTenDaiBieu", "DonViDaiBieu", "ChuyenDeTapHuan", "ThoiGianTapHuan", "SoGiayChungNhan"];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Tables { get; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Giấy chứng nhận as Word in the form of Decree 30/2020/NĐ-CP: one document for all with a page for each, or one person's own by the office's template.</summary>
public sealed class TrainingCertificates(IDbContextFactory<Db> contexts, TrainingReader reader, CouncilDirectory directory, LetterForms forms, FormTexts form)
{
    /// <param name="delegateCode">One person; null for all who completed it.</param>
    /// <returns>Null where the class is not the person's to keep, or nobody completed it; refusals <c>template.*</c>.</returns>
    public async Task<Result<WordDocument>?> WriteAsync(string code, string? delegateCode, Acting acting, CancellationToken ct)
    {
        if (await reader.ReadAsync(code, acting, ct) is not { MayKeep: true } whole
            || whole.Trainees.Where(t => t.Seat.Certificate is not null && (delegateCode is null || t.Who.Code == delegateCode)).OrderBy(t => t.Seat.Certificate).ToList() is not { Count: > 0 } completed)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var of = whole.Class;
        var sender = await SenderForm.ReadAsync(db, form, of.CouncilId, null, of.ClosedOn ?? of.Until, ct);
        var councils = await directory.CouncilsAsync(ct);
        var document = new OfficialDocument
        {
            Letterhead = sender.Head(null, form["form.training.notation"], WrittenDate.Open((of.ClosedOn ?? of.Until).Year)),
            Title = new DocumentTitle(form["form.training.kind"], form["form.training.title"]),
            Body = [.. completed.SelectMany((t, i) => Page(of, t, councils, i > 0, sender.OrganInText))],
            Signatures = [sender.Signature],
            Recipients = [form["form.archive"]],
        };
        if (delegateCode is null)
        {
            using var file = new MemoryStream();
            WordWriter.Write(document, file);

            return new WordDocument($"giay-chung-nhan-{of.Code}.docx", file.ToArray());
        }

        var values = LetterForms.CommonFields.ToDictionary(name => name, _ => (string?)null, StringComparer.OrdinalIgnoreCase);
        (values["TenCoQuanBanHanh"], values["CoQuanBanHanh"], values["CoQuanCapTren"], values["DiaDanh"]) = (sender.OrganInText, sender.Organ, sender.UpperOrgan, sender.Place);
        (values["ThamQuyenKy"], values["NguoiKy"]) = (string.Join('\n', sender.SignatureLines), sender.Signer);
        var written = await forms.FillAsync(db, of.CouncilId, new TrainingCertificateKind(), document, new LetterContent { Body = document.Body, Values = Values(of, completed[0], councils) }, values, ct);

        return written.IsRefused ? Result<WordDocument>.Refuse(written.Refusals) : new WordDocument($"giay-chung-nhan-{of.Code}-{completed[0].Who.Code}.docx", written.Value);
    }

    private IEnumerable<Block> Page(TrainingClass of, Trainee t, IReadOnlyDictionary<Guid, CouncilName> councils, bool isNext, string organ)
    {
        if (isNext)
        {
            yield return new PageBreakBlock();
            yield return ParagraphBlock.Centred(form["form.training.kind"]);
            yield return ParagraphBlock.Centred(form["form.training.title"]);
        }

        var values = Values(of, t, councils);
        yield return new ParagraphBlock(form["form.training.certifies", organ]);
        yield return ParagraphBlock.Centred(values["HoTenDaiBieu"]!);
        yield return new ParagraphBlock(form["form.training.of", values["DonViDaiBieu"]!]);
        yield return new ParagraphBlock(form["form.training.completed", of.Subject, values["ThoiGianTapHuan"]!]);
        yield return new ParagraphBlock(form["form.training.number", values["SoGiayChungNhan"]!]);
    }

    private Dictionary<string, string?> Values(TrainingClass of, Trainee t, IReadOnlyDictionary<Guid, CouncilName> councils) => new()
    {
        ["HoTenDaiBieu"] = t.Who.Name,
        ["DonViDaiBieu"] = form.Unfold(councils.GetValueOrDefault(t.Seat.CouncilId)?.Name ?? ""),
        ["ChuyenDeTapHuan"] = of.Subject,
        ["ThoiGianTapHuan"] = of.From == of.Until ? form["form.training.on", form.Day(of.From)] : form["form.training.between", form.Day(of.From), form.Day(of.Until)],
        ["SoGiayChungNhan"] = string.Create(CultureInfo.InvariantCulture, $"{t.Seat.Certificate:000}/{of.Code}"),
    };
}

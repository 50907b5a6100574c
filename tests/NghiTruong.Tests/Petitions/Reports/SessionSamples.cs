using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using NghiTruong.Councils;
using NghiTruong.Counting;
using NghiTruong.Database;
using NghiTruong.Law.Catalogues;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Reports;
using NghiTruong.Support;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace NghiTruong.Tests.Petitions.Reports;

/// <summary>Petitions of sessions at the made-up commune Nà Mẫu, and eyes for Word files.</summary>
internal static class SessionSamples
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Sessions 1 (May) and 2 (June 2026) of a council, as <see cref="RandomPetitions.Session"/> dates them.</summary>
    public static async Task<(CouncilSession First, CouncilSession Second)> SessionsAsync(TestHouse house, Council council)
    {
        var (first, second) = (RandomPetitions.Session(council, 1), RandomPetitions.Session(council, 2));
        await using var db = house.Db();
        db.AddRange(first, second);
        await db.SaveChangesAsync(Ct);

        return (first, second);
    }

    public static Petition Petition(Council council, CouncilSession? session, Outcome? outcome, Action<Petition>? shape = null)
    {
        var petition = RandomPetitions.New(council, new DateOnly(2026, 5, 20));
        petition.SessionId = session?.Id;
        petition.Field = FieldCatalogue.Transport;
        petition.Authority = AuthorityCatalogue.Commune;
        petition.Place = "Thôn Nà Pục";
        petition.StandAsTold(outcome is null ? PetitionStatus.Classified : PetitionStatus.Answered, outcome, null, null);
        shape?.Invoke(petition);

        return petition;
    }

    public static async Task StoreAsync(TestHouse house, IReadOnlyList<Petition> petitions)
    {
        await using var db = house.Db();
        db.AddRange(petitions);
        house.Get<PetitionCounting>().Count(db, petitions);
        await db.SaveChangesAsync(Ct);
        await house.Get<CountFold>().FoldAsync(Ct);
    }

    public static IEnumerable<Petition> Many(int count, Func<int, Petition> make) => Enumerable.Range(0, count).Select(make);

    /// <summary>The text of a Word file, a line a paragraph, cells parted by bars.</summary>
    public static string TextOf(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);

        return string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<W.Paragraph>().Select(p => p.InnerText));
    }

    /// <summary>The rows of the tables of a Word file.</summary>
    public static List<string[]> RowsOf(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);

        return [.. document.MainDocumentPart!.Document.Body!.Descendants<W.TableRow>().Select(r => r.Elements<W.TableCell>().Select(c => c.InnerText).ToArray())];
    }

    public static Dictionary<string, byte[]> FilesOf(DossierFile zip)
    {
        using var packed = new ZipArchive(new MemoryStream(zip.Content));

        return packed.Entries.ToDictionary(e => e.Name, e =>
        {
            using var stream = e.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);

            return copy.ToArray();
        });
    }
}

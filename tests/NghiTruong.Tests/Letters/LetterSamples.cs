using System.Text;
using NghiTruong.Councils;
using NghiTruong.Documents.Files;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using NghiTruong.Refusals;
using NghiTruong.Support;

namespace NghiTruong.Tests.Letters;

/// <summary>Petitions, letters and papers of the made-up commune Nà Mẫu.</summary>
internal static class LetterSamples
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A small PDF that is one.</summary>
    public static byte[] Pdf(string words) => Encoding.UTF8.GetBytes(
        $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n% {words}\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static async Task<string> RecordAsync(TestHouse house, string content, string? place = "Thôn Nà Pục")
    {
        var code = (await house.Get<PetitionIntake>().RecordAsync(
            new PetitionInput { CouncilId = house.Province.NaMau.Id, Content = content, Place = place }, house.Province.Clerk(), Ct)).Value;
        await house.Get<PetitionDesk>().ClassifyAsync(code, new Classification(PetitionKind.Petition, "transport", "commune"), house.Province.Clerk(), Ct);

        return code;
    }

    /// <summary>A draft letter to UBND with petitions.</summary>
    public static async Task<Guid> DraftAsync(TestHouse house, params string[] codes) => (await house.Get<PetitionForwarder>().ForwardAsync(
        new ForwardInput { Codes = codes, RecipientAgencyId = house.Province.NaMauCommittee.Id, Notation = "HĐND-VP" }, house.Province.Clerk(), Ct)).Value;

    /// <summary>A petition sent with a letter of 11 September 2026.</summary>
    public static async Task<string> SentAsync(TestHouse house, string content, string number = "35")
    {
        var code = await RecordAsync(house, content);
        var sent = await house.Get<PetitionForwarder>().ForwardAsync(
            new ForwardInput
            {
                Codes = [code],
                RecipientAgencyId = house.Province.NaMauCommittee.Id,
                Number = number,
                Notation = "HĐND-VP",
                IssuedOn = new DateOnly(2026, 9, 11),
            },
            house.Province.Clerk(),
            Ct);
        Assert.Empty(sent.Refusals.Select(r => r.Code));

        return code;
    }

    /// <summary>A letter written by hand and signed.</summary>
    public static async Task<Guid> SignedAsync(TestHouse house, string subject = "mời họp")
    {
        var id = (await house.Get<LetterDesk>().DraftAsync(Input(house, subject), house.Province.Clerk(), Ct)).Value;
        Done(await house.Get<LetterDesk>().SubmitAsync(id, house.Province.Clerk(), Ct));
        Done(await house.Get<LetterDesk>().SignAsync(id, house.Province.StandingCommittee(), Ct));

        return id;
    }

    public static LetterInput Input(TestHouse house, string subject) => new()
    {
        CouncilId = house.Province.NaMau.Id,
        Abstract = subject,
        Text = "Thường trực Hội đồng nhân dân xã trân trọng kính mời.",
        RecipientAgencyId = house.Province.NaMauCommittee.Id,
        Notation = "HĐND-VP",
    };

    public static async Task<StagedFile> ScanAsync(TestHouse house, string words = "bản ký") => (await house.Get<FileDesk>().TakeInAsync(
        new IncomingFile(house.Province.NaMau.Id, new MemoryStream(Pdf(words)), "ban-ky.pdf"), Ct)).Value;

    public static async Task<Body> AddBodyAsync(TestHouse house, BodyKind kind, string name)
    {
        await using var db = house.Db();
        var body = new Body
        {
            Id = Guid.CreateVersion7(),
            CouncilId = house.Province.NaMau.Id,
            Kind = kind,
            Code = kind == BodyKind.Committee ? "PC" : "TT",
            Name = name,
            AuthorityForm = kind == BodyKind.Committee ? "TM. BAN PHÁP CHẾ" : "TM. THƯỜNG TRỰC HĐND",
            SignerTitle = kind == BodyKind.Committee ? "TRƯỞNG BAN" : "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
            SignerName = "Lò Thị Thử",
            From = new DateOnly(2026, 3, 15),
        };
        db.Add(body);
        await db.SaveChangesAsync(Ct);

        return body;
    }

    public static void Done(Result result) => Assert.Empty(result.Refusals.Select(r => r.Code));

    public static void Refused(string code, Result result) => Assert.Equal(code, Assert.Single(result.Refusals).Code);
}

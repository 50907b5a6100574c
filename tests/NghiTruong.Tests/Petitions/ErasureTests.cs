using Microsoft.EntityFrameworkCore;
using NghiTruong.Documents.Files;
using NghiTruong.Journal;
using NghiTruong.Operations;
using NghiTruong.Petitions;
using NghiTruong.Support;

namespace NghiTruong.Tests.Petitions;

public sealed class ErasureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task An_erased_name_is_nowhere_in_the_database_and_the_chain_still_verifies(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var council = house.Province.NaMau;
        var input = new PetitionInput { CouncilId = council.Id, Content = "Sửa cầu.", PersonName = "Lò Thị Mẫu", PersonPhone = "0900000001" };
        var code = (await house.Get<PetitionIntake>().RecordAsync(input, house.Province.Clerk(), Ct)).Value;
        await using var db = house.Db();
        var petition = await db.Set<Petition>().SingleAsync(p => p.Code == code, Ct);
        var sheet = (await house.Get<FileDesk>().TakeInAsync(new IncomingFile(council.Id, new MemoryStream(Letters.LetterSamples.Pdf("phiếu")), "phieu.pdf"), Ct)).Value;
        Assert.Empty((await house.Get<PetitionPapers>().AttachSheetAsync(code, sheet, house.Province.Clerk(), Ct)).Refusals);

        var refused = await EraseAsync(house, petition, house.Province.StandingCommittee(house.Province.LungMau));
        Assert.Equal("erasure.notFound", Assert.Single(refused.Refusals).Code);
        Assert.Empty((await EraseAsync(house, petition, house.Province.StandingCommittee())).Refusals);

        Assert.Empty(await db.Set<PetitionPerson>().ToListAsync(Ct));
        Assert.Empty(await db.Set<FileUse>().ToListAsync(Ct));
        Assert.Empty(await db.Set<JournalPersonalValue>().ToListAsync(Ct));
        Assert.DoesNotContain(await db.Set<JournalEntry>().ToListAsync(Ct), e => e.Data.Contains("Lò Thị Mẫu", StringComparison.Ordinal));
        Assert.Empty((await house.Get<JournalVerifier>().VerifyAsync([], null, Ct)).Findings);
        Assert.Equal(petition.Id, (await db.Set<ErasureRecord>().SingleAsync(Ct)).SubjectId);
    }

    private static Task<Refusals.Result> EraseAsync(TestHouse house, Petition petition, Accounts.Acting acting) => house.Get<Erasure>().EraseAsync(
        new Subject("petition", petition.Id, petition.Code, petition.CouncilId), petition.ProvinceId, "Đơn số 5 ngày 14/9/2026", acting, Ct);
}

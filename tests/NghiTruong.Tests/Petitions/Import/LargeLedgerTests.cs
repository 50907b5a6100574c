using Microsoft.EntityFrameworkCore;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Import;
using NghiTruong.Support;
using static NghiTruong.Tests.Petitions.Import.Ledgers;

namespace NghiTruong.Tests.Petitions.Import;

public sealed class LargeLedgerTests
{
    private const int Rows = 10_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Ten_thousand_rows_come_in_and_are_known_again(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        string?[] outcomes = ["Đã giải quyết", "Đang giải quyết", null, "Giải trình, cung cấp thông tin"];
        var rows = Enumerable.Range(1, Rows).Select(i => Row(
            i, $"Đề nghị sửa chữa đường liên thôn đoạn {i} đã xuống cấp, đi lại khó khăn vào mùa mưa", place: $"Thôn {i % 40}", received: $"{1 + (i % 28)}/{1 + (i % 8)}/2026",
            answer: i % 4 == 0 ? $"{i % 300}/UBND-VP ngày 5/9/2026" : null, outcome: outcomes[i % 4])).ToArray();
        var ledger = Ward(rows);

        var first = (await house.Get<PetitionImports>().ImportAsync(Input(house, ledger), house.Province.Clerk(), Ct)).Value;
        ledger.Position = 0;
        var second = (await house.Get<PetitionImports>().TryAsync(Input(house, ledger), house.Province.Clerk(), Ct)).Value;

        Assert.Equal((Rows, 0), (first.Accepted, first.Rejected.Count));
        Assert.Equal((0, Rows), (second.Accepted, second.Unchanged));
        await using var db = house.Db();
        Assert.Equal(Rows, await db.Set<Petition>().Select(p => p.Code).Distinct().CountAsync(Ct));
    }
}

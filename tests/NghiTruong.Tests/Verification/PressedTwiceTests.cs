using Microsoft.EntityFrameworkCore;
using NghiTruong.Support;
using NghiTruong.Verification;
using static NghiTruong.Tests.Verification.VerificationCases;

namespace NghiTruong.Tests.Verification;

/// <summary>Nothing doubled by a second press, nothing lost when two write at once.</summary>
public sealed class PressedTwiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Engines]
    public async Task Presses_at_once_open_one_dossier_and_keep_one_paper_one_comment_and_one_note(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (session, committee) = await SessionAsync(house);
        var (desk, head) = (house.Get<VerificationDesk>(), house.Province.Head());
        var (asked, id) = (Input(house, session, committee) with { Id = Guid.CreateVersion7() }, Guid.CreateVersion7());

        var codes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.OpenAsync(asked, head, Ct)));
        var code = Assert.Single(codes.Select(c => Done(c).Value).Distinct());
        foreach (var act in new Func<Task<NghiTruong.Refusals.Result>>[]
        {
            () => desk.ReceiveAsync(code, new PaperInput { Id = id, Part = "toTrinh", Number = "9/TTr-UBND" }, house.Province.Clerk(), Ct),
            () => desk.CommentAsync(code, new CommentInput("Ủy ban MTTQ xã", null, "Đề nghị bổ sung.", id), house.Province.Clerk(), Ct),
            () => house.Get<VerificationWorkbench>().NoteAsync(code, new NoteInput { Id = id, Text = "Hỏi lại nguồn vốn." }, head, Ct),
        })
        {
            Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => act())), r => Done(r));
        }

        await using var db = house.Db();
        Assert.Equal(
            (1, 1, 1, 1),
            (await db.Set<VerificationCase>().CountAsync(Ct), await db.Set<VerificationPaper>().CountAsync(Ct), await db.Set<VerificationComment>().CountAsync(Ct), await db.Set<VerificationNote>().CountAsync(Ct)));
    }

    [Theory, Engines]
    public async Task Two_who_write_at_once_keep_each_their_part_and_the_same_part_is_refused_to_the_second(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, bench, head) = (await OpenedAsync(house), house.Get<VerificationWorkbench>(), house.Province.Head());
        Done(await bench.WriteAsync(code, Parts, head, Ct));

        // Both opened the page on these words. One writes the legal basis, the other the content, sending the legal basis as it was.
        Done(await bench.WriteAsync(code, Typed((ReportPart.LegalBasis, "Căn cứ mới.")), head, Ct));
        Done(await bench.WriteAsync(code, Typed((ReportPart.Content, "Nội dung mới.")), head, Ct));
        var clash = await bench.WriteAsync(code, Typed((ReportPart.LegalBasis, "Căn cứ khác.")), head, Ct);

        Assert.Equal(("verification.partChanged", "Texts[LegalBasis]"), (Assert.Single(clash.Refusals).Code, clash.Refusals[0].Field));
        await using var db = house.Db();
        var stands = await db.Set<VerificationPart>().ToDictionaryAsync(p => p.Part, p => p.Text, Ct);
        Assert.Equal(("Căn cứ mới.", "Nội dung mới."), (stands[ReportPart.LegalBasis], stands[ReportPart.Content]));
    }

    [Theory, Engines]
    public async Task A_meeting_concluded_from_an_old_page_is_refused(Engine engine)
    {
        await using var house = await TestHouse.OpenAsync(engine);
        var (code, bench, head) = (await OpenedAsync(house), house.Get<VerificationWorkbench>(), house.Province.Head());
        await using var db = house.Db();
        var version = await db.Set<VerificationCase>().Select(v => v.Version).FirstAsync(Ct);

        Done(await bench.MeetAsync(code, Meeting with { Version = version }, head, Ct));

        Refused("record.changedMeanwhile", await bench.MeetAsync(code, Meeting with { Version = version, For = 4, Against = 0 }, head, Ct));
    }

    /// <summary>The form filled from <see cref="Parts"/>, with these parts typed anew.</summary>
    private static Dictionary<string, PartText> Typed(params (string Part, string Text)[] anew)
    {
        var form = Parts.ToDictionary(p => p.Key, p => new PartText(p.Value.Text, PartText.StampOf(p.Value.Text)));
        foreach (var (part, text) in anew)
        {
            form[part] = form[part] with { Text = text };
        }

        return form;
    }
}

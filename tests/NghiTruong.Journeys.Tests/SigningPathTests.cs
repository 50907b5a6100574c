using Microsoft.EntityFrameworkCore;
using NghiTruong.Letters;
using NghiTruong.Petitions;
using NghiTruong.Petitions.Documents;

namespace NghiTruong.Journeys.Tests;

/// <summary>A letter that is written, signed, numbered and sent out in the house: what it asks runs from the day it goes out.</summary>
public sealed class SigningPathTests
{
    [Fact]
    public async Task Petitions_wait_in_a_draft_until_the_letter_has_been_signed_numbered_sealed_and_issued()
    {
        await using var host = await JourneyHost.OpenAsync();
        var codes = await OnTheDeskAsync(host);
        await using var clerk = await Person.ComeAsAsync(host, "vanphong", Screen.Desk);
        await using var standing = await Person.ComeAsAsync(host, "thuongtruc", Screen.Desk);

        await clerk.GoAsync($"/kien-nghi/chuyen?ma={codes[0]}&ma={codes[1]}");
        await clerk.ChooseAsync("Input.RecipientAgencyId", "UBND xã Nà Mẫu");
        await clerk.PickAsync("Input.IsSigned", "false");
        await clerk.PressHereAsync("Chuyển");
        await clerk.SeeAsync("Đã ghi công văn");
        var letter = await DraftAsync(host, codes[0]);
        await clerk.GoAsync($"/cong-van/{letter}");
        await clerk.PressHereAsync("Trình ký");
        await clerk.SeeAsync("Trình ký");
        await standing.GoAsync($"/cong-van/{letter}");
        await standing.Page.Locator("details.confirm summary", new() { HasText = "Ký" }).ClickAsync();
        await standing.PressHereAsync("Ký");
        await standing.SeeAsync("Đã ký");
        await clerk.GoAsync($"/cong-van/{letter}");
        await clerk.FillAsync("Given.Number", "96");
        await clerk.FillAsync("Given.Notation", "HĐND-VP");
        await clerk.PressHereAsync("Lấy số");
        await clerk.PressHereAsync("Đã đóng dấu");
        Assert.Equal(PetitionStatus.Classified, (await host.PetitionAsync(codes[0])).Status);
        await clerk.PressHereAsync("Phát hành");
        await clerk.SeeAsync("96/HĐND-VP");

        foreach (var code in codes)
        {
            var petition = await host.PetitionAsync(code);
            Assert.Equal(PetitionStatus.Forwarded, petition.Status);
            Assert.NotNull(petition.OwedBy);
        }
    }

    /// <summary>Two sorted petitions that no letter holds.</summary>
    private static async Task<List<string>> OnTheDeskAsync(JourneyHost host)
    {
        await using var db = host.Db();

        return await db.Set<Petition>()
            .Where(p => p.Code.StartsWith("KNCT-96001-") && p.Status == PetitionStatus.Classified && p.Kind == PetitionKind.Petition && p.ForwardedOn == null)
            .Where(p => !db.Set<PetitionForwarding>().Any(f => f.PetitionId == p.Id))
            .OrderBy(p => p.Code).Select(p => p.Code).Take(2).ToListAsync();
    }

    private static async Task<Guid> DraftAsync(JourneyHost host, string code)
    {
        await using var db = host.Db();

        return await (
            from forwarding in db.Set<PetitionForwarding>()
            join petition in db.Set<Petition>() on forwarding.PetitionId equals petition.Id
            join letter in db.Set<OfficialLetter>() on forwarding.LetterId equals letter.Id
            where petition.Code == code && letter.Kind == ForwardingLetter.KindCode && letter.State == LetterState.Draft
            select letter.Id).SingleAsync();
    }
}

using NghiTruong.CitizenLetters;
using NghiTruong.Database;
using NghiTruong.Journal;

namespace NghiTruong.Reception;

/// <summary>What became of a visit.</summary>
public enum VisitOutcome
{
    /// <summary>Nothing decided yet.</summary>
    Pending,

    /// <summary>Nhận đơn.</summary>
    Letter,

    /// <summary>Ghi nhận kiến nghị.</summary>
    Petition,

    /// <summary>Hướng dẫn.</summary>
    Guided,

    /// <summary>Giải thích, trả lời tại chỗ.</summary>
    Explained,

    /// <summary>Từ chối tiếp (Mẫu 01/TCD).</summary>
    Refused,
}

/// <summary>
/// A citizen received: one row of the reception book (Mẫu 03/TCD, Decree 154/2026/NĐ-CP Art 27). Who denounces stands in the sealed letter alone: the row then names nobody.
/// </summary>
public sealed class CitizenVisit : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>LTD-26734-2026-00012</c>: the number is that of the book.</summary>
    public required string Code { get; init; }

    /// <summary>STT in the book of the year.</summary>
    public required int Number { get; init; }

    /// <summary>The reception it belongs to; null for one who came between.</summary>
    public Guid? ReceptionId { get; init; }

    public required DateOnly On { get; set; }

    /// <summary>Nobody is named here: the letter has it sealed.</summary>
    public required bool IsProtected { get; init; }

    [Personal]
    public string? PersonName { get; set; }

    [Personal]
    public string? Address { get; set; }

    /// <summary>CCCD, hộ chiếu.</summary>
    [Personal]
    public string? IdentityNumber { get; set; }

    [Personal]
    public string? Phone { get; set; }

    /// <summary>Tóm tắt nội dung vụ việc; of a protected visit null, as the letter has it.</summary>
    [Personal]
    public string? Summary { get; set; }

    public required CitizenLetterKind Kind { get; set; }

    /// <summary>Số công dân có đơn cùng nội dung.</summary>
    public int People { get; set; } = 1;

    /// <summary>Cơ quan đã giải quyết hết thẩm quyền.</summary>
    public string? SettledBy { get; set; }

    public VisitOutcome Outcome { get; private set; } = VisitOutcome.Pending;

    public Guid? LetterId { get; private set; }

    public string? LetterCode { get; private set; }

    public string? PetitionCode { get; private set; }

    public string? GuidedTo { get; private set; }

    public string? GuidanceNumber { get; private set; }

    [Personal]
    public string? Explained { get; private set; }

    public string? RefusedBecause { get; private set; }

    /// <summary>By when the notice of refusal is owed.</summary>
    public DateOnly? RefusalDueOn { get; private set; }

    public string? RefusalNumber { get; private set; }

    public DateOnly? RefusalSentOn { get; private set; }

    /// <summary>Papers handed over, one a line, for the receipt (Mẫu 02/TCD).</summary>
    [Personal]
    public string? Papers { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public void TakeLetter(Guid letter, string code) => (Outcome, LetterId, LetterCode) = (VisitOutcome.Letter, letter, code);

    public void TakePetition(string code) => (Outcome, PetitionCode) = (VisitOutcome.Petition, code);

    public void Guide(string to, string? number) => (Outcome, GuidedTo, GuidanceNumber) = (VisitOutcome.Guided, to, number);

    public void Explain(string words) => (Outcome, Explained) = (VisitOutcome.Explained, words);

    public void Refuse(string because, DateOnly? noticeBy) => (Outcome, RefusedBecause, RefusalDueOn) = (VisitOutcome.Refused, because, noticeBy);

    public void SendRefusal(string? number, DateOnly on) => (RefusalNumber, RefusalSentOn) = (number, on);
}

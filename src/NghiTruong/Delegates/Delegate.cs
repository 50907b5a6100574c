using NghiTruong.Database;
using NghiTruong.Journal;
using NghiTruong.Language;

namespace NghiTruong.Delegates;

/// <summary>
/// Đại biểu HĐND: one mandate of one person in one term. What the law publishes stands here; what is sensitive lies apart, sealed (<see cref="DelegateParticulars"/>). Posts, full-time work,
/// suspension and leave are dated rows of their own, so that any past day can be told.
/// </summary>
public sealed class Delegate : ICouncilRecord, IVersioned, IRestored
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>DB-26734-2026-031</c>: council's code at birth, first year of the mandate, number; unique in the nation, never changes.</summary>
    public required string Code { get; init; }

    /// <summary>Nhiệm kỳ: <c>2026-2031</c>.</summary>
    public required string Term { get; init; }

    [Personal]
    public required string FullName
    {
        get;
        set
        {
            field = value;
            Fold();
        }
    }

    /// <summary>The name as search compares it, and as two spellings of one name are found.</summary>
    [NotInJournal]
    public string Folded { get; private set; } = "";

    /// <summary>Sorts by given name, as lists of delegates do.</summary>
    [NotInJournal]
    public string SortKey { get; private set; } = "";

    /// <summary>Nữ; null where nobody said.</summary>
    public bool? IsWoman { get; set; }

    /// <summary>Chức vụ, nơi công tác, as the published list has it.</summary>
    public string? Occupation { get; set; }

    /// <summary>Trình độ chuyên môn.</summary>
    public string? Education { get; set; }

    /// <summary>Đơn vị bầu cử, as written.</summary>
    public string? Constituency { get; set; }

    public required DelegateEntry Entry { get; init; }

    /// <summary>Their account, where they have one.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Tổ đại biểu: a body of kind <c>DelegateGroup</c> of the same council.</summary>
    public Guid? GroupId { get; set; }

    /// <summary>Chuyên trách today: a copy for lists; since when stands in <see cref="DelegateSpell"/>.</summary>
    public bool IsFullTime { get; set; }

    /// <summary>First day of the mandate.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the mandate, included; null while it runs.</summary>
    public DateOnly? Until { get; private set; }

    public MandateEnd? EndedBecause { get; private set; }

    /// <summary>Number of the resolution or paper by which it ended.</summary>
    public string? EndDocument { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    public bool SitsOn(DateOnly day) => From <= day && (Until is null || Until >= day);

    public void End(DateOnly lastDay, MandateEnd because, string? document) => (Until, EndedBecause, EndDocument) = (lastDay, because, document);

    /// <summary>The end was recorded by mistake.</summary>
    public void GoOn() => (Until, EndedBecause, EndDocument) = (null, null, null);

    public void AfterRestoring() => Fold();

    private void Fold() => (Folded, SortKey) = (VietnameseText.Fold(FullName), DelegateNames.SortKeyOf(FullName));
}

/// <summary>How the mandate was gained.</summary>
public enum DelegateEntry
{
    /// <summary>Bầu cử đại biểu đầu nhiệm kỳ.</summary>
    Election,

    /// <summary>Bầu cử bổ sung.</summary>
    ByElection,

    /// <summary>Chuyển sang khi sắp xếp đơn vị hành chính.</summary>
    Transfer,
}

/// <summary>Why a mandate ended (Law 72/2025/QH15 Art 38, chưa đối chiếu).</summary>
public enum MandateEnd
{
    /// <summary>Hết nhiệm kỳ.</summary>
    TermOver,

    /// <summary>Cho thôi làm nhiệm vụ đại biểu.</summary>
    Released,

    /// <summary>Bãi nhiệm: at least two thirds of all delegates.</summary>
    Removed,

    /// <summary>Mất quyền đại biểu: convicted.</summary>
    Lost,

    Died,

    /// <summary>Kết thúc do sắp xếp đơn vị hành chính.</summary>
    UnitEnded,
}

/// <summary>A time within a mandate that changes who sits or how: dated, never overwritten.</summary>
public sealed class DelegateSpell : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid DelegateId { get; init; }

    public required Guid CouncilId { get; set; }

    public required SpellKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    public string? Reason { get; init; }

    /// <summary>Number of the paper it began by.</summary>
    public string? Document { get; init; }

    /// <summary>Number of the paper it ended by.</summary>
    public string? EndDocument { get; set; }

    public Guid SubjectId => DelegateId;

    public bool Covers(DateOnly day) => From <= day && (Until is null || Until >= day);
}

public enum SpellKind
{
    /// <summary>Hoạt động chuyên trách.</summary>
    FullTime,

    /// <summary>Tạm đình chỉ việc thực hiện nhiệm vụ, quyền hạn: by the Standing Committee, reported at the next session.</summary>
    Suspended,

    /// <summary>Tạm nghỉ (ốm đau, thai sản, học tập ...).</summary>
    OnLeave,
}

/// <summary>A post held from a day to a day: of the council, of a committee, of a delegate group.</summary>
public sealed class DelegatePost : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    public required Guid DelegateId { get; init; }

    public required Guid CouncilId { get; set; }

    public required PostKind Post { get; init; }

    /// <summary>The committee or group; null for posts of the council.</summary>
    public Guid? BodyId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day, included; null while it is held.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Number of the resolution that elected, or the decision that appointed.</summary>
    public string? Document { get; init; }

    public string? EndDocument { get; set; }

    public Guid SubjectId => DelegateId;

    public bool Covers(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>Posts of delegates (Law 72/2025/QH15 Art 29).</summary>
public enum PostKind
{
    /// <summary>Chủ tịch HĐND.</summary>
    Chair,

    /// <summary>Phó Chủ tịch HĐND.</summary>
    ViceChair,

    /// <summary>Trưởng ban, ủy viên Thường trực.</summary>
    CommitteeHead,

    /// <summary>Phó Trưởng ban.</summary>
    CommitteeDeputy,

    /// <summary>Ủy viên của Ban.</summary>
    CommitteeMember,

    /// <summary>Tổ trưởng Tổ đại biểu.</summary>
    GroupHead,

    /// <summary>Tổ phó Tổ đại biểu.</summary>
    GroupDeputy,
}

/// <summary>
/// Birth date, ethnicity, religion, day of joining the Party, identity number, telephone, address: sealed under the master key as one text, opened only for the clerk of the own council and
/// the delegate; never in lists, search or exports (Law 91/2025/QH15). Its id is the delegate's.
/// </summary>
public sealed class DelegateParticulars : IRecord, IPartOf
{
    public required Guid Id { get; init; }

    [NotInJournal]
    public required string Sealed { get; set; }

    public required DateTime ChangedAt { get; set; }

    public Guid SubjectId => Id;
}

/// <summary>Names of people as lists sort them. Pure.</summary>
public static class DelegateNames
{
    /// <summary>One blank between words, none around.</summary>
    public static string Clean(string name) => string.Join(' ', VietnameseText.Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>By the given name, the last word, then the rest: Lê Thị An before Bùi Văn Bình.</summary>
    public static string SortKeyOf(string name)
    {
        var words = Clean(name).Split(' ');

        return SortKeys.Of(string.Join(' ', words.TakeLast(1).Concat(words.SkipLast(1))));
    }
}

/// <summary>Human codes of delegates: council's code at birth, first year of the mandate, number.</summary>
public static class DelegateCode
{
    public static string Series(string councilCode, int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"DB-{councilCode}-{year:0000}");

    public static string Of(string councilCode, int year, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Series(councilCode, year)}-{number:000}");
}

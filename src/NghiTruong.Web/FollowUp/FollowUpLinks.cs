using NghiTruong.FollowUp;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.FollowUp;

/// <summary>Addresses of the room.</summary>
public static class FollowUpLinks
{
    public const string List = "/theo-doi";
    public const string ToUrge = "/don-doc";
    public const string Urge = "/theo-doi/don-doc";
    public const string Ladder = "/don-doc/cac-buoc";
    public const string Inbox = "/hop-thu";

    public static string Agency(Guid id) => $"{List}/co-quan/{id}";

    public static string Why(Guid itemId) => $"/vi-sao/{itemId}";

    /// <summary>The next step of urging for one item.</summary>
    public static string UrgeOne(Guid itemId) => $"{Urge}?id={itemId}";

    /// <summary>The page of the record behind an item.</summary>
    public static string? Subject(FollowUpRow row) => RecordLinks.Of(row.SubjectKind, row.SubjectCode);
}

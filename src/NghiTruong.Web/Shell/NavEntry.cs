using NghiTruong.Accounts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Shell;

/// <summary>Under which heading of the menu a room stands.</summary>
public enum NavGroup
{
    /// <summary>No heading: what everybody opens every day.</summary>
    Daily,

    /// <summary>Giám sát.</summary>
    Supervision,

    /// <summary>Theo dõi và báo cáo.</summary>
    Oversight,

    /// <summary>Danh mục và thiết lập.</summary>
    Settings,
}

/// <summary>One entry of the menu, brought by the room that owns the page: <c>services.AddNavEntry(new NavEntry { ... })</c>.</summary>
public sealed record NavEntry
{
    /// <summary>Text code of the label.</summary>
    public required string Text { get; init; }

    /// <summary>Address; the entry is current on it and on everything below it.</summary>
    public required string Href { get; init; }

    /// <summary>Other addresses of the room: the entry is current there too.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Name in <c>Assets/icons.json</c>.</summary>
    public required string Icon { get; init; }

    /// <summary>Place within its group, small first.</summary>
    public required int Order { get; init; }

    public NavGroup Group { get; init; } = NavGroup.Daily;

    /// <summary>Who sees it: every signed-in person unless told otherwise.</summary>
    public Func<Acting, bool> ShownTo { get; init; } = _ => true;

    /// <summary>The page that makes a new record; on a phone the thumb bar's middle target is the first such entry shown to the person.</summary>
    public bool IsIntake { get; init; }

    /// <summary>An entry that names a filtered list (<c>/giam-sat?kind=thematic</c>) is current on that list alone.</summary>
    public bool IsCurrent(HttpRequest request)
    {
        if (Href.Split('?') is [var path, var query])
        {
            return request.Path == path && request.QueryString.Value?.TrimStart('?').Split('&').Contains(query) == true;
        }

        return Href == "/" ? request.Path.Value is "/" or "" or null : request.IsUnder(Href) || Also.Any(request.IsUnder);
    }
}

using NghiTruong.Accounts;

namespace NghiTruong.Web.Demo;

/// <summary>Whether this program serves a demo: made-up data in a SQLite folder that was empty, reachable on loopback only.</summary>
public sealed class DemoMode
{
    public const string AccountsFile = "demo-accounts.txt";

    /// <summary>Who the sign-in page offers by one press.</summary>
    public static readonly IReadOnlyList<(string UserName, Role Role)> Offered =
    [
        ("vanphong", Role.Clerk),
        ("thuongtruc", Role.StandingCommittee),
        ("truongban", Role.CommitteeHead),
        ("daibieu", Role.Delegate),
        ("coquan", Role.AgencyOfficer),
        ("mattran", Role.FrontOfficer),
        ("captren", Role.UpperViewer),
        ("quantri", Role.Administrator),
    ];

    public bool IsOn { get; private set; }

    /// <summary>The data folder holds a demo, but the way of serving would show it to others.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>True when the demo has yet to be made.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Looks at the folder before the database is made. The file of passwords marks a demo.</summary>
    public void Decide(RunOptions options)
    {
        var holdsDemo = options.Connection is null && File.Exists(Path.Combine(options.Data, AccountsFile));
        var isEmpty = options.Connection is null && !File.Exists(options.SqliteFile);
        IsRefused = holdsDemo && !isEmpty && !options.MayServeDemo;
        IsNew = isEmpty && !options.Empty && options.MayServeDemo;
        IsOn = IsNew || (holdsDemo && !isEmpty && options.MayServeDemo);
    }
}

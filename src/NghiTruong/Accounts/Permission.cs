using System.Collections.Concurrent;

namespace NghiTruong.Accounts;

/// <summary>
/// One thing a person may be allowed to do. Each room declares its own, one line each, with the roles that hold it and how far it reaches;
/// pages, endpoints and operations name it by type: <c>[Requires&lt;ClassifyPetitions&gt;]</c>.
/// </summary>
public abstract class Permission(string code, params (Role Role, Reach Reach)[] holders)
{
    private static readonly ConcurrentDictionary<Type, Permission> All = new();

    /// <summary>Stable code, <c>petitions.classify</c>.</summary>
    public string Code { get; } = code;

    public IReadOnlyList<(Role Role, Reach Reach)> Holders { get; } = holders;

    public static Permission Of<T>()
        where T : Permission, new() => All.GetOrAdd(typeof(T), static _ => new T());

    /// <summary>How far this permission reaches for a role, or null when the role does not hold it.</summary>
    public Reach? ReachOf(Role role)
    {
        foreach (var holder in Holders)
        {
            if (holder.Role == role)
            {
                return holder.Reach;
            }
        }

        return null;
    }
}

using System.Runtime.InteropServices;
using NghiTruong.Database;

namespace NghiTruong.Counting;

/// <summary>
/// Adds up the changes of one act and writes them as deltas: what cancels out is never written, and equal rows of an import become one.
/// </summary>
public sealed class CountTally
{
    private readonly Dictionary<Counted, int> _changes = [];

    public void Add(Counted? counted, int n)
    {
        if (counted is not null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_changes, counted, out _) += n;
        }
    }

    /// <summary>Adds the deltas to the context; they are stored by the save that stores the change.</summary>
    public void WriteTo(Db db)
    {
        foreach (var (counted, n) in _changes)
        {
            if (n != 0)
            {
                db.Add(Delta(counted, n));
            }
        }

        _changes.Clear();
    }

    private static CountDelta Delta(Counted counted, int n) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = counted.Kind,
        CouncilId = counted.CouncilId,
        ProvinceId = counted.ProvinceId,
        Session = counted.Session,
        Day = counted.Day,
        Due = counted.Due,
        Field = counted.Field,
        Authority = counted.Authority,
        AgencyId = counted.AgencyId,
        Outcome = counted.Outcome,
        Status = counted.Status,
        N = n,
    };
}

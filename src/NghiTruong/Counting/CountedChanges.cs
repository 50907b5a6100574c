using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NghiTruong.Operations;

namespace NghiTruong.Counting;

/// <summary>Counts changed records: what each was is taken off, what it has become is added.</summary>
public static class CountedChanges
{
    /// <param name="add">Adds what a record counts with these values (the stored ones, or those it has now), so many times.</param>
    public static void CountChanged(this Work work, IEnumerable<EntityEntry> changed, Action<CountTally, EntityEntry, PropertyValues, int> add)
    {
        var tally = new CountTally();
        foreach (var entry in changed)
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted)
            {
                add(tally, entry, entry.OriginalValues, -1);
            }

            if (entry.State is EntityState.Modified or EntityState.Added)
            {
                add(tally, entry, entry.CurrentValues, 1);
            }
        }

        tally.WriteTo(work.Db);
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NghiTruong.Database;

/// <summary>
/// The one context of the house. It names no entity: each room brings its mapping. SQLite and PostgreSQL have a thin subclass each in NghiTruong.Database.
/// Conventions: enums are stored by name, instants are UTC, tables and columns are snake_case, texts compare as bytes on both engines.
/// </summary>
public abstract class Db(DbContextOptions options) : DbContext(options)
{
    /// <summary>How the engine spells the few statements that EF cannot say.</summary>
    public abstract SqlDialect Dialect { get; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();

        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        if (Dialect.ByteCollation is { } collation)
        {
            configurationBuilder.Properties<string>().UseCollation(collation);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            NameAsSnakes(entity);
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }

            if (entity.FindPrimaryKey()?.Properties is [{ ClrType: var type } key] && type == typeof(Guid))
            {
                // Ids are made by the house (UUID v7): an untracked child with an id is new, never an update of a row that is not there.
                key.ValueGenerated = ValueGenerated.Never;
            }
        }
    }

    private static void NameAsSnakes(IMutableEntityType entity)
    {
        entity.SetTableName(Snake(entity.GetTableName() ?? entity.ClrType.Name));
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(Snake(property.GetColumnName()));
        }
    }

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]) && name[i - 1] != '_')
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Modified)
            {
                entry.Property(e => e.Version).CurrentValue = entry.Property(e => e.Version).OriginalValue + 1;
            }
        }
    }

    /// <summary>SQLite forgets the kind of an instant; the house stores UTC only.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

/// <summary>A record that two people may edit at once: the version column tells the second that the first was there, on both engines.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A row with an id made by the house.</summary>
public interface IRecord
{
    Guid Id { get; }
}

/// <summary>
/// A row of some council's work. <see cref="CouncilId"/> (its owner, who alone counts it) and <see cref="ProvinceId"/> (unit of the province it lies in; the
/// unit itself for a province) are rewritten only by a merge of units, which keeps <see cref="OriginCouncilId"/>.
/// </summary>
public interface ICouncilRecord : IRecord
{
    Guid CouncilId { get; }

    Guid ProvinceId { get; }

    Guid OriginCouncilId { get; }
}

/// <summary>What differs between the two engines in the hand-written statements of the house.</summary>
/// <param name="Name"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="ByteCollation">Collation that compares text as bytes, where the engine's default does not.</param>
/// <param name="SkipLocked">Suffix of a sub-select that passes over rows another node is claiming.</param>
public sealed record SqlDialect(string Name, string? ByteCollation, string SkipLocked)
{
    public static SqlDialect Sqlite { get; } = new("sqlite", null, "");

    public static SqlDialect Postgres { get; } = new("postgres", "C", "FOR UPDATE SKIP LOCKED");

    public bool IsPostgres => Name == "postgres";
}

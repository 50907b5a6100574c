using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;

namespace NghiTruong.Law.Definitions;

/// <summary>An entry as the nation, a province or a council wrote it, from a day on. Shipped entries are not stored: where nobody wrote, they hold.</summary>
public sealed class Definition : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Whose it is; null for the whole nation.</summary>
    public Guid? CouncilId { get; init; }

    /// <summary>The province (unit) all of which it holds for; null where it is one council's or the nation's.</summary>
    public Guid? ProvinceId { get; init; }

    /// <summary><c>supervision.fields</c>.</summary>
    public required string Catalogue { get; init; }

    /// <summary>Key of the list: <c>GS-05</c>; empty where the catalogue is one list.</summary>
    public required string List { get; init; }

    public required string Code { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required string Vietnamese { get; set; }

    public required string English { get; set; }

    public string? Basis { get; set; }

    public string? Kind { get; set; }

    public required bool IsRequired { get; set; }

    public int? Number { get; set; }

    /// <summary>One a line.</summary>
    public string? Choices { get; set; }

    public required int Order { get; set; }

    public required bool IsRetired { get; set; }

    public int Version { get; private set; }

    public DefinitionEntry Entry => new(Code, Vietnamese, English)
    {
        Basis = Basis, Kind = Kind, IsRequired = IsRequired, Number = Number, Choices = Choices?.Split('\n') ?? [], Order = Order, IsRetired = IsRetired,
    };

    /// <summary>Says from now on what the entry says.</summary>
    public void Say(DefinitionEntry entry)
    {
        (Vietnamese, English, Basis, Kind) = (entry.Vietnamese, entry.English, entry.Basis, entry.Kind);
        (IsRequired, Number, Order, IsRetired) = (entry.IsRequired, entry.Number, entry.Order, entry.IsRetired);
        Choices = entry.Choices.Count == 0 ? null : string.Join('\n', entry.Choices);
    }
}

internal sealed class DefinitionMapping : IEntityTypeConfiguration<Definition>
{
    public void Configure(EntityTypeBuilder<Definition> builder)
    {
        builder.Ignore(d => d.Entry);
        builder.Property(d => d.Catalogue).HasMaxLength(40);
        builder.Property(d => d.List).HasMaxLength(40);
        builder.Property(d => d.Code).HasMaxLength(80);
        builder.Property(d => d.Kind).HasMaxLength(80);
        builder.HasIndex(d => new { d.CouncilId, d.Catalogue });
        builder.HasIndex(d => new { d.ProvinceId, d.Catalogue });
    }
}

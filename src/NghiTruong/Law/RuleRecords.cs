using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NghiTruong.Database;

namespace NghiTruong.Law;

/// <summary>A row of the rule table: a term with its legal basis and validity, general, of a tier, or a council's own (<see cref="DeadlineRuleRow"/> as stored).</summary>
public sealed class DeadlineRule : IRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public string? Tier { get; init; }

    public Guid? CouncilId { get; init; }

    public required int Days { get; set; }

    public required DayType DayType { get; set; }

    public required DeadlineDirection Direction { get; set; }

    public required bool RollForward { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public required string NameVietnamese { get; set; }

    public required string NameEnglish { get; set; }

    public required string LegalBasis { get; set; }

    /// <summary>Compared with the text it cites; otherwise "chưa đối chiếu".</summary>
    public required bool Checked { get; set; }

    public int Version { get; private set; }

    public DeadlineRuleRow Row => new(
        Code, Tier, CouncilId, new DeadlineTerms(Days, DayType, Direction, RollForward), ValidFrom, ValidUntil, NameVietnamese, NameEnglish, LegalBasis, Checked);

    public static DeadlineRule From(DeadlineRuleRow row) => new()
    {
        Id = Guid.CreateVersion7(),
        Code = row.Code,
        Tier = row.Tier,
        CouncilId = row.CouncilId,
        Days = row.Terms.Days,
        DayType = row.Terms.DayType,
        Direction = row.Terms.Direction,
        RollForward = row.Terms.RollForward,
        ValidFrom = row.ValidFrom,
        ValidUntil = row.ValidUntil,
        NameVietnamese = row.NameVietnamese,
        NameEnglish = row.NameEnglish,
        LegalBasis = row.LegalBasis,
        Checked = row.Checked,
    };
}

/// <summary>A day off, or a weekend day worked instead, as stored (<see cref="DayOffRow"/>).</summary>
public sealed class DayOff : IRecord
{
    public required Guid Id { get; init; }

    public required DateOnly Date { get; init; }

    public required DayOffKind Kind { get; set; }

    public required string Code { get; set; }

    public required string NameVietnamese { get; set; }

    public required string NameEnglish { get; set; }

    public required bool Checked { get; set; }

    public DayOffRow Row => new(Date, Kind, new DayOffReason(Code, NameVietnamese, NameEnglish, Checked));

    public static DayOff From(DayOffRow row) => new()
    {
        Id = Guid.CreateVersion7(),
        Date = row.Date,
        Kind = row.Kind,
        Code = row.Reason.Code,
        NameVietnamese = row.Reason.NameVietnamese,
        NameEnglish = row.Reason.NameEnglish,
        Checked = row.Reason.Checked,
    };
}

internal sealed class RuleMapping : IEntityTypeConfiguration<DeadlineRule>, IEntityTypeConfiguration<DayOff>
{
    public void Configure(EntityTypeBuilder<DeadlineRule> builder)
    {
        builder.Ignore(r => r.Row);
        builder.Property(r => r.Code).HasMaxLength(60);
        builder.HasIndex(r => r.Code);
    }

    public void Configure(EntityTypeBuilder<DayOff> builder)
    {
        builder.Ignore(d => d.Row);
        builder.HasIndex(d => d.Date).IsUnique();
    }
}

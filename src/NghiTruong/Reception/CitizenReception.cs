using NghiTruong.Database;

namespace NghiTruong.Reception;

/// <summary>Thường xuyên, định kỳ, đột xuất.</summary>
public enum ReceptionKind
{
    Regular,
    Periodic,
    Urgent,
}

public enum ReceptionState
{
    Scheduled,
    Held,

    /// <summary>Không tổ chức, with its reason.</summary>
    Missed,
}

/// <summary>Chuẩn bị buổi tiếp trực tuyến (Decree 154/2026 Art 23, 24).</summary>
public enum ReceptionPreparation
{
    /// <summary>Thông báo.</summary>
    Notified,

    /// <summary>Kiểm tra đường truyền.</summary>
    Tested,

    /// <summary>Kết nối.</summary>
    Connected,
}

/// <summary>Buổi tiếp công dân: who receives where and when, prepared, published, held or missed (Law 42/2013/QH13 Art 22, Decree 154/2026/NĐ-CP).</summary>
public sealed class CitizenReception : ICouncilRecord, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; set; }

    public required Guid ProvinceId { get; set; }

    public required Guid OriginCouncilId { get; init; }

    /// <summary><c>TCD-26734-2026-00003</c>.</summary>
    public required string Code { get; init; }

    public required ReceptionKind Kind { get; set; }

    public required DateOnly PlannedOn { get; set; }

    public required TimeOnly StartsAt { get; set; }

    public TimeOnly? EndsAt { get; set; }

    public required string Place { get; set; }

    public required bool IsOnline { get; set; }

    /// <summary>The delegate who receives, where the register of delegates has them.</summary>
    public Guid? DelegateId { get; set; }

    /// <summary>Who receives, as the schedule names them.</summary>
    public required string Receiver { get; set; }

    public ReceptionState State { get; private set; } = ReceptionState.Scheduled;

    /// <summary>Niêm yết, công khai.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>By when an online reception is to be notified of, by the rule; null of one held in a room.</summary>
    public DateOnly? NotifyBy { get; set; }

    public DateOnly? TestBy { get; set; }

    /// <summary>Connected from that hour on, by the catalogue.</summary>
    public TimeOnly? ConnectFrom { get; set; }

    public DateOnly? NotifiedOn { get; private set; }

    public DateOnly? TestedOn { get; private set; }

    public DateTime? ConnectedAt { get; private set; }

    public DateOnly? HeldOn { get; private set; }

    public string? MissedBecause { get; private set; }

    public string? Note { get; set; }

    public required DateTime CreatedAt { get; init; }

    public int Version { get; private set; }

    /// <summary>What must be prepared next, and by when; null where nothing is.</summary>
    public (ReceptionPreparation What, DateOnly? By)? Next => !IsOnline || State != ReceptionState.Scheduled ? null
        : NotifiedOn is null ? (ReceptionPreparation.Notified, NotifyBy)
        : TestedOn is null ? (ReceptionPreparation.Tested, TestBy)
        : ConnectedAt is null ? (ReceptionPreparation.Connected, PlannedOn)
        : null;

    public void Publish(DateOnly on) => PublishedOn = on;

    public void Prepare(ReceptionPreparation what, DateOnly on, DateTime at)
    {
        switch (what)
        {
            case ReceptionPreparation.Notified:
                NotifiedOn = on;
                break;
            case ReceptionPreparation.Tested:
                TestedOn = on;
                break;
            case ReceptionPreparation.Connected:
                ConnectedAt = at;
                break;
        }
    }

    /// <summary>Another day: what was told of the old one is told again.</summary>
    public void Move(DateOnly to)
    {
        if (to != PlannedOn)
        {
            (PlannedOn, PublishedOn, NotifiedOn, TestedOn, ConnectedAt) = (to, null, null, null, null);
        }
    }

    public void Hold(DateOnly on) => (State, HeldOn) = (ReceptionState.Held, on);

    public void Miss(string because) => (State, MissedBecause) = (ReceptionState.Missed, because);
}

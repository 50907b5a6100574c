namespace NghiTruong.Accounts;

/// <summary>In which capacity (tư cách) a person works in the house. A person may hold several, each within a place.</summary>
public enum Role
{
    /// <summary>Quản trị.</summary>
    Administrator,

    /// <summary>Chuyên viên Văn phòng.</summary>
    Clerk,

    /// <summary>Thường trực HĐND.</summary>
    StandingCommittee,

    /// <summary>Trưởng ban, Phó Trưởng ban.</summary>
    CommitteeHead,

    /// <summary>Đại biểu HĐND.</summary>
    Delegate,

    /// <summary>Cán bộ của UBND, sở, phòng.</summary>
    AgencyOfficer,

    /// <summary>Cán bộ Mặt trận Tổ quốc.</summary>
    FrontOfficer,

    /// <summary>Người xem của HĐND cấp trên.</summary>
    UpperViewer,

    /// <summary>Kiểm toán, thanh tra: reads the journal, changes nothing.</summary>
    Auditor,
}

/// <summary>How far down a permission carries from the place of the grant. Supervising is not substituting: writing stays at home.</summary>
public enum Reach
{
    /// <summary>The council of the grant only.</summary>
    OwnCouncil,

    /// <summary>That council and every council below it.</summary>
    Subtree,

    /// <summary>Rows in which the agency of the grant is a party.</summary>
    Party,
}

using static NghiTruong.Accounts.Reach;
using static NghiTruong.Accounts.Role;

namespace NghiTruong.Accounts;

/// <summary>Users and their grants, within one's own place and below; never beyond.</summary>
public sealed class ManageAccounts() : Permission("accounts.manage", (Administrator, Subtree));

/// <summary>Who may act for what: administrators, and those who inspect.</summary>
public sealed class ReadAccounts() : Permission("accounts.read", (Administrator, Subtree), (Auditor, Subtree));

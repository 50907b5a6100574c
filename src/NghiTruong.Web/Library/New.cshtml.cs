using NghiTruong.Accounts;
using NghiTruong.Library;
using NghiTruong.Texts;
using NghiTruong.Web.Councils;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Library;

/// <summary>A new text.</summary>
[Requires<KeepLibrary>]
public sealed class NewModel(LibraryDesk desk, LibraryShelf shelf, CouncilDesks desks, Acting acting, TextTable texts) : EditModel(desk, shelf, desks, acting, texts);

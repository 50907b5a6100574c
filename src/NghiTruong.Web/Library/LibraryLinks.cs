using NghiTruong.Library;
using NghiTruong.Web.Shell.Parts;

namespace NghiTruong.Web.Library;

/// <summary>Addresses of the room.</summary>
public static class LibraryLinks
{
    public const string List = "/thu-vien";
    public const string New = "/thu-vien/moi";

    /// <summary>The plain list that can be kept on the device.</summary>
    public const string Plain = "/thu-vien/doc";

    /// <summary>The service worker that shows kept texts without a line.</summary>
    public const string Worker = "/thu-vien/ngoai-tuyen.js";

    public static string Details(string code) => $"{List}/{code}";

    /// <summary>The plain page of a text that can be kept on the device: no name, no menu.</summary>
    public static string PlainOf(string code) => $"{List}/{code}/doc";

    public static string Edit(string code) => $"{List}/{code}/sua";

    /// <summary>The texts for a use: "Tài liệu hướng dẫn" beside the work.</summary>
    public static string For(LibraryUse use) => $"{List}?for={Words.CodeOf(use)}";
}

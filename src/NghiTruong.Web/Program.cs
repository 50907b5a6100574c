using NghiTruong.Web;
using NghiTruong.Web.Commands;

return CommandLine.IsCalled(args) ? await CommandLine.RunAsync(args) : await Start.RunAsync(args);

/// <summary>The program; tests find its assembly by it.</summary>
public sealed partial class Program;

using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Commands;
using NghiTruong.Web.Shell;

if (CommandLine.IsCalled(args))
{
    return await CommandLine.RunAsync(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new TextTable(typeof(Refusal).Assembly, typeof(ShellModel).Assembly));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddShell();

var app = builder.Build();
app.UseExceptionHandler("/loi/500");
app.UseShell();
app.UseRouting();
app.MapShell();
app.MapRazorPages();
await app.RunAsync();

return 0;

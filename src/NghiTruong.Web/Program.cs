using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Shell;

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

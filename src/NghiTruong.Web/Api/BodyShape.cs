using NghiTruong.Refusals;
using NghiTruong.Texts;
using NghiTruong.Web.Security;

namespace NghiTruong.Web.Api;

/// <summary>Looks at the record every endpoint takes as its body before the endpoint does (422 with <c>input.*</c> codes), so that no room has to remember it.</summary>
internal static class BodyShape
{
    public static EndpointFilterDelegate Look(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        int[] bodies = [.. context.MethodInfo.GetParameters().Where(p => InputShape.IsRecord(p.ParameterType) && p.ParameterType.Assembly == typeof(BodyShape).Assembly).Select(p => p.Position)];

        return bodies.Length == 0 ? next : invocation =>
        {
            List<Refusal> wrong = [.. bodies.Select(at => invocation.Arguments[at]).OfType<object>().SelectMany(InputShape.WrongIn)];

            return wrong.Count == 0
                ? next(invocation)
                : ValueTask.FromResult<object?>(Problems.Of(Result.Refuse(wrong), invocation.HttpContext.RequestServices.GetRequiredService<TextTable>()));
        };
    }
}

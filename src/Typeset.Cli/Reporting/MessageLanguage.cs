using Typeset.Core;

namespace Typeset.Cli.Reporting;

/// <summary>Which language messages are in: what the user asks for, else what the locale says, else English.</summary>
public static class MessageLanguage
{
    /// <summary>The language by an explicit <c>--lang</c> and the environment (POSIX: LC_ALL before LC_MESSAGES before LANG, empty ones not counting).</summary>
    public static Language Choose(string? asked, Func<string, string?> environment) =>
        IsChinese(asked ?? Locale(environment)) ? Language.Chinese : Language.English;

    /// <summary>The value of <c>--lang</c> in raw arguments: needed before they are parsed, to word what is wrong with them.</summary>
    public static string? AskedIn(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            if (arguments[i] == "--lang" && i + 1 < arguments.Count) return arguments[i + 1];
            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal)) return arguments[i]["--lang=".Length..];
        }

        return null;
    }

    private static string Locale(Func<string, string?> environment)
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (environment(name) is { Length: > 0 } value) return value;
        }

        return "";
    }

    private static bool IsChinese(string tag) => tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
}

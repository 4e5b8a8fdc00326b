using System.Text;
using System.Text.RegularExpressions;

namespace Typeset.Batch.Discovery;

/// <summary>
/// A pattern of paths, as shells have them: <c>?</c> one character and <c>*</c> any number, but no <c>/</c>; <c>**</c> any number of folders.
/// A pattern without <c>/</c> is looked for in every folder; one that names a folder means all in it.
/// </summary>
internal sealed class PathPattern(string pattern)
{
    private readonly Regex _regex = new(Translate(pattern), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public bool Matches(string path) => _regex.IsMatch(path);

    private static string Translate(string pattern)
    {
        pattern = pattern.Trim('/');
        var regex = new StringBuilder(pattern.Contains('/') || pattern.StartsWith("**", StringComparison.Ordinal) ? "^" : "^(?:.*/)?");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/")) (i, _) = (i + 2, regex.Append("(?:.*/)?"));
            else if (pattern.AsSpan(i).StartsWith("**")) (i, _) = (i + 1, regex.Append(".*"));
            else regex.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var other => Regex.Escape(other.ToString()) });
        }

        return regex.Append("(?:/.*)?$").ToString();
    }
}

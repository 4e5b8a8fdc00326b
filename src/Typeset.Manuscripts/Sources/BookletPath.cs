namespace Typeset.Manuscripts.Sources;

/// <summary>Paths as authors write them, made whole: relative to the booklet's folder, with <c>/</c>, never leading out of it.</summary>
internal static class BookletPath
{
    /// <summary>The path from the booklet's folder, <c>.</c> and <c>..</c> resolved; null where it is absolute, empty, not plain, or leads outside.</summary>
    public static string? Resolve(string written, string fromFolder = "")
    {
        if (written.Length == 0 || written[0] == '/' || written.Contains('\\') || written.Contains(':') || written.AsSpan().ContainsAnyInRange('\0', '\x1f')) return null;
        var parts = new List<string>();
        var whole = fromFolder.Length == 0 ? written : fromFolder + "/" + written;
        foreach (var part in whole.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    /// <summary>The folder part of a resolved path; empty for a file at the top.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>The file's name without folder and extension.</summary>
    public static string NameOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;
    }
}

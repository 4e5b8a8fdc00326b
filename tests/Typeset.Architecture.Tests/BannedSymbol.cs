using System.Collections.Immutable;
using Typeset.Testing;

namespace Typeset.Architecture.Tests;

/// <summary>A line of <c>BannedSymbols.txt</c>: a documentation id and what to do instead.</summary>
internal sealed record BannedSymbol(string Id, string Instead)
{
    /// <summary>All that is banned below the hosts.</summary>
    public static ImmutableArray<BannedSymbol> All { get; } =
        [.. File.ReadLines(Repository.At("BannedSymbols.txt")).Where(line => line.Length > 0).Select(line => line.Split(';', 2)).Select(parts => new BannedSymbol(parts[0], parts[1]))];

    /// <summary>Whether an assembly's metadata mentions it, whatever pragmas its source may hold.</summary>
    public bool IsMentionedIn(CompiledRoom room) => Id[0] switch
    {
        'T' => room.MentionedTypes.Contains(Id[2..]) && !IsOnlyByCompiler(room),
        'P' => room.MentionedMembers.Contains(Getter),
        // Overloads share a name in this check: those that also have an allowed form are left to the analyzer.
        'M' when !Id.Contains("String.To", StringComparison.Ordinal) => room.MentionedMembers.Contains(Id[2..].Split('(')[0]),
        _ => false,
    };

    /// <summary>The compiler itself asks for the thread's number in every iterator.</summary>
    private bool IsOnlyByCompiler(CompiledRoom room) =>
        room.MentionedMembers.Where(member => member.StartsWith(Id[2..] + ".", StringComparison.Ordinal)).ToArray() is ["System.Environment.get_CurrentManagedThreadId"];

    private string Getter => $"{Id[2..Id.LastIndexOf('.')]}.get_{Id[(Id.LastIndexOf('.') + 1)..]}";
}

using System.Collections.Immutable;
using Typeset.OpenType;

namespace Typeset.Shaping;

/// <summary>A face that can be had: its PostScript name, the file it lies in as messages show it, and its bytes when asked for (the host maps the file then).</summary>
public sealed record FontSource(string PostScriptName, string Path, int CollectionIndex, Func<ReadOnlyMemory<byte>> Open);

using System.Reflection;
using System.Runtime.InteropServices;

namespace Typeset.Batch.Work;

/// <summary>Which program this is, as far as its outputs depend on it.</summary>
public static class EngineIdentity
{
    private const string Own = "Typeset";

    /// <summary>
    /// Over the engine's own assemblies by what they were compiled to, the libraries that they use by version, the runtime (its deflate writes the
    /// streams) and the processor's architecture. Hosts do not count: a new progress line makes no booklet stale.
    /// </summary>
    /// <param name="facade">The assembly that leads to all others of the engine.</param>
    public static string Of(Assembly facade)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal) { $"runtime {Environment.Version}", $"processor {RuntimeInformation.ProcessArchitecture}" };
        var open = new Stack<Assembly>([facade]);
        while (open.TryPop(out var assembly))
        {
            if (!parts.Add($"{assembly.GetName().Name} {assembly.ManifestModule.ModuleVersionId}")) continue;
            foreach (var name in assembly.GetReferencedAssemblies())
            {
                if (name.Name!.StartsWith(Own, StringComparison.Ordinal)) open.Push(Assembly.Load(name));
                else if (!name.Name.StartsWith("System", StringComparison.Ordinal)) parts.Add($"{name.Name} {name.Version}");
            }
        }

        return string.Join('\n', parts);
    }
}

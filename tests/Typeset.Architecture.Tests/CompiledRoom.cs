using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Typeset.Architecture.Tests;

/// <summary>What a room's assembly says of itself in its metadata; nothing of it is loaded or run.</summary>
internal sealed class CompiledRoom : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public CompiledRoom(string name)
    {
        _file = new PEReader(File.OpenRead(PathOf(name, ".dll")));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>A file that the build of a room left beside the tests.</summary>
    public static string PathOf(string name, string extension) => Path.Combine(AppContext.BaseDirectory, name + extension);

    /// <summary>Our own assemblies that this one refers to.</summary>
    public IEnumerable<string> References =>
        _metadata.AssemblyReferences.Select(handle => Text(_metadata.GetAssemblyReference(handle).Name))
            .Where(name => name == "Typeset" || name.StartsWith("Typeset.", StringComparison.Ordinal));

    /// <summary>Full names of all types of other assemblies that the code mentions.</summary>
    public ImmutableHashSet<string> MentionedTypes =>
        [.. _metadata.TypeReferences.Select(handle => Name(_metadata.GetTypeReference(handle)))];

    /// <summary>Full names (<c>Namespace.Type.Member</c>, parameters left out) of all members of other assemblies that the code mentions.</summary>
    public ImmutableHashSet<string> MentionedMembers =>
        [.. _metadata.MemberReferences.Select(_metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => Name(_metadata.GetTypeReference((TypeReferenceHandle)member.Parent)) + "." + Text(member.Name))];

    /// <summary>Full names of the types written in this assembly, nested ones joined with a dot, what compilers made left out.</summary>
    public IEnumerable<(string Name, bool IsPublic)> Types =>
        from handle in _metadata.TypeDefinitions
        let type = _metadata.GetTypeDefinition(handle)
        let name = Name(type)
        where !name.Contains('<') && !name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("System.", StringComparison.Ordinal)
        select (name, IsVisible(type));

    public void Dispose() => _file.Dispose();

    private bool IsVisible(TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsVisible(_metadata.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };

    private string Name(TypeReference type) =>
        type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Name(_metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)) + "." + Text(type.Name)
            : Join(Text(type.Namespace), Text(type.Name));

    private string Name(TypeDefinition type) =>
        type.GetDeclaringType() is { IsNil: false } outer
            ? Name(_metadata.GetTypeDefinition(outer)) + "." + Text(type.Name)
            : Join(Text(type.Namespace), Text(type.Name));

    private string Text(StringHandle handle) => _metadata.GetString(handle);

    private static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;
}

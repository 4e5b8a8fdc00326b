using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Typeset.Batch.Store;

namespace Typeset.Batch.Work;

/// <summary>The records that go between processes and into the store, as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Commission))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Notice))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(ImmutableArray<StyleUse>))]
[JsonSerializable(typeof(ImmutableArray<StoredOutput>))]
[JsonSerializable(typeof(BookletChange))]
internal sealed partial class BatchJson : JsonSerializerContext;

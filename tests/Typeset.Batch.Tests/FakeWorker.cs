using System.Collections.Immutable;
using Typeset.Batch.Files;
using Typeset.Batch.Work;

namespace Typeset.Batch.Tests;

/// <summary>Worker processes that do as a script says, so that a test decides how far each booklet is when something happens.</summary>
internal static class FakeWorker
{
    /// <summary>
    /// <c>take</c> waits for a commission and notes its booklet (<c>$booklet</c>) and its number (<c>$digest</c>), <c>built</c> and <c>reply</c> answer to it,
    /// <c>store</c> puts its outcome into the object store, <c>die</c> dies as if killed. <c>$life</c> counts the workers from 1.
    /// </summary>
    private const string Vocabulary =
        """
        out=$1
        take() { read -r line || return 1; booklet=${line#*\"booklet\":\"}; booklet=${booklet%%\"*}; digest=${line##*\"digest\":\"}; digest=${digest%%\"*}; }
        outcome() { echo "{\"digest\":\"$digest\",\"status\":\"Done\",\"title\":\"$booklet\"}"; }
        built() { echo '{"isBuilt":true}'; }
        reply() { echo "{\"outcome\":$(outcome)}"; }
        store() { mkdir -p "$out/.typeset/objects/${digest:0:2}/$digest"; outcome > "$out/.typeset/objects/${digest:0:2}/$digest/outcome.json"; }
        die() { kill -9 $$; }
        echo x >> "$out/lives"; life=$(wc -l < "$out/lives")

        """;

    public static WorkerLaunch Launch(string output, string script) => new("bash", ["-c", Vocabulary + script, "worker", output]);

    public static Commission Commission(string booklet) => new()
    {
        Booklet = booklet, IsManuscript = false, Files = [], Formats = [new("reading", ".pdf")], Limits = new(), Digest = Digest.Of(booklet),
    };

    public static Setup Setup { get; } = new()
    {
        Engine = "fake", Fonts = [], Styles = ImmutableSortedDictionary<string, Digest>.Empty, Formats = [new("reading", ".pdf")], Limits = new(),
    };
}

/// <summary>A test whose workers are scripts of a shell.</summary>
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Its workers are scripts of bash.";
    }
}

using System.Collections.Immutable;
using Typeset.Batch.Discovery;
using Typeset.Batch.Files;
using Typeset.Batch.Work;
using Typeset.Cli.Commands;
using Typeset.Cli.Files;
using Typeset.Core.Messages;

namespace Typeset.Cli.Archives;

/// <summary>What booklets of an archive are built with, said so that two machines can tell whether they would build the same.</summary>
internal static class ArchiveSetup
{
    /// <exception cref="HostException">The style that is asked for does not exist, or a folder of fonts cannot be read.</exception>
    public static Setup Of(BookletSetup setup, ImmutableArray<OutputKind> kinds, Limits limits, OutputRoot output) => new()
    {
        Engine = EngineIdentity.Of(typeof(Typesetter).Assembly),
        Fonts = FontStock.Take(output, Files.FontFolders.Paths([.. setup.FontFolders, setup.Installation.Fonts])),
        Styles = setup.Installation.StyleNames.ToImmutableSortedDictionary(static name => name, name => Digest.Of(setup.Installation.ShippedStyle(name)!.Text), StringComparer.Ordinal),
        Style = Choice(setup),
        Date = setup.Date,
        Formats = [.. kinds.Select(static kind => new OutputFormat(OutputKinds.NameOf(kind), OutputKinds.EndingOf(kind)))],
        Limits = limits,
    };

    /// <summary>A style in a file goes along with its text: a worker elsewhere has no such file.</summary>
    private static StyleChoice? Choice(BookletSetup setup)
    {
        if (setup.Style is not { } name) return null;
        var style = setup.Installation.Style(name) ?? throw new HostException(HostMessages.UnknownStyle.Anywhere(name), ExitCode.NoInput);
        return new(name, setup.Installation.ShippedStyle(name)?.Text == style.Text ? null : style.Text);
    }
}

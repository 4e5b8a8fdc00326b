using Typeset.Core;

namespace Typeset.Cli;

/// <summary>Ends a command with a message for the user and an exit code; thrown where files and arguments are touched, caught once at the top.</summary>
public sealed class HostException(Diagnostic diagnostic, int exitCode, Exception? cause = null) : Exception(diagnostic.Message(Language.English), cause)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;
}

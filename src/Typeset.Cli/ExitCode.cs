namespace Typeset.Cli;

/// <summary>What the program tells its caller; the README lists the same.</summary>
public static class ExitCode
{
    /// <summary>All was done; there may have been warnings.</summary>
    public const int Ok = 0;

    /// <summary>The booklet has errors; the outputs that have them were not written. Or what was compared differs.</summary>
    public const int BookletErrors = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>An input is missing or cannot be read.</summary>
    public const int NoInput = 3;

    /// <summary>An output cannot be written.</summary>
    public const int NoOutput = 4;

    /// <summary>Another program that the work needs is missing, or failed, or took too long.</summary>
    public const int NoProgram = 5;

    /// <summary>The program failed by its own fault.</summary>
    public const int Internal = 70;

    /// <summary>The user interrupted the work (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}

using System.Diagnostics;
using System.Runtime.Versioning;

namespace Typeset.Endurance;

/// <summary>Programs none of whose files may grow beyond some length, as on a disk that is full; needs no rights.</summary>
public static class SmallFiles
{
    /// <summary>Starts a program so.</summary>
    /// <param name="blocks">The longest file, in blocks of 512 bytes.</param>
    public static Process Start(TypesetProgram program, int blocks, params string[] arguments)
    {
        // The runtime maps its code through a file, unless it is told not to; that file could not grow either.
        var shell = new TypesetProgram("/bin/sh") { Environment = new(program.Environment) { ["DOTNET_EnableWriteXorExecute"] = "0" } };
        return shell.Start(["-c", "trap '' XFSZ; ulimit -f " + blocks + "; exec \"$0\" \"$@\"", program.Path, .. arguments]);
    }
}

/// <summary>A folder of outputs that becomes read-only, until disposed of.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyFolders(string folder) : IDisposable
{
    private const UnixFileMode Writable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Starts a program that minds permissions even where root starts it: without root's right to pass over them.</summary>
    public static Process Start(TypesetProgram program, params string[] arguments)
    {
        if (Environment.UserName != "root") return program.Start(arguments);
        var plain = new TypesetProgram("/usr/bin/setpriv") { Environment = new(program.Environment) };
        return plain.Start(["--bounding-set", "-dac_override", "--inh-caps", "-dac_override", program.Path, .. arguments]);
    }

    public void Close() => SetModes(Writable & ~UnixFileMode.UserWrite);

    public void Dispose() => SetModes(Writable);

    private void SetModes(UnixFileMode mode)
    {
        if (!Directory.Exists(folder)) return;
        var own = Path.Combine(folder, ".typeset");
        string[] all = [folder, .. Directory.GetDirectories(folder), .. Directory.Exists(own) ? Directory.GetDirectories(own) : []];
        foreach (var each in all) File.SetUnixFileMode(each, mode);
    }
}

/// <summary>A file system in memory of a few megabytes, which fills up as disks do; only root may mount one, and not in every container.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Mounts one on a folder; null where the system does not let one.</summary>
    /// <param name="size">As mount understands it: <c>3m</c>.</param>
    public static SmallDisk? Mount(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder) ? new(folder) : null;
    }

    public void Remount(string options)
    {
        if (!Run("mount", "-o", "remount," + options, _folder)) throw new InvalidOperationException("It cannot be mounted again with " + options);
    }

    public void Dispose() => Run("umount", _folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

// ./build.sh --target Build | Test | Conformance | Bench | Endurance | Publish   [--configuration Release]

#nullable enable

using System.Runtime.InteropServices;
using System.Xml.Linq;

var target = Argument("target", "Test");
var configuration = Argument("configuration", "Release");

const string solution = "Typeset.sln";
const string cli = "src/Typeset.Cli/Typeset.Cli.csproj";
const string benchmarks = "tests/Typeset.Benchmarks/Typeset.Benchmarks.csproj";
var reports = MakeAbsolute(Directory("artifacts/tests"));

// What the conformance tests compare with: programs and data that nobody here wrote, by their Debian packages.
string[] oracles =
[
    "qpdf", "mupdf-tools", "poppler-utils", "poppler-data", "ghostscript", "liblcms2-utils",
    "default-jre-headless", "libpdfbox2-java", "libcommons-io-java", "libcommons-logging-java", "libactivation-java", "libjaxb-api-java",
    "libharfbuzz-bin", "librsvg2-bin", "python3-minimal", "python3-fonttools", "unicode-data",
    "libreoffice-writer", "python3-uno", "pandoc", "rabbitmq-server", "openssl",
];

Totals? totals = null;

Task("Build").Does(() =>
    DotNetBuild(solution, new DotNetBuildSettings
    {
        Configuration = configuration,
        NoLogo = true,
        Verbosity = DotNetVerbosity.Quiet,
    }));

Task("Test")
    .Description("Every test that needs nothing but the SDK.")
    .IsDependentOn("Build")
    .Does(() => totals = RunTests("default", "Category!=Conformance"));

Task("Oracles")
    .Description("Installs the programs that the conformance tests compare with.")
    .WithCriteria(IsRunningOnLinux())
    .Does(InstallOracles);

Task("Conformance")
    .Description("The tests against programs and data that nobody here wrote.")
    .IsDependentOn("Oracles")
    .IsDependentOn("Build")
    .Does(() => totals = RunTests("conformance", "Category=Conformance"));

Task("Publish")
    .Description("The command-line program, compiled ahead of time for this machine, into artifacts/typeset.")
    .Does(() => Run("sh", "./typeset --rebuild"));

Task("Bench")
    .Description("Phases under BenchmarkDotNet, then whole cold processes.")
    .IsDependentOn("Publish")
    .Does(() => Run("dotnet", $"run -c Release --project {benchmarks} -- " + Argument("bench", "all")));

Task("Endurance")
    .Description("Archives: 240 kills, and what rebuilds of 100, 1,000 and 5,000 booklets cost. Takes about an hour; --kills=20 --booklets=20 a few minutes.")
    .IsDependentOn("Oracles")
    .IsDependentOn("Build")
    .IsDependentOn("Publish")
    .Does(() =>
    {
        var endurance = $"tests/Typeset.Endurance/bin/{configuration}/net10.0/Typeset.Endurance.dll";
        var kills = Argument("kills", 200);
        Run("dotnet", $"{endurance} disturb artifacts/typeset/Typeset.Cli {kills}");
        Run("dotnet", $"{endurance} disturb-broker artifacts/typeset/Typeset.Cli {Math.Max(1, kills / 5)}");
        foreach (var booklets in Argument("booklets", "100,1000,5000").Split(','))
        {
            Run("dotnet", $"{endurance} measure artifacts/typeset/Typeset.Cli {booklets}");
        }
    });

RunTarget(target);
if (totals is not null) Console.WriteLine(totals);
return totals is { Failed: > 0 } ? 1 : 0;

// All test assemblies in one run with one report, so that the totals are read from data and not from a console.
Totals RunTests(string name, string filter)
{
    var assemblies = GetFiles($"tests/*.Tests/bin/{configuration}/net10.0/*.Tests.dll")
        .Where(file => file.GetFilenameWithoutExtension().ToString() == file.Segments[^5])
        .Select(file => $"\"{file}\"");
    var report = reports.CombineWithFilePath(name + ".trx");
    if (FileExists(report)) DeleteFile(report);

    var exit = StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"test {string.Join(' ', assemblies)} --filter \"{filter}\" --nologo -v quiet "
            + $"--results-directory \"{reports}\" --logger \"trx;LogFileName={name}.trx\" --logger \"console;verbosity=minimal\" -- RunConfiguration.MaxCpuCount=0",
    });
    if (!FileExists(report)) throw new CakeException($"The test run ended with {exit} and left no report.");
    return Totals.Read(report.FullPath).OrAborted(exit);
}

void InstallOracles()
{
    var missing = oracles.Where(package => !IsInstalled(package)).ToArray();
    if (missing.Length == 0) return;
    var list = string.Join(' ', missing);
    if (!CanInstall())
    {
        Warning("Not installed: {0}. Install them (as root: apt-get install {0}); the tests that need them will fail.", list);
        return;
    }

    Information("Installing {0}", list);
    Run("apt-get", "-qq update");
    Run("apt-get", $"-qq install -y --no-install-recommends {list}");
}

bool IsInstalled(string package) =>
    StartProcess("dpkg-query", new ProcessSettings
    {
        Arguments = $"-W -f=${{Status}} {package}", RedirectStandardOutput = true, RedirectStandardError = true,
    }, out var status) == 0 && status.Any(line => line.Contains("install ok installed"));

bool CanInstall() => FileExists("/usr/bin/apt-get") && Environment.UserName == "root";

void Run(string program, string arguments)
{
    var exit = StartProcess(program, new ProcessSettings
    {
        Arguments = arguments,
        EnvironmentVariables = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" },
    });
    if (exit != 0) throw new CakeException($"{program} {arguments} ended with {exit}.");
}

/// <summary>What came of a test run.</summary>
sealed record Totals(int Passed, int Failed, int Skipped)
{
    static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static Totals Read(string report)
    {
        var outcomes = XDocument.Load(report).Descendants(Trx + "UnitTestResult")
            .CountBy(result => (string?)result.Attribute("outcome"))
            .ToDictionary(outcome => outcome.Key ?? "", outcome => outcome.Value);
        var passed = outcomes.GetValueOrDefault("Passed");
        var skipped = outcomes.GetValueOrDefault("NotExecuted");
        return new(passed, outcomes.Values.Sum() - passed - skipped, skipped);
    }

    /// <summary>A run that ended badly without a failing test (a crashed or hung test host) counts as one failure.</summary>
    public Totals OrAborted(int exit) => exit != 0 && Failed == 0 ? this with { Failed = 1 } : this;

    public override string ToString() =>
        $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : "");
}

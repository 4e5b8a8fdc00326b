using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Typeset.Benchmarks;

// make-volume IN.json DIR [STYLE]            a booklet folder from a manuscript in neutral JSON
// cold RUNS [-- COMMAND…]                    whole cold processes: each sample booklet, or one command
// phases [BenchmarkDotNet's own arguments]   phases in a warm process
// all                                        cold, then phases
switch (args)
{
    case ["make-volume", var input, var folder, .. var style]:
        VolumeMaker.Make(File.ReadAllText(input), folder, style is [var name, ..] ? name : VolumeMaker.UsualStyle);
        return 0;
    case ["cold", var runs, "--", .. var command]:
        return ColdRuns.Of(command, int.Parse(runs));
    case ["cold", .. var runs]:
        return ColdRuns.OfSamples(runs is [var count] ? int.Parse(count) : ColdRuns.UsualCount);
    case ["phases", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(PhaseBenchmarks).Assembly).Run(rest is [] ? ["--filter", "*"] : rest, DefaultConfig.Instance);
        return 0;
    case [] or ["all"]:
        var cold = ColdRuns.OfSamples(ColdRuns.UsualCount);
        BenchmarkSwitcher.FromAssembly(typeof(PhaseBenchmarks).Assembly).Run(["--filter", "*", "--job", "short"], DefaultConfig.Instance);
        return cold;
    default:
        Console.Error.WriteLine("make-volume IN.json DIR [STYLE] | cold [RUNS] [-- COMMAND…] | phases [ARGUMENTS…] | all");
        return 2;
}

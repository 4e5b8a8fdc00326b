using Typeset.Endurance;

namespace Typeset.Batch.Tests;

/// <summary>The same archive gives the same bytes, whoever builds it, where and with how many.</summary>
public sealed class ReproducibilityTests
{
    private const string AllKinds = "reading,archive,press,docx";

    [Fact]
    public void One_job_and_eight_on_two_paths_in_two_locales_and_time_zones_write_the_same_bytes_of_every_kind()
    {
        using var one = new ScratchArchive().Generate(seed: 7, booklets: 10, mostPages: 8);
        using var other = new ScratchArchive().Generate(seed: 7, booklets: 10, mostPages: 8);
        var here = new TypesetProgram(TypesetProgram.Built) { Environment = { ["TZ"] = "Asia/Shanghai", ["LC_ALL"] = "en_US.UTF-8" } };
        var there = new TypesetProgram(TypesetProgram.Built) { Environment = { ["TZ"] = "America/St_Johns", ["LC_ALL"] = "tr_TR.UTF-8" } };
        here.Run("rebuild", one.Archive, "-o", one.Output, "--jobs", "1", "--threads", "1", "--emit", AllKinds);
        there.Run("rebuild", other.Archive, "-o", other.Output, "--jobs", "8", "--threads", "3", "--emit", AllKinds);
        var outputs = one.Outputs();
        foreach (var ending in (string[])[".pdf", ".archive.pdf", ".press.pdf", ".docx"]) Assert.Contains(outputs.Keys, path => path.EndsWith(ending, StringComparison.Ordinal));
        Assert.Equal(outputs, other.Outputs());
    }
}

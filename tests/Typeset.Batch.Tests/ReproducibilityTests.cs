using Typeset.Endurance;

namespace Typeset.Batch.Tests;

/// <summary>The same archive gives the same bytes, whoever builds it, where and with how many.</summary>
public sealed class ReproducibilityTests
{
    [Fact]
    public void One_job_and_eight_on_two_paths_in_two_locales_and_time_zones_write_the_same_bytes()
    {
        using var one = new ScratchArchive().Generate(seed: 7, booklets: 10, mostPages: 12);
        using var other = new ScratchArchive().Generate(seed: 7, booklets: 10, mostPages: 12);
        var here = new TypesetProgram(TypesetProgram.Built) { Environment = { ["TZ"] = "Asia/Shanghai", ["LC_ALL"] = "en_US.UTF-8" } };
        var there = new TypesetProgram(TypesetProgram.Built) { Environment = { ["TZ"] = "America/St_Johns", ["LC_ALL"] = "tr_TR.UTF-8" } };
        here.Run("rebuild", one.Archive, "-o", one.Output, "--jobs", "1");
        there.Run("rebuild", other.Archive, "-o", other.Output, "--jobs", "8");
        Assert.NotEmpty(one.Outputs());
        Assert.Equal(one.Outputs(), other.Outputs());
    }
}

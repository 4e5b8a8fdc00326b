namespace Typeset.Manuscripts.Tests.Recovery;

/// <summary>The suites of raw manuscripts, one file for each shape: text in, booklet out.</summary>
public sealed class RecoverySuiteTests
{
    public static TheoryData<string> Shapes => SuiteFile.FilesIn("Recovery");

    [Theory, MemberData(nameof(Shapes))]
    public void A_raw_manuscript_is_recovered_as_the_suite_says(string suite) => SuiteFile.Check("Recovery", suite, RecoveryDump.Of);
}

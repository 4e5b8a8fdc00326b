using Typeset.Testing;

namespace Typeset.Architecture.Tests;

/// <summary>Below the hosts nothing touches files, clock, environment, culture, randomness or the console.</summary>
public sealed class PurityTests
{
    public static TheoryData<string> PureRooms => [.. Room.Map.Where(room => !room.IsHost).Select(room => room.Name)];

    [Theory, MemberData(nameof(PureRooms))]
    public void Nothing_banned_is_mentioned_below_the_hosts(string name)
    {
        using var room = new CompiledRoom(name);
        Assert.Empty(BannedSymbol.All.Where(banned => banned.IsMentionedIn(room)).Select(banned => $"{banned.Id}: {banned.Instead}"));
    }

    [Theory, MemberData(nameof(PureRooms))]
    public void Nothing_is_asynchronous_below_the_hosts(string name)
    {
        using var room = new CompiledRoom(name);
        Assert.DoesNotContain("System.Runtime.CompilerServices.AsyncStateMachineAttribute", room.MentionedTypes);
    }

    [Fact]
    public void The_check_sees_what_a_host_does()
    {
        using var host = new CompiledRoom("Typeset.Cli");
        Assert.Contains(BannedSymbol.All, banned => banned.IsMentionedIn(host));
    }

    [Theory]
    [InlineData("T:System.IO.File")]
    [InlineData("T:System.Console")]
    [InlineData("T:System.Environment")]
    [InlineData("T:System.Random")]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("P:System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("M:System.Math.Pow(System.Double,System.Double)")]
    public void The_list_bans(string symbol) => Assert.Contains(symbol, BannedSymbol.All.Select(banned => banned.Id));

    [Theory, MemberData(nameof(PureRooms))]
    public void No_source_switches_a_ban_off(string name) =>
        Assert.Empty(SourceFile.Of(name).Where(file => file.Text.Contains("RS0030", StringComparison.Ordinal)).Select(file => file.Path));
}

using Typeset.Testing;

namespace Typeset.Tests;

/// <summary>Pictures of samples that code draws.</summary>
public sealed class SamplePictureTests
{
    [Fact]
    public void The_bark_in_the_sample_is_what_its_drawing_makes()
    {
        var file = Repository.At("seeds", "shancheng-zhiwu", "images", "bark.jpg");
        var drawn = BarkPicture.Jpeg();
        if (Golden.Accepting) File.WriteAllBytes(file, drawn);
        Assert.Equal(File.ReadAllBytes(file), drawn);
    }
}

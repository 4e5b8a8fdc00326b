using Typeset.Pdf.Colour;
using Typeset.Pdf.Content;
using Typeset.Pdf.Images;
using Typeset.Pdf.Objects;

namespace Typeset.Pdf.Structure;

/// <summary>What content streams refer to by name (ISO 32000-1 §7.8.3): inks, states, fonts, images, and whole pages as forms.</summary>
internal sealed class ContentResources
{
    private readonly ObjectFile _file;
    private readonly ImageObjects _imageObjects;
    private readonly PressResources? _press;
    private readonly List<int> _fonts = [];
    private readonly List<int> _images = [];

    public ContentResources(ObjectFile file, PdfOptions options, Conformance.OutputIntents intents)
    {
        _file = file;
        _imageObjects = new ImageObjects(file, options.Standard, intents);
        if (Conformance.StandardRules.IsPress(options.Standard)) _press = new PressResources(file, PressColours.Of(options.Press.Condition, IccProfile.Srgb, options.Press.InkLimit));
    }

    /// <summary>The object of a font, by its place among the file's fonts.</summary>
    public int FontObject(int index) => _fonts[index];

    /// <summary>Writes the images that no earlier content shows.</summary>
    public void AddImages(PageContent content)
    {
        foreach (var (index, image) in content.NewImages)
        {
            if (image is null) _imageObjects.WritePlaceholder(ImageObject(index));
            else _imageObjects.Write(ImageObject(index), image);
        }
    }

    /// <summary>Writes the dictionary of some content; <paramref name="forms"/> are the objects of the forms that it shows as <c>Fm1</c>, <c>Fm2</c> … by their numbers.</summary>
    public void Write(ByteWriter body, PageContent content, IReadOnlyDictionary<int, int>? forms = null)
    {
        body.Open();
        _press?.Write(body, content);
        WriteFonts(body, content);
        WriteObjects(body, content, forms);
        body.Close();
    }

    private void WriteFonts(ByteWriter body, PageContent content)
    {
        var used = new SortedSet<int>();
        foreach (var font in content.RunFonts) used.Add(font.Index);
        if (used.Count == 0) return;
        body.Key("Font"u8).Open();
        foreach (var font in used) body.Raw("/F"u8).Integer(font + 1).Reference(FontNumber(font));
        body.Close();
    }

    private void WriteObjects(ByteWriter body, PageContent content, IReadOnlyDictionary<int, int>? forms)
    {
        var images = new SortedSet<int>(content.Images);
        if (images.Count == 0 && forms is null or { Count: 0 }) return;
        body.Key("XObject"u8).Open();
        foreach (var (number, form) in (forms ?? new Dictionary<int, int>()).OrderBy(static form => form.Key)) body.Raw("/Fm"u8).Integer(number).Reference(form);
        foreach (var image in images) body.Raw("/Im"u8).Integer(image + 1).Reference(ImageObject(image));
        body.Close();
    }

    private int FontNumber(int index) => NumberAt(_fonts, index);

    private int ImageObject(int index) => NumberAt(_images, index);

    /// <summary>Fonts and images come in order of first use, which is the order of their places.</summary>
    private int NumberAt(List<int> numbers, int index)
    {
        while (numbers.Count <= index) numbers.Add(_file.Reserve());
        return numbers[index];
    }
}

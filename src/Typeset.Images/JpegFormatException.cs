namespace Typeset.Images;

/// <summary>The picture data of a JPEG is damaged, or asks for more than a real one does; the message says which.</summary>
public sealed class JpegFormatException(string message, Exception? cause = null) : Exception(message, cause);

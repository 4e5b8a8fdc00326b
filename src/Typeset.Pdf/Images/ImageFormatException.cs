namespace Typeset.Pdf.Images;

/// <summary>An image file is broken, or of a kind that print does not take; the message says what is wrong with it.</summary>
public sealed class ImageFormatException(string message) : Exception(message);

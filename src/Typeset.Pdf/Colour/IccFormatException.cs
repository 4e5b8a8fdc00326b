namespace Typeset.Pdf;

/// <summary>A colour profile is broken, or not one that a press file can use; the message says what is wrong with it.</summary>
public sealed class IccFormatException(string message) : Exception(message);

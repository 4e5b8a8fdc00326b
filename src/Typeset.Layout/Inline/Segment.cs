namespace Typeset.Layout.Inline;

/// <summary>How a stretch of a paragraph is set: its font stack, weight, slant and size.</summary>
/// <param name="Stack">A key of <see cref="Documents.HouseStyle.Fonts"/>.</param>
/// <param name="Bold">In the stack's bold face.</param>
/// <param name="Size">Type size, raw units.</param>
/// <param name="Rise">Raised by so much, raw units; negative lowers.</param>
/// <param name="Emphasized">Its Western text in the stack's italic faces.</param>
internal readonly record struct Voice(string Stack, bool Bold, int Size, int Rise = 0, bool Emphasized = false);

/// <summary>A stretch <c>[Start, End)</c> of a paragraph in one voice, and the run of the text that it lies in. A note mark's segment prints <see cref="Note"/>.</summary>
internal readonly record struct Segment(int Start, int End, Voice Voice, int Run, string? Note = null);

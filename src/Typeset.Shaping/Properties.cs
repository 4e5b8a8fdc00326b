using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Typeset.Shaping.Tests")]

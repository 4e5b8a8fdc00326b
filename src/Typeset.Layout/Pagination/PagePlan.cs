using Typeset.Core;
using Typeset.Pages;

namespace Typeset.Layout.Pagination;

/// <summary>What a page is.</summary>
public enum PageKind { Cover, Blank, Contents, PartTitle, Body, Colophon }

/// <summary>One page before it is composed: what it is, its number, and which column of which chapter (or of the contents or colophon) stands on it.</summary>
internal sealed record PagePlan(PageKind Kind, PageLabel Label, bool Recto, int Chapter = -1, int Column = -1, int Part = -1);

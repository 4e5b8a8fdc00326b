using DocumentFormat.OpenXml;

namespace Typeset.Manuscripts.Docx;

/// <summary>Values of attributes that may hold anything: one that is no value of its type counts as not written.</summary>
internal static class KnownValue
{
    public static T? Known<T>(this OpenXmlSimpleValue<T>? value) where T : struct => value is { HasValue: true } ? value.Value : null;

    public static T? Known<T>(this EnumValue<T>? value) where T : struct, IEnumValue, IEnumValueFactory<T> => value is { HasValue: true } ? value.Value : null;
}

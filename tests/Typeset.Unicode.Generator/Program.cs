using Typeset.Unicode.Generator;

return args switch
{
    ["import", var package, var data] => Import(package, data),
    ["generate", var data, var target] => Generate(data, target),
    _ => Usage(),
};

static int Import(string package, string data)
{
    foreach (var (name, text) in UcdPackage.Read(package)) Write(data, name, text);
    return 0;
}

static int Generate(string data, string target)
{
    foreach (var (name, text) in Recipe.Generate(data)) Write(target, name, text);
    return 0;
}

static void Write(string folder, string name, string text)
{
    Directory.CreateDirectory(folder);
    File.WriteAllText(Path.Combine(folder, name), text);
    Console.WriteLine($"{name}: {text.Length} characters");
}

static int Usage()
{
    Console.Error.WriteLine("import PACKAGE-FOLDER DATA-FOLDER | generate DATA-FOLDER TARGET-FOLDER (see src/Typeset.Unicode/README.md)");
    return 2;
}

using Typeset.Cli;
using Typeset.Cli.Reporting;

var language = MessageLanguage.Choose(MessageLanguage.AskedIn(args), Environment.GetEnvironmentVariable);
return CommandLine.Run(args, Terminal.OfProcess(language));

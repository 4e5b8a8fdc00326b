Console.Error.WriteLine("typeset: nothing can be typeset yet");
return 70;

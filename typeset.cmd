@echo off
rem Runs the typesetter; publishes it first when that was never done or a source is newer. typeset --rebuild only publishes.
setlocal
set "root=%~dp0"
set "program=%root%artifacts\typeset\Typeset.Cli.exe"
if "%~1"=="--rebuild" goto publish
if not exist "%program%" goto publish
powershell -NoProfile -Command "$t = (Get-Item '%root%artifacts\typeset\.stamp').LastWriteTimeUtc; if (Get-ChildItem '%root%src','%root%Directory.*.props','%root%global.json' -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run

:publish
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
if not exist "%root%artifacts" mkdir "%root%artifacts"
dotnet publish "%root%src\Typeset.Cli" --configuration Release --use-current-runtime --self-contained true -p:TypesetPublishing=true --artifacts-path "%root%artifacts\launcher" --output "%root%artifacts\typeset" -verbosity:quiet -nologo -nodeReuse:false > "%root%artifacts\typeset.log" 2>&1
if errorlevel 1 (
    type "%root%artifacts\typeset.log" 1>&2
    echo typeset: the build failed; the .NET 10 SDK is needed. 1>&2
    exit /b 70
)
type nul > "%root%artifacts\typeset\.stamp"
if "%~1"=="--rebuild" exit /b 0

:run
"%program%" %*
exit /b %errorlevel%

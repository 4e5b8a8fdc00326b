#!/usr/bin/env bash
# Restores Cake, the build tool, and runs build.cake with what it is given: ./build.sh --target Test
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet tool restore --verbosity quiet >/dev/null
exec dotnet cake build.cake "$@"

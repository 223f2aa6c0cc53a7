# Sourced by ./airwarden and ./mvnw. find_jdk prints the home of a JDK 25 or newer, or fails.

jdk_version() { # the feature version of the JDK at $1, from its own release file; nothing if none
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

# AIRWARDEN_JDK_PLACES replaces the usual places, for machines that keep JDKs elsewhere.
usual_places() {
  path_java=$(command -v java 2>/dev/null) && path_java=$(readlink -f "$path_java" 2>/dev/null)
  printf '%s\n' "${JAVA_HOME-}" "${path_java%/bin/java}" "${JDK25_HOME-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.asdf/installs/java/* \
    "${HOME-}"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home
}

find_jdk() {
  best='' best_version=999
  places=${AIRWARDEN_JDK_PLACES-$(usual_places)}
  while IFS= read -r home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    version=$(jdk_version "$home") || continue
    [ -n "$version" ] && [ "$version" -ge 25 ] || continue
    # The first 25 found wins; a newer one serves where there is none.
    if [ "$version" -lt "$best_version" ]; then
      best=$home best_version=$version
    fi
  done <<PLACES
$places
PLACES
  [ -n "$best" ] && printf '%s\n' "$best"
}

say_how_to_get_jdk() {
  cat >&2 <<'MESSAGE'
airwarden: no JDK 25 found. Airwarden is built and run with JDK 25 or newer.
  Looked at JAVA_HOME, JDK25_HOME, the java on the PATH, /usr/lib/jvm, /opt, SDKMAN, asdf, mise and ~/.jdks.
  Get one:   https://adoptium.net/temurin/releases/?version=25   (or: sdk install java 25-tem)
  Then:      export JAVA_HOME=/where/you/put/it
MESSAGE
}

node_is_good() { command -v node >/dev/null 2>&1 && [ "$(node -p 'parseInt(process.versions.node)' 2>/dev/null)" -ge 20 ]; }

say_how_to_get_node() {
  cat >&2 <<'MESSAGE'
airwarden: no Node.js 20 or newer found. The web page is built with Node 20 and npm.
  Get one:   https://nodejs.org/en/download
MESSAGE
}

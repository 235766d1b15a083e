# Installs Porchlight, or a newer one over an older one, on Linux or macOS; run by a tool as root. Said in variables:
#   PACKAGE_URL, PACKAGE_SHA256    the .deb, .rpm or .pkg (https://, or a file that the tool has copied here), and its SHA-256
#   PORCHLIGHT_SERVER, PORCHLIGHT_ENROLLMENT_TOKEN, and whatever else docs/deploy.md lists
# Ends with 0 once central has heard of the laptop; 1: installed, but central has not; 64: said wrong; 65: not the package that was
# meant; 77: not root.
set -eu
umask 077
stop() { echo "porchlight: $2" >&2; exit "$1"; }
[ "$(id -u)" = 0 ] || stop 77 "needs root"
[ -n "${PACKAGE_URL:-}" ] || stop 64 "PACKAGE_URL says no package"
[ -n "${PACKAGE_SHA256:-}" ] || stop 64 "PACKAGE_SHA256 says no sum"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/${PACKAGE_URL##*/}
case $PACKAGE_URL in
  https://*)
    if command -v curl >/dev/null; then
      curl -fsSL --proto =https --retry 3 -o "$package" "$PACKAGE_URL"
    else
      wget -q --https-only -O "$package" "$PACKAGE_URL"
    fi ;;
  /*) cp "$PACKAGE_URL" "$package" ;;
  *) stop 64 "PACKAGE_URL: expected https://... or a file with its whole path" ;;
esac
if command -v sha256sum >/dev/null; then sum=$(sha256sum "$package"); else sum=$(shasum -a 256 "$package"); fi
[ "${sum%% *}" = "$PACKAGE_SHA256" ] || stop 65 "the package's SHA-256 is ${sum%% *}, not $PACKAGE_SHA256"
unset PACKAGE_URL PACKAGE_SHA256

# A laptop that central knows already keeps its name there: it is upgraded, not enrolled anew. One from which the program was removed
# has said goodbye, and may have kept who it was.
if [ -e /var/lib/porchlight/identity.json ] && { [ -x /usr/bin/porchlight ] || [ -x /usr/local/bin/porchlight ]; }; then
  unset PORCHLIGHT_ENROLLMENT_TOKEN
fi
export PORCHLIGHT_SERVER PORCHLIGHT_ENROLLMENT_TOKEN
case $package in
  *.deb) DEBIAN_FRONTEND=noninteractive apt-get install -y "$package" ;;
  *.rpm)
    if command -v dnf >/dev/null; then dnf install -y "$package"
    elif command -v zypper >/dev/null; then zypper --non-interactive --no-gpg-checks install "$package"
    else yum install -y "$package"; fi ;;
  *.pkg)
    # Apple's installer hands no variables on: the package reads them from a file of root's, and removes it.
    mkdir -p /etc/porchlight
    env | grep '^PORCHLIGHT_' >/etc/porchlight/seed || true
    installer -pkg "$package" -target / ;;
  *) stop 64 "PACKAGE_URL: expected a .deb, .rpm or .pkg" ;;
esac </dev/null
unset PORCHLIGHT_ENROLLMENT_TOKEN
porchlight=/usr/bin/porchlight
[ -x $porchlight ] || porchlight=/usr/local/bin/porchlight
tries=0
until $porchlight status >"$work/status" 2>&1; do
  tries=$((tries + 1))
  if [ $tries -ge 60 ]; then
    cat "$work/status" >&2
    stop 1 "installed, but central has not heard of it: porchlight doctor says more"
  fi
  sleep 2
done
echo "porchlight: installed, and central has heard of it"

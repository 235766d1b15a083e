# Removes Porchlight with what it kept, and tells central, which retires the laptop. Run as root; 0 as well where there is none.
set -eu
[ "$(id -u)" = 0 ] || { echo "porchlight: needs root" >&2; exit 77; }
if [ -x "/Library/Application Support/Porchlight/bin/uninstall" ]; then
  "/Library/Application Support/Porchlight/bin/uninstall"
elif command -v dpkg-query >/dev/null && dpkg-query -W porchlight >/dev/null 2>&1; then
  DEBIAN_FRONTEND=noninteractive apt-get purge -y porchlight </dev/null
elif command -v rpm >/dev/null && rpm -q porchlight >/dev/null 2>&1; then
  rpm -e porchlight
else
  echo "porchlight: is not installed"
fi

# Tells how this laptop stands, as the tool reads it; nothing is looked at, the last check is told. Run as root.
# CHECK_FORMAT and CHECK_UNKNOWN come from tools.tsv: the format, and what a tool reads as "could not tell".
porchlight=/usr/bin/porchlight
[ -x $porchlight ] || porchlight=/usr/local/bin/porchlight
if [ ! -x $porchlight ]; then
  echo "UNKNOWN: Porchlight is not installed on this laptop"
  exit "$CHECK_UNKNOWN"
fi
exec $porchlight check --cached --format "$CHECK_FORMAT"

# N-able N-central: a script is told all in arguments, which are everybody's to read. So these three are its arguments, and the
# token is a file that a "File Transfer" task has put to /etc/porchlight/enrollment-token before (root's, 0600).
PACKAGE_URL=${1:-}
PACKAGE_SHA256=${2:-}
PORCHLIGHT_SERVER=${3:-}

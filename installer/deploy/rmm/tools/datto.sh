# Datto RMM: component or site variables of these names arrive in the environment; mask the token's.
: "${PACKAGE_URL:=}" "${PACKAGE_SHA256:=}" "${PORCHLIGHT_SERVER:=}" "${PORCHLIGHT_ENROLLMENT_TOKEN:=}"

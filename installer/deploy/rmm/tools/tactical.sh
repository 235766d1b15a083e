# Tactical RMM: the script's environment variables, such as PORCHLIGHT_ENROLLMENT_TOKEN={{client.porchlight_token}}; never its arguments.
: "${PACKAGE_URL:=}" "${PACKAGE_SHA256:=}" "${PORCHLIGHT_SERVER:=}" "${PORCHLIGHT_ENROLLMENT_TOKEN:=}"

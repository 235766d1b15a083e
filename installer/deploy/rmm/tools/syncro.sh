# Syncro: script variables of these names stand above this text when it runs; the token's of the kind "password".
PACKAGE_URL=${porchlight_package:-}
PACKAGE_SHA256=${porchlight_sum:-}
PORCHLIGHT_SERVER=${porchlight_server:-}
PORCHLIGHT_ENROLLMENT_TOKEN=${porchlight_token:-}

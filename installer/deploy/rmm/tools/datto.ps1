# Datto RMM: component or site variables of these names arrive in the environment; mask the token's.
$PackageUrl = $env:PACKAGE_URL
$PackageSha256 = $env:PACKAGE_SHA256
$Server = $env:PORCHLIGHT_SERVER
$Token = $env:PORCHLIGHT_ENROLLMENT_TOKEN

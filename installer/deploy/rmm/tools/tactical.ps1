# Tactical RMM: the script's environment variables, such as PORCHLIGHT_ENROLLMENT_TOKEN={{client.porchlight_token}}; never its arguments.
$PackageUrl = $env:PACKAGE_URL
$PackageSha256 = $env:PACKAGE_SHA256
$Server = $env:PORCHLIGHT_SERVER
$Token = $env:PORCHLIGHT_ENROLLMENT_TOKEN

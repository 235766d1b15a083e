# Syncro: script variables of these names stand above this text when it runs; the token's of the kind "password".
Import-Module $env:SyncroModule -ErrorAction SilentlyContinue
$PackageUrl = $porchlight_package
$PackageSha256 = $porchlight_sum
$Server = $porchlight_server
$Token = $porchlight_token

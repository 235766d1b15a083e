# NinjaOne: organisation custom fields of these names, the token's "secure"; or script variables of the same names.
function Read-Said([string]$Name) {
  $said = [Environment]::GetEnvironmentVariable($Name)
  if ($said) { $said } else { Ninja-Property-Get $Name }
}
$PackageUrl = Read-Said 'porchlightPackage'
$PackageSha256 = Read-Said 'porchlightSum'
$Server = Read-Said 'porchlightServer'
$Token = Read-Said 'porchlightToken'

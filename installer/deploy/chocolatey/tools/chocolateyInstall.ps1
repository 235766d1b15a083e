$ErrorActionPreference = 'Stop'
# No parameter takes the token: choco logs them. Where reports go comes from group policy.
$package = @{
  PackageName = 'porchlight'
  FileType = 'msi'
  SilentArgs = '/qn /norestart'
  Url64bit = '@URL@/porchlight-@VERSION@-windows-x64.msi'
  Checksum64 = '@SHA256_MSI@'
  ChecksumType64 = 'sha256'
  ValidExitCodes = @(0, 1641, 3010)
}
Install-ChocolateyPackage @package

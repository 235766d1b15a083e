$ErrorActionPreference = 'Stop'
# Whichever version is there by now: it may have come by other means than choco.
foreach ($entry in Get-UninstallRegistryKey -SoftwareName 'Porchlight') {
  $package = @{
    PackageName = 'porchlight'
    FileType = 'msi'
    SilentArgs = "$($entry.PSChildName) /qn /norestart"
    File = ''
    ValidExitCodes = @(0, 1605, 1641, 3010)
  }
  Uninstall-ChocolateyPackage @package
}

$ErrorActionPreference = 'Stop'
Uninstall-ChocolateyPackage -PackageName 'porchlight' -FileType 'msi' -SilentArgs '@PRODUCT_CODE@ /qn /norestart' -ValidExitCodes @(0, 1605, 1641, 3010)

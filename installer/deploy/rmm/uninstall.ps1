# Removes Porchlight, and tells central, which retires the laptop. 0 as well where there is none; else as msiexec ended.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$view = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
$list = $view.OpenSubKey('SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall')
foreach ($name in $list.GetSubKeyNames()) {
  $entry = $list.OpenSubKey($name)
  if ($name -match '^\{[0-9A-Fa-f-]{36}\}$' -and $entry.GetValue('DisplayName') -eq 'Porchlight') {
    $ended = Start-Process -FilePath "$env:SystemRoot\System32\msiexec.exe" -ArgumentList @('/x', $name, '/qn', '/norestart') -Wait -PassThru
    Write-Output "porchlight: msiexec ended with $($ended.ExitCode)"
    exit $ended.ExitCode
  }
}
Write-Output 'porchlight: is not installed'

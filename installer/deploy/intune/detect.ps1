# Intune, a Win32 app's detection by script: installed in this version or a later one: 0 and a line; else 1.
$wanted = [Version]'@VERSION@'
$view = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', 'Registry64')
$list = $view.OpenSubKey('SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall')
foreach ($name in $list.GetSubKeyNames()) {
  $entry = $list.OpenSubKey($name)
  if ($entry.GetValue('DisplayName') -eq 'Porchlight' -and [Version]$entry.GetValue('DisplayVersion') -ge $wanted) {
    Write-Output "Porchlight $($entry.GetValue('DisplayVersion'))"
    exit 0
  }
}
exit 1

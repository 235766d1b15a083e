# Installs Porchlight, or a newer one over an older one, on Windows; run by a tool as SYSTEM or an administrator. Said above:
#   $PackageUrl, $PackageSha256    the .msi (https://, or a file that the tool has copied here), and its SHA-256
#   $Server, $Token                central's address, and the token for the first contact
# Ends with 0 once central has heard of the laptop (3010: after a restart); 1: installed, but central has not; 64: said wrong;
# 65: not the package that was meant; 77: no administrator; else as msiexec ended (1618: something else is being installed).
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
function Stop-Here([int]$Code, [string]$Why) { Write-Output "porchlight: $Why"; exit $Code }

$me = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { Stop-Here 77 'needs an administrator' }
if (-not $PackageUrl) { Stop-Here 64 'no package is said' }
if (-not $PackageSha256) { Stop-Here 64 'no sum of the package is said' }

$work = Join-Path $env:SystemRoot ('Temp\porchlight-' + [Guid]::NewGuid().ToString('N'))
New-Item -ItemType Directory -Path $work | Out-Null
# The system and administrators only, before anything lies in it.
& "$env:SystemRoot\System32\icacls.exe" $work /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
if ($LASTEXITCODE -ne 0) { Stop-Here 1 'the folder for the package could not be closed to others' }
try {
  $msi = Join-Path $work 'porchlight.msi'
  if ($PackageUrl -like 'https://*') {
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    Invoke-WebRequest -UseBasicParsing -Uri $PackageUrl -OutFile $msi
  } elseif (Test-Path -LiteralPath $PackageUrl -PathType Leaf) {
    Copy-Item -LiteralPath $PackageUrl -Destination $msi
  } else {
    Stop-Here 64 'the package: expected https://... or a file that is there'
  }
  $sum = (Get-FileHash -LiteralPath $msi -Algorithm SHA256).Hash
  if ($sum -ne $PackageSha256) { Stop-Here 65 "the package's SHA-256 is $sum, not $PackageSha256" }

  $words = @('/i', "`"$msi`"", '/qn', '/norestart')
  if ($Server) { $words += "SERVERURL=`"$Server`"" }
  # A laptop that central knows already keeps its name there. The token goes by a file: arguments are everybody's to read.
  if ($Token -and -not (Test-Path -LiteralPath "$env:ProgramData\Porchlight\state\identity.json")) {
    [IO.File]::WriteAllText((Join-Path $work 'token'), $Token)
    $words += "ENROLLMENTKEYFILE=`"$(Join-Path $work 'token')`""
  }
  $ended = Start-Process -FilePath "$env:SystemRoot\System32\msiexec.exe" -ArgumentList $words -Wait -PassThru
  if (@(0, 1641, 3010) -notcontains $ended.ExitCode) { Stop-Here $ended.ExitCode "msiexec ended with $($ended.ExitCode)" }
} finally {
  Remove-Item -LiteralPath $work -Recurse -Force -ErrorAction SilentlyContinue
}
if ($ended.ExitCode -ne 0) { Stop-Here 3010 'installed; Windows wants a restart' }
# As 32-bit PowerShell, which some tools run, $env:ProgramFiles is the other folder.
$folder = if ($env:ProgramW6432) { $env:ProgramW6432 } else { $env:ProgramFiles }
for ($tries = 0; $tries -lt 60; $tries++) {
  & "$folder\Porchlight\bin\porchlight.exe" status | Out-Null
  if ($LASTEXITCODE -eq 0) { Stop-Here 0 'installed, and central has heard of it' }
  Start-Sleep -Seconds 2
}
Stop-Here 1 'installed, but central has not heard of it: porchlight doctor says more'

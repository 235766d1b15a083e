# Tells how this laptop stands, as the tool reads it; nothing is looked at, the last check is told.
# $CheckFormat and $CheckUnknown come from tools.tsv: the format, and what a tool reads as "could not tell".
$folder = if ($env:ProgramW6432) { $env:ProgramW6432 } else { $env:ProgramFiles }
$porchlight = Join-Path $folder 'Porchlight\bin\porchlight.exe'
if (-not (Test-Path -LiteralPath $porchlight)) {
  Write-Output 'UNKNOWN: Porchlight is not installed on this laptop'
  exit $CheckUnknown
}
& $porchlight check --cached --format $CheckFormat
exit $LASTEXITCODE

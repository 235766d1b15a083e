# N-able N-central: a script is told all in arguments, which are everybody's to read. So these three are its arguments, and the
# token is a file that a "File Transfer" task has put here before; it is removed once it was read.
$PackageUrl, $PackageSha256, $Server = $args
$Token = $null
$left = Join-Path $env:SystemRoot 'Temp\porchlight-token.txt'
if (Test-Path -LiteralPath $left) {
  $Token = [IO.File]::ReadAllText($left).Trim()
  Remove-Item -LiteralPath $left -Force
}

# ConnectWise Automate: the script's variables (from the client's extra data fields) are put into this text where @...@ stands.
$PackageUrl = '@PorchlightPackage@'
$PackageSha256 = '@PorchlightSum@'
$Server = '@PorchlightServer@'
$Token = '@PorchlightToken@'

# Atera: customer custom fields of these names are put into this text where {[...]} stands.
$PackageUrl = '{[Customer.PorchlightPackage]}'
$PackageSha256 = '{[Customer.PorchlightSum]}'
$Server = '{[Customer.PorchlightServer]}'
$Token = '{[Customer.PorchlightToken]}'

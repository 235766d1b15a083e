# ConnectWise Automate: the script's variables (from the client's extra data fields) are put into this text where @...@ stands.
PACKAGE_URL='@PorchlightPackage@'
PACKAGE_SHA256='@PorchlightSum@'
PORCHLIGHT_SERVER='@PorchlightServer@'
PORCHLIGHT_ENROLLMENT_TOKEN='@PorchlightToken@'

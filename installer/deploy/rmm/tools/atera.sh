# Atera: customer custom fields of these names are put into this text where {[...]} stands.
PACKAGE_URL='{[Customer.PorchlightPackage]}'
PACKAGE_SHA256='{[Customer.PorchlightSum]}'
PORCHLIGHT_SERVER='{[Customer.PorchlightServer]}'
PORCHLIGHT_ENROLLMENT_TOKEN='{[Customer.PorchlightToken]}'

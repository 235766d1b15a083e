# NinjaOne: organisation custom fields of these names, the token's "secure"; or script variables of the same names.
ninja=/opt/NinjaRMMAgent/programdata/ninjarmm-cli
[ -x $ninja ] || ninja=/Applications/NinjaRMMAgent/programdata/ninjarmm-cli
field() { $ninja get "$1" 2>/dev/null || true; }
PACKAGE_URL=${porchlightPackage:-$(field porchlightPackage)}
PACKAGE_SHA256=${porchlightSum:-$(field porchlightSum)}
PORCHLIGHT_SERVER=${porchlightServer:-$(field porchlightServer)}
PORCHLIGHT_ENROLLMENT_TOKEN=${porchlightToken:-$(field porchlightToken)}

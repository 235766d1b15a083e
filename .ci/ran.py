"""Counts the test reports of the build and fails when a live or browser test was skipped here, where it can run."""
import glob, os, sys, xml.etree.ElementTree as tree

ran = failed = skipped = 0
live = {}
for path in glob.glob("*/target/surefire-reports/TEST-*.xml") + glob.glob("*/target/failsafe-reports/TEST-*.xml"):
    suite = tree.parse(path).getroot()
    name = suite.get("name").rsplit(".", 1)[-1]
    for case in suite.iter("testcase"):
        if case.find("skipped") is not None:
            skipped += 1
            print(f"skipped: {name}.{case.get('name')}: {case.find('skipped').get('message')}")
        elif case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        else:
            ran += 1
            if name.endswith(("LiveTest", "IT")):
                live[name] = live.get(name, 0) + 1
for name, count in sorted(live.items()):
    print(f"live: {name}: {count}")
# One a line, sorted.
needed = """
AccountsOnPostgresLiveTest
AdviceLetterLiveTest
AnsibleIT
AptScenesLiveTest
Arm64PackageIT
BootedDnsIT
BootedIT
BrowserIT
BrowsersLiveTest
ClonesOnPostgresLiveTest
DebPackageIT
DeliveryIT
DifferenceOnPostgresLiveTest
DigestLiveTest
DnfPackageIT
DnsLiveTest
DnsScenesLiveTest
DowngradeIT
EveryRouteOnPostgresLiveTest
ExportsOnPostgresLiveTest
FamiliesLiveTest
FirewallLiveTest
FirewallRandomLiveTest
GatewayLiveTest
GoodAmongBadOnPostgresLiveTest
InsideIT
IntakeOnPostgresLiveTest
InterceptLiveTest
KilledOnPostgresLiveTest
KilledSilenceOnPostgresLiveTest
KnownGatewayLiveTest
MacPackageIT
MorningOnPostgresLiveTest
MsiUnderWineIT
NetworkChangeLiveTest
NetworkManagerLiveTest
ObjectiveCLiveTest
OddTextsOnPostgresLiveTest
OpenIdIT
PackagesIT
PagesOnPostgresLiveTest
PeopleOnPostgresLiveTest
PlaceLiveTest
PlainReportsOnPostgresLiveTest
PortalApiLiveTest
PortalLiveTest
PowerShellIT
PresenceOnPostgresLiveTest
PrometheusLiveTest
PromtoolLiveTest
PythonLaptopIT
RefusedOnPostgresLiveTest
RemarksOnPostgresLiveTest
RemoteToolsLiveTest
RepositoryIT
RetentionOnPostgresLiveTest
RoadLiveTest
RouteLiveTest
RouterLiveTest
RpmPackageIT
ServerBackupLiveTest
SetBackOnPostgresLiveTest
SignInIT
StaleDebianLiveTest
StormIT
TryIT
UnattendedLiveTest
UntoldOnPostgresLiveTest
UpgradeOnPostgresLiveTest
VerifyIT
WaveLiveTest
WebhookTurnsOnPostgresLiveTest
WebhooksOnPostgresLiveTest
WindowsUnderWineIT
""".split()
missing = [name for name in needed if not live.get(name)] if os.geteuid() == 0 else []
for name in missing:
    print(f"did not run: {name}")
print(f"{ran} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if missing or failed or not ran else 0)

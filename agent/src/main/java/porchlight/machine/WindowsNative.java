package porchlight.machine;

import java.util.Locale;

/**
 * What a library of Windows says. The answer is blocks of {@code key=value} lines, apart by an
 * empty line; the first line of a block names its kind. A key that the system did not give a value
 * for is left out. Numbers are decimal and the system's own; addresses are as Java writes them,
 * those of a link with {@code %} and its number; lists are apart by commas; GUIDs are in braces and
 * capitals. Names of networks are text: a backslash, control characters and bytes that are no UTF-8
 * are {@code \xNN}. A call that the system refuses is {@link Answer.Failed} with its Win32 code or
 * HRESULT ({@code 0x…}), or {@link Answer.Denied} for 5; a library that is not there is {@link
 * Answer.Missing}.
 */
public enum WindowsNative implements WindowsQuestion {
  /**
   * Wlanapi. {@code interface={GUID}}, {@code state} (WLAN_INTERFACE_STATE), {@code current=ok}, a
   * Win32 code, or {@code not-asked} where consent to know the place is known to be missing; only
   * with {@code ok}: {@code mode profile ssid bss bssid phy signal security onex auth cipher};
   * {@code quality=ok} or a code; only with {@code ok}: {@code link frequency rssi} (MHz and dBm,
   * lists). Then for each stored network, in the order in which they are tried, {@code
   * profile=NAME} (again for each further network that it is for), {@code interface}, {@code flags}
   * (1 policy, 2 of one person), {@code ssid authentication encryption onex connectionMode
   * transitionMode nonBroadcast} as the profile has them, or {@code xml=} a code where it cannot be
   * read. {@code Failed("1062")}: the service does not run.
   */
  WLAN,
  /**
   * {@code GetAdaptersAddresses} and {@code GetIfEntry2}: {@code adapter={GUID}}, {@code index
   * index6 name description type status mac dhcp dhcpServer suffix metric4 metric6 addresses}
   * ({@code 192.0.2.2/24,…}) {@code gateways dns medium} (NDIS_PHYSICAL_MEDIUM) {@code hardware
   * connect} (NET_IF_MEDIA_CONNECT_STATE).
   */
  ADAPTERS,
  /** {@code GetIpForwardTable2}: {@code route=0.0.0.0/0}, {@code nextHop index metric protocol}. */
  ROUTES,
  /**
   * {@code GetBestRoute2} to 193.0.14.129, 84.205.64.1 and 2001:7fd::1, which are in the internet:
   * {@code destination=ADDRESS}, {@code index nextHop source prefix}; or {@code code}, such as 1231
   * for no way there.
   */
  BEST_ROUTE,
  /**
   * {@code GetIpNetTable2}: {@code neighbour=ADDRESS}, {@code index mac state} (NL_NEIGHBOR_STATE)
   * {@code router}.
   */
  NEIGHBOURS,
  /**
   * {@code GetExtendedTcpTable}, {@code GetExtendedUdpTable}: {@code listener=tcp} or {@code udp},
   * {@code address port pid program} (the file's name; empty where it may not be known) {@code
   * services} (those that the process hosts), {@code package=1} for an app's, {@code ?} where the
   * process is not shown.
   */
  LISTENERS,
  /**
   * {@code GetInterfaceDnsSettings}: {@code settings={GUID}}, {@code code} unless it is 0, {@code
   * family} (4 or 6) {@code version flags domain nameServer searchList profileNameServer}; then for
   * each server of it {@code server=INDEX}, {@code settings family profile} (0 or 1) {@code type
   * flags template}. {@link Answer.Missing} before Windows 11 and Server 2022.
   */
  DNS_SETTINGS,
  /**
   * Sessions of people: {@code user=1} (the number as in the registry; 0 for one without a loaded
   * hive), {@code session state} (WTS_CONNECTSTATE_CLASS) {@code where=console} or {@code remote},
   * {@code self=1} for who asks. Whoever is in no session and asks is {@code user=N}, {@code
   * where=none}, {@code self=1}; the system itself is nobody.
   */
  PEOPLE,
  /**
   * {@code HNetCfg.FwPolicy2}: {@code profiles=} bits of the current ones, {@code modify}
   * (LocalPolicyModifyState); {@code profile=1}, 2 and 4: {@code enabled inbound outbound blockAll
   * notificationsDisabled}, 0 or 1, {@code excluded} (how many interfaces); then every enabled
   * inbound rule: {@code rule=} its place, {@code action profiles protocol localPorts remotePorts
   * localAddresses remoteAddresses interfaceTypes interfaces} (how many) {@code program service
   * edge icmp secure}, {@code package=1} and {@code owner=1} for one of an app or a person, {@code
   * callers=1} for one that names people or machines there; {@code program} is the file's name.
   */
  FIREWALL,
  /**
   * {@code INetworkListManager}: the connected networks, {@code network=} its place, {@code
   * category connectivity domainType name}; then {@code connection=} the network's place, {@code
   * adapter={GUID}}.
   */
  NETWORKS,
  /**
   * {@code Microsoft.Update}: {@code updates=}, {@code searched installed} (ISO instants) {@code
   * rebootRequired level} (NotificationLevel); what cannot be asked is {@code NAMECode=} its
   * HRESULT.
   */
  UPDATES,
  /**
   * What Windows Update knows to be missing since it last looked, without asking anybody: {@code
   * search=} ResultCode, {@code count}, then {@code update=} its place, {@code kb severity
   * categories} (GUIDs) {@code published} (a date) {@code reboot}, {@code hidden=1} for one that
   * somebody hid.
   */
  UPDATE_SEARCH,
  /**
   * {@code WscGetSecurityProviderHealth}: {@code provider=1}, {@code health} (0 good, 1 not
   * monitored, 2 poor, 3 snoozes) or {@code code}.
   */
  SECURITY_HEALTH,
  /**
   * Drives with letters: {@code volume=C:}, {@code kind} (GetDriveType), {@code system=1} for the
   * one of Windows; of fixed ones {@code device} (QueryDosDevice; {@code \\??\\} alone for a folder
   * that was given a letter), {@code bus} (STORAGE_BUS_TYPE) or {@code busCode}, {@code bitLocker}
   * (System.Volume.BitLockerProtection) or {@code code}.
   */
  VOLUMES,
  /**
   * WinHTTP: {@code user=} the settings of who asks, {@code detect script proxy bypass} or {@code
   * code}; {@code machine=}, {@code access proxy bypass} or {@code code}; without passwords.
   */
  PROXY,
  /**
   * The power scheme in use: {@code power={GUID}}, {@code consoleLockAc consoleLockDc standbyAc
   * standbyDc videoAc videoDc} (seconds, 0 for never; a lock is 0 or 1), or {@code …Code} for one
   * that is not told; {@code s1 s2 s3 aoAc}, 0 or 1, for the ways in which this machine can sleep.
   */
  POWER;

  /** Addresses in the internet to which every way out leads. */
  static final String FAR = "193.0.14.129 84.205.64.1 2001:7fd::1";

  @Override
  public String text() {
    return "? native " + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

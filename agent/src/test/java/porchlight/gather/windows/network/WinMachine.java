package porchlight.gather.windows.network;

import java.util.Locale;

/** A hand-made laptop after the real one of {@code netadapter/wmi-win-vpn-up-*}. */
final class WinMachine {
  static final String WIFI = "{31DEAC2D-2194-4511-AA54-787CD1765558}";
  static final String VPN = "{E68EB6CC-9580-4151-80E2-2DA4DC27AF81}";
  static final String CABLE = "{FD7B5BF5-2E4B-4CA4-0000-F633D86283A1}";
  static final String KEY =
      "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces";

  static final String ADAPTERS =
      """
      adapter={00000000-0000-0000-0000-000000000001}
      index=1
      index6=1
      name=Loopback Pseudo-Interface 1
      description=Software Loopback Interface 1
      type=24
      status=1
      metric4=75
      metric6=75
      addresses=127.0.0.1/8,::1/128
      dns=fec0:0:0:ffff::1%%1,fec0:0:0:ffff::2%%1

      adapter=%s
      index=12
      index6=12
      name=Wi-Fi
      description=Intel(R) Wi-Fi 6 AX201 160MHz
      type=71
      status=1
      mac=44-00-00-00-FF-14
      dhcp=1
      dhcpServer=192.168.0.102
      metric4=50
      metric6=50
      addresses=192.168.0.254/24,fe80::3a27:1bd1:1148:d87%%12/64
      gateways=192.168.0.102
      dns=192.168.0.102,9.9.9.9
      hardware=1

      adapter=%s
      index=4
      index6=4
      name=Ethernet 3
      description=Fortinet SSL VPN Virtual Ethernet Adapter
      type=6
      status=1
      mac=00-00-A0-00-00-01
      metric4=1
      metric6=1
      addresses=10.177.0.17/32
      dns=10.177.0.1
      hardware=0

      adapter=%s
      index=16
      index6=16
      name=Ethernet 4
      description=Targus Giga Ethernet
      type=6
      status=2
      metric4=5
      metric6=5
      dns=1.1.1.1
      hardware=1

      """
          .formatted(WIFI, VPN, CABLE);

  static final String NEIGHBOURS =
      """
      neighbour=192.168.0.102
      index=12
      mac=e0-28-6d-00-00-91
      state=5

      neighbour=192.168.0.9
      index=12
      mac=e0-28-6d-00-00-91
      state=4

      neighbour=192.168.0.10
      index=12
      mac=e0-28-6d-00-00-91
      state=0
      """;

  static final String SETTINGS =
      KEY
          + "]\n"
          + KEY
          + "\\"
          + WIFI.toLowerCase(Locale.ROOT)
          + "]\n\"NameServer\"=\"9.9.9.9\"\n\"DhcpNameServer\"=\"192.168.0.102\"\n"
          + "\"DhcpDomain\"=\"sample.org\"\n\"DhcpServer\"=\"192.168.0.102\"\n"
          + "\"DhcpDefaultGateway\"=hex(7):31,00,39,00,32,00,2e,00,31,00,36,00,38,00,2e,00,30,00,\\\n"
          + "  2e,00,31,00,30,00,32,00,00,00,00,00\n";

  private WinMachine() {}

  static String route(String destination, String hop, int index, int metric) {
    return "route="
        + destination
        + "\nnextHop="
        + hop
        + "\nindex="
        + index
        + "\nmetric="
        + metric
        + "\nprotocol=3\n\n";
  }

  static String adapter(int index, int type, String description, int hardware) {
    return "adapter={00000000-0000-0000-0000-00000000000"
        + index
        + "}\nindex="
        + index
        + "\nindex6="
        + index
        + "\nname=Link "
        + index
        + "\ndescription="
        + description
        + "\ntype="
        + type
        + "\nstatus=1\nmetric4=5\nmetric6=5\nhardware="
        + hardware
        + "\n\n";
  }
}

package porchlight.gather.macos.network;

import porchlight.facts.Reading;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.Run;

/** A Mac whose firewall says what was captured or what a test wants. */
abstract class MacWithFirewall {
  static final String HEAD =
      """
      Active Internet connections (including servers)
      Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)
      """;

  static final String FOUR =
      HEAD
          + """
          tcp4       0      0  127.0.0.1.64342        127.0.0.1.57332        ESTABLISHED
          tcp46      0      0  *.61118                *.*                    LISTEN
          tcp4       0      0  *.22                   *.*                    LISTEN
          tcp4       0      0  127.0.0.1.27403        *.*                    LISTEN
          tcp4       0      0  10.0.0.5.54322         93.184.216.34.443      CLOSE_WAIT
          udp4       0      0  *.68                   *.*
          udp4       0      0  *.*                    *.*
          udp4       0      0  10.0.0.5.53111         9.9.9.9.443
          """;

  static final String SIX =
      HEAD
          + """
          tcp6       0      0  *.22                   *.*                    LISTEN
          tcp6       0      0  fe80::1%lo0.8080       *.*                    LISTEN
          tcp6       0      0  fd00::5.9000           *.*                    LISTEN
          udp6       0      0  *.5353                 *.*
          icm6       0      0  *.*                    *.*
          """;

  static final Question SW_VERS = Run.of("sw_vers");

  static String swVers(String version) {
    return "ProductName:\tmacOS\nProductVersion:\t" + version + "\nBuildVersion:\t24F74\n";
  }

  static Reading<AlfState> profile(String text) {
    return FirewallProfile.read(new Answer.Said(0, text));
  }

  static Told mac(String state) {
    return new Told()
        .says(SW_VERS, swVers("26.5"))
        .says(SocketFilter.STATE, state)
        .says(Pf.INFO, "Status: Disabled for 1 days   Debug: Urgent\n")
        .says(SystemExtensions.LIST, "0 extension(s)\n")
        .says(Netstat.SOCKETS, FOUR)
        .says(Netstat.SOCKETS6, SIX);
  }
}

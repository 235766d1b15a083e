package porchlight.cli.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import porchlight.facts.Facts;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Ports;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Vpn;
import porchlight.facts.Wifi;

/** Situations that a screen has to tell well, by name. */
public final class Scenes {
  private static final Service SSH = new Service(Protocol.TCP, "0.0.0.0", 22, Reach.IPV4, "sshd");

  private Scenes() {}

  public static Map<String, Facts> all() {
    var scenes = new LinkedHashMap<String, Facts>();
    scenes.put("safe-at-home", new SampleFacts().build());
    scenes.put(
        "unsafe-open-cafe",
        new SampleFacts()
            .wifi("Café Guest", Wifi.Security.OPEN)
            .firewall(Side.open(), Side.open())
            .listening(SSH)
            .dns("192.168.44.1")
            .build());
    scenes.put("care-updates-wait", new SampleFacts().patches(waiting(26)).build());
    scenes.put(
        "cannot-say-without-root",
        new SampleFacts()
            .firewall(
                Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft -j list ruleset: permission denied"))
            .listening(SSH)
            .build());
    scenes.put(
        "cannot-say-for-many-reasons",
        new SampleFacts()
            .wifi(
                Reading.unknown(Reason.TOOL_MISSING, "iw dev is not there; nmcli -t is not there"))
            .firewall(
                Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft -j list ruleset: permission denied"))
            .dns(Reading.unknown(Reason.TIMED_OUT, "resolvectl status did not answer in time"))
            .patches(
                Reading.known(new Patches("apt", List.of(), Instant.parse("2026-09-01T00:00:00Z"))))
            .osSupport(Reading.unknown(Reason.NOT_UNDERSTOOD, "read /etc/os-release: no ID"))
            .build());
    scenes.put(
        "blind", SampleFacts.blind(Reason.NOT_SUPPORTED, "this version does not read it on Linux"));
    scenes.put(
        "unsafe-and-partly-blind",
        new SampleFacts()
            .wifi("Lounge", Wifi.Security.WEP)
            .vpn(new Vpn.Path.Tunnel("wg0", "wireguard"), new Vpn.Path.Direct("wlan0"))
            .firewall(
                Reading.known(new Firewall(sideWithPorts(), Side.unknown("a set of its own"))))
            .build());
    scenes.put(
        "hostile-names",
        new SampleFacts()
            .wifi(
                "\u001b[2J\u001b]0;pwned\u0007 \u202eefas si siht 東京無料Wi-Fi 🦊🦊 "
                    + "e\u0301\u0301\u0301\u0301\u0301\u0301 "
                    + "ظ".repeat(10)
                    + "長".repeat(60),
                Wifi.Security.OPEN)
            .listening(
                new Service(Protocol.TCP, "::", 8080, Reach.BOTH, "evil\nSAFE to work from here"))
            .firewall(Side.open(), Side.blocked())
            .build());
    return scenes;
  }

  /** The scene of that name. */
  public static Facts named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private static Side sideWithPorts() {
    Ports ssh = new Ports(Protocol.TCP, 22, 22);
    Ports mdns = new Ports(Protocol.UDP, 5353, 5353);
    return new Side(Side.only(List.of(ssh)).ordinary(), Side.only(List.of(ssh, mdns)).crafted());
  }

  private static Reading<Patches> waiting(int many) {
    var pending = new ArrayList<Patches.Pending>();
    for (int i = 1; i <= many; i++) {
      pending.add(
          new Patches.Pending("libexample" + i, "1.2." + i + "-1", "1.2." + i + "-1+deb13u1"));
    }
    return Reading.known(new Patches("apt", pending, Instant.parse("2026-11-21T20:11:00Z")));
  }
}

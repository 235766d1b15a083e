package porchlight.gather.linux.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Reading.Known;
import porchlight.gather.linux.route.LinuxLan;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadSettings;
import porchlight.machine.SystemFolders;

/**
 * A laptop that asks for its addresses by dhclient, and keeps its leases in a folder of its own.
 */
final class LeasedLaptop implements Machine, AutoCloseable {
  /** What dhclient calls; its own script would write the machine's resolv.conf. */
  private static final String SCRIPT =
      """
      #!/bin/sh
      PATH=/usr/sbin:/usr/bin:/sbin:/bin
      case "$reason" in
      PREINIT) ip link set "$interface" up ;;
      BOUND|RENEW|REBIND|REBOOT)
        ip -4 addr flush dev "$interface"
        ip addr add "$new_ip_address/24" dev "$interface"
        ip route replace default via "$new_routers" dev "$interface" proto dhcp \
          metric "10${interface#eth}" ;;
      esac
      """;

  /** Holds a tunnel without another end. */
  private static final String TUNNEL =
      """
      import fcntl, struct, time
      tun = open("/dev/net/tun", "r+b", buffering=0)
      fcntl.ioctl(tun, 0x400454CA, struct.pack("16sH22x", b"tun0", 0x1001))
      time.sleep(300)
      """;

  private final Namespace inside = new Namespace();
  private final Map<String, Process> clients = new HashMap<>();
  private final Path folder;

  LeasedLaptop(Path folder) throws IOException {
    this.folder = folder;
    inside.sh("ip link set lo up");
    Path script = Files.writeString(folder.resolve("script"), SCRIPT);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    // Elsewhere than where AppArmor confines it to the machine's own folders.
    Files.copy(SystemFolders.find("dhclient").orElseThrow(), folder.resolve("dhclient"));
  }

  void sh(String command) {
    inside.sh(command);
  }

  void plug(House house, String link, String mac) {
    house.wire(inside, link);
    inside.sh("ip link set " + link + " address " + mac + " up");
    lease(link);
  }

  void unplug(String link) {
    end(link);
    inside.sh("ip link del " + link);
  }

  /** Nobody asks for addresses any more. */
  void end(String link) {
    Optional.ofNullable(clients.remove(link)).ifPresent(Process::destroyForcibly);
  }

  /** Asks for an address, and talks to the router. */
  void lease(String link) {
    end(link);
    inside.sh("ip -4 addr flush dev " + link);
    clients.put(
        link,
        inside.start(
            file("dhclient"),
            "-4",
            "-d",
            "-cf",
            "/dev/null",
            "-sf",
            file("script"),
            "-pf",
            file(link + ".pid"),
            "-lf",
            file("dhclient." + link + ".leases"),
            link));
    Processes.await(
        "a gateway on " + link,
        () ->
            inside
                .said(List.of("ip", "route", "show", "default", "dev", link))
                .text()
                .contains("via"));
    String gateway =
        lan().stream()
            .filter(one -> one.link().equals(link))
            .flatMap(one -> one.preferred4().stream())
            .map(one -> one.hop().address())
            .findFirst()
            .orElseThrow();
    Processes.await(
        gateway, () -> inside.said(List.of("ping", "-c1", "-W1", "-I", link, gateway)).code() == 0);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  void tunnel() {
    inside.python(TUNNEL);
    Processes.await("a tunnel", () -> inside.can("ip link set tun0 up"));
    inside.sh("ip addr add 10.8.0.2/32 dev tun0");
  }

  List<Attachment> lan() {
    return ((Known<Lan>) LinuxLan.read(this)).value().attachments();
  }

  @Override
  public Answer ask(Question question) {
    return question instanceof ReadSettings(var in, var path, var keys)
            && in.equals("/var/lib/dhcp")
        ? new LocalMachine().ask(new ReadSettings(folder.toString(), path, keys))
        : inside.ask(question);
  }

  @Override
  public void close() {
    inside.close();
  }
}

package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.Launchd;
import porchlight.gather.macos.MacCaptures;

class MacServicesTest {
  private static Service tcp(int port, String process) {
    return new Service(Protocol.TCP, "0.0.0.0", port, Reach.BOTH, process);
  }

  @Test
  void sockets_that_launchd_holds_are_named_after_their_switch() {
    var machine =
        new Told()
            .says(
                Launchd.SCREEN_SHARING,
                MacCaptures.text("sharing/launchctl-print_screensharing_on_26.5.1_excerpt.txt"))
            .says(Launchd.REMOTE_LOGIN, "system/com.openssh.sshd = {\n");
    var names = new MacServices(machine);
    assertEquals("Remote Login", names.named(tcp(22, "launchd")).process());
    assertEquals("Screen Sharing", names.named(tcp(5900, "")).process());
    assertEquals("", names.named(tcp(445, "")).process());
    assertEquals("vncserver", names.named(tcp(5900, "vncserver")).process());
    machine.says(Launchd.REMOTE_MANAGEMENT, "enabled");
    assertEquals("Remote Management", names.named(tcp(5900, "")).process());
    assertEquals("Remote Management", names.named(tcp(3283, "")).process());
  }

  @Test
  void nobody_is_asked_where_nothing_of_the_kind_listens() {
    var machine = new Told();
    assertEquals("", new MacServices(machine).named(tcp(8080, "")).process());
    assertEquals(List.of(), machine.asked());
  }
}

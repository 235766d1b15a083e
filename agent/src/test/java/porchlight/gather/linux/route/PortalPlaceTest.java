package porchlight.gather.linux.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan.Lease;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadSettings;

/** Where a network tells whether somebody must log in, as a real NetworkManager wrote it down. */
class PortalPlaceTest {
  private static final String DEVICES = "/run/NetworkManager/devices";

  @Test
  void a_network_manager_that_has_dhclient_ask_keeps_the_place() {
    String file = Captures.text("lan/nm-dhclient-devices.txt");
    var lease =
        new ReadSettings(
            DEVICES, "3", List.of("dhcp4.dhcp_server_identifier", "dhcp4.domain_name"));
    var place = new ReadSettings(DEVICES, "3", List.of("dhcp4.default_url"));
    var links = OwnLinks.read(new Answer.Said(0, Captures.text("lan/nm-ip-j-d-addr.txt")));
    var here = ((Known<List<OwnLinks.Own>>) links).value().get(0);
    assertEquals(
        Reading.known(new Lease("10.40.0.1", "", "https://named.test:8446/captive")),
        DhcpLease.read(new Told().says(lease, file).says(place, file), here));
  }
}

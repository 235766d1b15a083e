package porchlight.gather.macos.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.Readings.known;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.NameBroadcast;
import porchlight.facts.NameBroadcast.Asking;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Reason;
import porchlight.facts.Unseen;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.Launchd;
import porchlight.machine.Answer;

class MacNameBroadcastTest {
  private static NameBroadcast read(Answer answer) {
    return known(MacNameBroadcast.read(new Told().says(Launchd.NETBIOS, answer)));
  }

  private static Answer service(String state) {
    return new Answer.Said(0, "system/com.apple.netbiosd = {\n\tstate = " + state + "\n}\n");
  }

  private static List<Way> ways(Answer answer) {
    return read(answer).asking().stream().map(Asking::way).toList();
  }

  @Test
  void mdns_always_asks_and_netbios_while_its_service_runs() {
    assertEquals(List.of(Way.MDNS, Way.NETBIOS), ways(service("running")));
    assertEquals(List.of(Way.MDNS), ways(service("not running")));
    String gone = "Could not find service \"com.apple.netbiosd\" in domain for system";
    assertEquals(List.of(Way.MDNS), ways(new Answer.Said(113, "", gone)));
    assertEquals(Optional.empty(), read(service("running")).unseen());
  }

  @Test
  void a_service_that_nothing_tells_of_leaves_it_open() {
    for (var answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(113, "", "?"))) {
      assertEquals(List.of(Way.MDNS), ways(answer));
      assertEquals(true, read(answer).unseen().isPresent(), answer.toString());
    }
    assertEquals(
        Optional.of(Reason.NEEDS_PRIVILEGE),
        read(new Answer.Denied()).unseen().map(Unseen::reason));
  }
}

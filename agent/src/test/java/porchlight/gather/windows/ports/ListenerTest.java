package porchlight.gather.windows.ports;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall.Protocol;

class ListenerTest {
  private static Listener of(String program) {
    return new Listener(Protocol.TCP, "0.0.0.0", 8443, program, List.of(), false, false);
  }

  @Test
  void its_program_is_told_by_the_name_of_its_file() {
    assertTrue(of("MyServer.exe").mayBe("myserver.EXE"));
    assertFalse(of("MyServer.exe").mayBe("other.exe"));
    assertTrue(of("").mayBe("other.exe"), "not told");
  }

  @Test
  void a_short_name_may_be_any_programs() {
    assertTrue(of("MyServer.exe").mayBe("MYSERV~1.EXE"));
    assertFalse(of("MyServer.exe").mayBe("my~server.exe"));
  }
}

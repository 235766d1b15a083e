package porchlight.gather.windows.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.machine.Answer;

/** Which of an adapter's servers Windows' own library has asked with encryption. */
class DohLibraryTest {
  private static final Optional<Boolean> UNTOLD = Optional.empty();

  private static String settings(String servers) {
    return "settings="
        + WinMachine.WIFI
        + "\nfamily=4\nversion=3\nflags=0\nnameServer="
        + servers
        + "\n";
  }

  private static String server(int index, int type, int flags) {
    return "\nserver="
        + index
        + "\nsettings="
        + WinMachine.WIFI
        + "\nfamily=4\nprofile=0\ntype="
        + type
        + "\nflags="
        + flags
        + "\n";
  }

  private static Optional<Boolean> confirmed(String told) {
    return DohLibrary.confirmed(new Answer.Said(0, told), WinMachine.WIFI, "9.9.9.9");
  }

  @Test
  void what_is_said_of_one_server_is_not_said_of_the_other() {
    assertEquals(Optional.of(true), confirmed(settings("9.9.9.9") + server(0, 1, 1)));
    assertEquals(Optional.of(true), confirmed(settings("9.9.9.9") + server(1, 1, 2)));
    String two = settings("9.9.9.9,1.1.1.1");
    assertEquals(UNTOLD, confirmed(two + server(0, 1, 1)));
    assertEquals(UNTOLD, confirmed(two + server(0, 1, 1) + server(0, 1, 1)));
    assertEquals(UNTOLD, confirmed(two + server(0, 1, 1) + server(1, 1, 4)));
    assertEquals(Optional.of(true), confirmed(two + server(0, 1, 1) + server(1, 1, 5)));
  }

  @Test
  void a_server_that_came_by_dhcp_is_none_of_those_that_are_set() {
    assertEquals(UNTOLD, confirmed(settings("") + server(0, 1, 1)));
    assertEquals(UNTOLD, confirmed(settings("1.1.1.1") + server(0, 1, 1)));
  }

  @Test
  void nothing_said_of_any_is_said_of_all() {
    assertEquals(Optional.of(false), confirmed(settings("9.9.9.9")));
    assertEquals(Optional.of(false), confirmed(settings("9.9.9.9") + server(0, 1, 4)));
    assertEquals(
        UNTOLD, confirmed(settings("9.9.9.9").replace("family=4", "family=6") + server(0, 1, 1)));
  }

  @Test
  void another_way_to_encrypt_than_this_one_is_not_told() {
    assertEquals(UNTOLD, confirmed(settings("9.9.9.9") + server(0, 2, 1)));
    assertEquals(UNTOLD, confirmed(settings("9.9.9.9") + server(0, 1, 1) + server(0, 2, 1)));
  }

  @Test
  void what_is_missing_or_denied_or_not_understood_confirms_nothing() {
    for (Answer answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "nonsense"))) {
      assertEquals(UNTOLD, DohLibrary.confirmed(answer, WinMachine.WIFI, "9.9.9.9"));
    }
    assertEquals(UNTOLD, confirmed("settings=" + WinMachine.WIFI + "\nfamily=4\ncode=87\n"));
    assertEquals(UNTOLD, confirmed(settings("9.9.9.9").replace(WinMachine.WIFI, "{X}")));
  }
}

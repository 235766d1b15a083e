package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BelongingsTest {
  @TempDir Path folder = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void only_root_gives_files_away() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root may give files away");
    state = Files.createDirectory(folder.resolve("state"));
  }

  private static String owner(Path file) throws IOException {
    return String.valueOf(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName());
  }

  private void isTheServices() throws IOException {
    var users = state.getFileSystem().getUserPrincipalLookupService();
    Files.setOwner(state, users.lookupPrincipalByName("nobody"));
  }

  @Test
  void what_root_wrote_becomes_the_services() throws IOException {
    isTheServices();
    Path spool = Files.createDirectory(state.resolve("spool"));
    Path report = Files.writeString(spool.resolve("1.gz"), "x");
    Belongings.giveBack(state);
    assertEquals("nobody", owner(spool));
    assertEquals("nobody", owner(report));
  }

  @Test
  void links_and_files_with_a_second_name_stay_whose_they_are() throws IOException {
    isTheServices();
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    Path hard = Files.createLink(state.resolve("hard"), secret);
    Path soft = Files.createSymbolicLink(state.resolve("soft"), secret);
    Belongings.giveBack(state);
    assertEquals("root", owner(hard));
    assertEquals("root", owner(soft));
    assertEquals("root", owner(secret));
  }

  @Test
  void a_folder_of_roots_own_or_none_is_left_alone() throws IOException {
    Path file = Files.writeString(state.resolve("identity.json"), "x");
    Belongings.giveBack(state);
    assertEquals("root", owner(file));
    Belongings.giveBack(state.resolve("nowhere"));
  }
}
